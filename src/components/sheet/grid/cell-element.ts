import {changeText, type Range, type SheetCell} from "../cells.js";

/** How cells show changes: beside the value, or instead of it. */
export type Show = "values" | "change";

/** The present state of a cell for the reader. */
export interface Marks {
  selected: boolean;
  active: boolean;
  /** Index of the cell among the formula's references. */
  reference?: number | undefined;
  show: Show;
  /** Whether it is read-only, even if it is an input. */
  readOnly: boolean;
}

/** A cell's element with two slots: the value on the right, and on the left the one most useful addition. */
export class CellElement {
  readonly element = document.createElement("div");
  row = -1;
  column = -1;
  private readonly left = document.createElement("small");
  private readonly value = document.createElement("span");
  private glyph: HTMLElement | undefined;
  private filled: {cell: SheetCell; scale: Range | undefined} | undefined;
  private key = "";

  constructor() {
    this.element.setAttribute("role", "gridcell");
    this.element.tabIndex = -1;
    this.element.append(this.value, this.left);
  }

  /** Writes a cell, touching only what differs. `scale` is that of its column's ranges. */
  fill(cell: SheetCell, marks: Marks, scale: Range | undefined): void {
    this.filled = {cell, scale};
    const [left, right] = slotsOf(cell, marks.show);
    const key = [left, right, cell.id, ...stateOf(cell, marks), cell.range?.low, cell.range?.high, cell.note].join(
      "\n"
    );
    if (key === this.key) return;
    this.key = key;
    this.element.dataset.id = cell.id;
    this.element.className = stateOf(cell, marks).join(" ");
    this.element.title = cell.reason ?? "";
    this.left.textContent = left;
    this.value.textContent = right;
    this.name(cell, marks);
    this.drawRange(left === "" && cell.state === "input" ? cell.range : undefined, scale);
  }

  /** Updates the cell's marks. */
  mark(marksOf: (cell: {row: number; column: number; id: string}) => Marks): void {
    const {filled, row, column} = this;
    if (filled) this.fill(filled.cell, marksOf({row, column, id: filled.cell.id}), filled.scale);
  }

  private name(cell: SheetCell, {selected, active, readOnly}: Marks): void {
    const label = spokenLabel(cell);
    if (label === undefined) this.element.removeAttribute("aria-label");
    else this.element.setAttribute("aria-label", label);
    this.element.setAttribute("aria-readonly", String(readOnly || !cell.typed));
    this.element.setAttribute("aria-invalid", String(cell.state === "wrong"));
    this.element.setAttribute("aria-selected", String(selected));
    this.element.tabIndex = active ? 0 : -1;
  }

  private drawRange(range: Range | undefined, scale: Range | undefined): void {
    if (this.glyph) this.glyph.hidden = range === undefined;
    if (!range || !scale || scale.high === scale.low) return;
    this.glyph ??= this.element.appendChild(rangeElement());
    this.glyph.hidden = false;
    const at = (value: number): number => (100 * (value - scale.low)) / (scale.high - scale.low);
    const [line, dot] = this.glyph.children as HTMLCollectionOf<HTMLElement>;
    line!.style.left = `${at(range.low)}%`;
    line!.style.width = `${at(range.high) - at(range.low)}%`;
    dot!.style.left = `${at(range.central)}%`;
  }
}

function rangeElement(): HTMLElement {
  const element = document.createElement("i");
  element.className = "tf-range";
  element.setAttribute("aria-hidden", "true");
  element.append(document.createElement("i"), document.createElement("b"));
  return element;
}

function slotsOf({text, before, change, state, live}: SheetCell, show: Show): [left: string, right: string] {
  if (show === "change" && change) return [change.percent ?? "", change.difference];
  if (state === "wrong") return ["", text];
  if (state === "edited" && before !== undefined)
    return [`${live ? "= " : ""}was ${before === "" ? "empty" : before}`, text];
  if (state === "moved") return [change?.percent ?? (before === undefined ? "" : `was ${before}`), text];
  return ["", text];
}

function stateOf({state, typed, numeric, change, note}: SheetCell, marks: Marks): string[] {
  return [
    "tf-cell",
    state,
    typed ? "typed" : "formula",
    ...(numeric ? ["number"] : []),
    ...(change && (state === "moved" || marks.show === "change") ? [change.rises ? "rises" : "falls"] : []),
    ...(marks.selected ? ["selected"] : []),
    ...(marks.active ? ["active"] : []),
    ...(note === undefined ? [] : ["noted"]),
    ...(marks.reference === undefined ? [] : [`referred-${marks.reference % 4}`])
  ];
}

/** What colour and position convey, for screen readers; undefined if the text says it all. */
function spokenLabel(cell: SheetCell): string | undefined {
  const spoken = spokenState(cell);
  return cell.note === undefined ? spoken : `${spoken ?? cell.text}, note: ${cell.note}`;
}

function spokenState({text, state, before, change, range, reason, live}: SheetCell): string | undefined {
  const was = before === undefined ? [] : [`was ${before === "" ? "empty" : before}`];
  const by = change ? [changeText(change)] : [];
  switch (state) {
    case "edited":
      return [text, live ? "edited, an expression" : "edited", ...was, ...by].join(", ");
    case "moved":
      return [text, "moved", ...was, ...by].join(", ");
    case "wrong":
      return [text, "not applied", reason ?? ""].join(", ");
    case "missing":
      return [text === "–" ? "no value" : text, reason ?? ""].filter((part) => part !== "").join(", ");
    default:
      return range && `${text}, from ${range.low} to ${range.high}`;
  }
}
