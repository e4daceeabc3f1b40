import {html} from "htl";
import {figures} from "../../lib/model/headline.js";
import {numberAt, type Run} from "../../lib/sheet/run.js";
import {button} from "../button.js";
import {amount} from "../format.js";
import {changesInWords} from "../live/own.js";
import type {Saved} from "./saved.js";
import type {Store} from "./store.js";

/** The kept scenarios beside the present one: headline figures of the first and the last month. */
export function comparison(
  store: Store,
  saved: readonly Saved[],
  {load, remove}: {load: (one: Saved) => void; remove: (one: Saved) => void}
): HTMLElement {
  if (saved.length === 0) return html`<p>None is kept in this browser yet.</p>`;
  const runs = [store.current.run, ...saved.map(({own}) => store.session.run(store.session.adopt(own).scenario))];
  return html`<div class="grid-table side-by-side" role="region" aria-label="Kept scenarios" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">First month; last month</th>
          <th scope="col">present</th>
          ${saved.map((one) => heading(one, load, remove))}
        </tr>
      </thead>
      <tbody>
        ${figures.map(({column, title}) => line(title, column, runs))}
      </tbody>
    </table>
  </div>`;
}

function heading(one: Saved, load: (one: Saved) => void, remove: (one: Saved) => void): HTMLElement {
  return html`<th scope="col">
    ${one.name}<small>${changesInWords(one.own)}, on ${one.own.parent}</small>
    ${button("Load", () => load(one))} ${button("Delete", () => remove(one))}
  </th>`;
}

function line(title: string, column: string, runs: readonly Run[]): HTMLElement {
  const id = `economy.${column}`;
  const words = (run: Run): string =>
    [0, run.months - 1]
      .map((month) => amount(numberAt(run, id, 0, month), run.model.columns.get(id)!.unit.text))
      .join("; ");
  return html`<tr>
    <th scope="row">${title}</th>
    ${runs.map((run) => html`<td class="number">${words(run)}</td>`)}
  </tr>`;
}
