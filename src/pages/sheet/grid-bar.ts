import {html} from "htl";
import {button} from "../../components/figure/button.js";
import type {SheetCell} from "./cells.js";
import type {extent} from "./selection.js";

/** The line below a grid: which cell is active, the way to where it comes from, and what is selected. */
export function gridBar(open: () => void): {element: HTMLElement; show: Show} {
  const name = html`<code></code>`;
  const message = html`<span role="status"></span>`;
  const more = button("Where it comes from", open);
  more.title = "Alt and Enter";
  const show: Show = ({id}, selected, problem) => {
    name.textContent = id;
    message.textContent = problem === "" ? sizeOf(selected) : problem;
  };
  return {element: html`<div class="sheet-tools sheet-bar">${name} ${more} ${message}</div>`, show};
}

type Extent = ReturnType<typeof extent>;
type Show = (active: SheetCell, selected: Extent, problem: string) => void;

function sizeOf({top, bottom, left, right}: Extent): string {
  const rows = bottom - top + 1;
  const columns = right - left + 1;
  return rows * columns === 1 ? "" : `${rows} by ${columns} cells selected`;
}
