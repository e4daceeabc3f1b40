import {html} from "htl";
import type {NamedRun} from "../../lib/export/run-tables.js";
import {figures} from "../../lib/model/headline.js";
import {numberAt} from "../../lib/sheet/run.js";
import {button} from "../../components/figure/button.js";
import {amount} from "../../components/words/format.js";
import {cellLink} from "../../components/inspector/cell-link.js";
import {offerRun} from "../../components/inspector/page-run.js";
import {changesInWords, OWN} from "../../components/live/custom-scenario.js";
import type {Saved} from "./saved-scenarios.js";
import type {Store} from "./store.js";

/** What can be done with a kept scenario. */
interface Actions {
  load: (one: Saved) => void;
  remove: (one: Saved) => void;
}

/** The kept scenarios beside the present one: headline figures of the first and the last month. */
export function comparison(store: Store, saved: readonly Saved[], actions: Actions): HTMLElement {
  if (saved.length === 0) return html`<p>None is kept in this browser yet.</p>`;
  const runs = [{scenario: OWN, run: store.current.run}, ...saved.map((one) => keptRun(store, one))];
  return html`<div class="grid-table side-by-side" role="region" aria-label="Kept scenarios" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">First month; last month</th>
          <th scope="col">present</th>
          ${saved.map((one) => heading(store, one, actions))}
        </tr>
      </thead>
      <tbody>
        ${figures.map(({column, title}) => line(title, column, runs))}
      </tbody>
    </table>
  </div>`;
}

/** A kept scenario's run, which the inspector knows by its name. */
function keptRun({session}: Store, {name, own}: Saved): NamedRun {
  const [scenario, run] = [`kept: ${name}`, session.run(session.adopt(own).scenario)];
  offerRun(scenario, {title: name, run});
  return {scenario, run};
}

function heading({session}: Store, one: Saved, {load, remove}: Actions): HTMLElement {
  const {taken} = session.adopt(one.own);
  return html`<th scope="col">
    ${one.name}<small>${changesInWords(one.own, taken)}, on ${taken.parent}</small>
    ${button("Load", () => load(one))} ${button("Delete", () => remove(one))}
  </th>`;
}

function line(title: string, column: string, runs: readonly NamedRun[]): HTMLElement {
  return html`<tr>
    <th scope="row">${title}</th>
    ${runs.map((one) => html`<td class="number">${number(one, column, 0)}; ${number(one, column, one.run.months - 1)}</td>`)}
  </tr>`;
}

function number({scenario, run}: NamedRun, column: string, month: number): HTMLElement {
  const id = `economy.${column}`;
  const text = amount(numberAt(run, id, 0, month), run.model.columns.get(id)!.unit.text);
  return cellLink(html`<span>${text}</span>`, {cell: `${id}@${month}`, scenario});
}
