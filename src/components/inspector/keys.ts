/** An element with a number on which the inspector can be opened. */
export type Marked = HTMLElement | SVGElement;

const steps: Readonly<Record<string, [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1]
};

/** Whether an element is marked with a number. */
export function isMarked(target: EventTarget | null): target is Marked {
  return (target instanceof HTMLElement || target instanceof SVGElement) && target.dataset.cell !== undefined;
}

/** Whether a key moves from number to number. */
export function isStep(key: string): boolean {
  return key in steps;
}

/**
 * Arrow keys move from number to number in a table and from mark to mark in a chart, which is thus a single tab stop.
 */
export function moveOn(event: KeyboardEvent, from: Marked): void {
  const to = from instanceof SVGElement ? besideInChart(from, event.key) : besideInTable(from, event.key);
  if (!to) return;
  event.preventDefault();
  [from.tabIndex, to.tabIndex] = [-1, 0];
  to.focus();
}

function besideInChart(from: SVGElement, key: string): Marked | undefined {
  const all = [...from.ownerSVGElement!.querySelectorAll<SVGElement>("[data-cell]")];
  const [down, right] = steps[key]!;
  return all[all.indexOf(from) + down + right];
}

function besideInTable(from: HTMLElement, key: string): Marked | null | undefined {
  const cell = from.closest("td");
  if (!cell) return undefined;
  const [down, right] = steps[key]!;
  const rows = cell.closest("tbody")!.rows;
  const row = rows[(cell.parentElement as HTMLTableRowElement).sectionRowIndex + down];
  let next = row?.cells[cell.cellIndex + right];
  while (next && right !== 0 && !next.querySelector("[data-cell]")) next = row?.cells[next.cellIndex + right];
  return next?.querySelector<HTMLElement>("[data-cell]");
}
