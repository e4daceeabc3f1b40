import {html} from "htl";
import {pageAddress} from "../../components/words/page-address.js";
import {openDialog} from "./dialog.js";

const keys: readonly [key: string, does: string][] = [
  ["Enter, F2, double click", "edit the cell, or the formula of its column"],
  ["any character", "type over an input; = begins a formula"],
  ["Esc", "cancel"],
  ["Ctrl+Enter", "fill the selection with the value; on a reference, go to its row"],
  ["Delete", "revert to the base scenario"],
  ["Ctrl+Z, Ctrl+Y", "undo, redo"],
  ["Alt+Enter", "source and formula of the cell"],
  ["Alt+down", "list of a reference, menu of a heading"],
  ["Alt+P", "pin the cell's path"],
  ["Alt+R", "keep the range that a number had before"],
  ["Ctrl+C, Ctrl+V, Ctrl+Shift+C", "copy plain numbers, paste, copy with ranges"],
  ["Ctrl+Shift+V", "paste by the names of columns, rows or both in the text"],
  ["Ctrl+D, Ctrl+R", "fill down, fill right"],
  ["Ctrl+arrows, Ctrl+Home", "to the edge of the data, to the first cell"],
  ["Ctrl+Space, Shift+Space", "select the column, the row"],
  ["Ctrl+F, Ctrl+K", "find in the table, find anything"],
  ["Ctrl+Shift+PageDown", "next table"],
  ["F6", "next pane"],
  ["F8", "next cell that is not applied"],
  ["Tab", "leave the grid"]
];

const entries: readonly [text: string, means: string][] = [
  ["12,000  12k  80 %", "a number; commas separate thousands"],
  ["0.12 (0.1..0.15)", "a value with its 5th and 95th percentile"],
  ["0.1 to 0.15", "the same, with the midpoint as the value"],
  ["72.5 USD/MWh", "is converted to the unit of the cell"],
  ["=region[texas].power_price * 1.2", "in an input: this cell only, live"],
  ["=cost / sold_hours", "in a computed column: for all its rows"]
];

/** Opens the list of keys, and of what may be typed. */
export function openKeys(): void {
  openDialog(
    "Keys and entry",
    html`<div class="wb-help">
      ${table("Keys", keys)} ${table("What you can enter", entries)}
      <p>
        The whole model is here as editable tables. Change any input, and sixty months of prices, orders, payments and
        output are recalculated, with the base scenario shown alongside. Your changes are stored in the page's address,
        so every other page can show them too. The <a href=${pageAddress("method")}>method</a> lists the functions that
        formulas may use.
      </p>
    </div>`
  );
}

function table(caption: string, rows: readonly [string, string][]): HTMLElement {
  return html`<table>
    <caption>
      ${caption}
    </caption>
    ${rows.map(
      ([first, second]) =>
        html`<tr>
          <th scope="row"><kbd>${first}</kbd></th>
          <td>${second}</td>
        </tr>`
    )}
  </table>`;
}
