/** An element with the sheet's styles around drawings of a run. */
export function framed(name: string, ...parts: readonly Element[]): HTMLElement {
  const element = document.createElement("div");
  element.className = `tf-root tf-figure ${name}`;
  element.append(...parts);
  return element;
}

/** A chart without Plot's inline styles, which a strict policy rejects; the frame has them. */
export function withoutStyles<E extends Element>(chart: E): E {
  for (const style of chart.querySelectorAll("style")) style.remove();
  return chart;
}

/** Fires `cell`, like a sheet whose active cell changes. */
export function tellCell(element: HTMLElement, address: string, month: number): void {
  element.dispatchEvent(new CustomEvent("cell", {detail: {address, month}, bubbles: true}));
}
