import {html} from "htl";

/** A cell's name that opens it. */
export function link(cell: string, go: (cell: string) => void): HTMLElement {
  return html`<button type="button" class="inspector-cell" ${{onclick: () => go(cell)}}>${short(cell)}</button>`;
}

/** A table of one row needs no key. */
function short(cell: string): string {
  return cell.replace(/^(\w+)\[\1\]/, "$1");
}
