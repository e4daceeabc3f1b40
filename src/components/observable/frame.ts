/** An element with the sheet's styles, for what is drawn of a run. */
export function framed(name: string): HTMLElement {
  const element = document.createElement("div");
  element.className = `tf-root tf-figure ${name}`;
  return element;
}

/** Fires `cell`, as a sheet does where the active cell is another. */
export function tellCell(element: HTMLElement, address: string, month: number): void {
  element.dispatchEvent(new CustomEvent("cell", {detail: {address, month}, bubbles: true}));
}
