import {html} from "htl";
import type {OwnFigures, UnreadRow} from "../../lib/market/own-figures.js";

/** What was read of a file, what was chosen in it, and what was not read. */
export function readInWords(name: string, {read, unread, said}: OwnFigures): HTMLElement {
  return html`<div>
    <p>${counted(read.length, "figure")} read from ${name}. The file stays in this browser.</p>
    ${said.map((sentence) => html`<p>${sentence}</p>`)}${unread.length === 0 ? "" : unreadTable(unread)}
  </div>`;
}

/** As many rows as are shown of those that were not read. */
const SHOWN = 50;

function unreadTable(rows: readonly UnreadRow[]): Node {
  const more = rows.length > SHOWN ? ` The first ${SHOWN} are shown.` : "";
  return html`<p>${counted(rows.length, "row")} not read.${more}</p>
    <table>
      <thead>
        <tr>
          <th scope="col">Where</th>
          <th scope="col">Row</th>
          <th scope="col">Why it was not read</th>
        </tr>
      </thead>
      <tbody>
        ${rows.slice(0, SHOWN).map(unreadRow)}
      </tbody>
    </table>`;
}

function unreadRow({place, text, reason, near}: UnreadRow): HTMLElement {
  return html`<tr>
    <td>${place}</td>
    <td>${text}</td>
    <td>${reason}${near === undefined ? "" : html`<br />did you mean ${near}?`}</td>
  </tr>`;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}
