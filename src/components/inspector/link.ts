import {html} from "htl";

/** A button with a cell's name that opens the cell. */
export function link(cell: string, go: (cell: string) => void): HTMLElement {
  return html`<button type="button" class="inspector-cell" ${{onclick: () => go(cell)}}>${short(cell)}</button>`;
}

/** Drops the key of a one-row table. */
function short(cell: string): string {
  return cell.replace(/^(\w+)\[\1\]/, "$1");
}
