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
import type {Store} from "../../components/sheet/store.js";

/** What can be done with a kept scenario. */
interface Actions {
  load: (scenario: Saved) => void;
  remove: (scenario: Saved) => void;
}

/** The kept scenarios beside the present one: headline figures of the first and the last month. */
export function comparison(store: Store, saved: readonly Saved[], actions: Actions): HTMLElement {
  if (saved.length === 0) return html`<p>None is kept in this browser yet.</p>`;
  const runs = [{scenario: OWN, run: store.current.run}, ...saved.map((scenario) => keptRun(store, scenario))];
  return html`<div class="grid-table side-by-side" role="region" aria-label="Kept scenarios" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">First month; last month</th>
          <th scope="col">present</th>
          ${saved.map((scenario) => heading(store, scenario, actions))}
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
  const scenario = `kept: ${name}`;
  const run = session.run(session.apply(own).scenario);
  offerRun(scenario, {title: name, run});
  return {scenario, run};
}

function heading({session}: Store, scenario: Saved, {load, remove}: Actions): HTMLElement {
  const {name, own} = scenario;
  const {applied} = session.apply(own);
  return html`<th scope="col">
    ${name}<small>${changesInWords(own, applied)}, on ${applied.parent}</small>
    ${button("Load", () => load(scenario))} ${button("Delete", () => remove(scenario))}
  </th>`;
}

function line(title: string, column: string, runs: readonly NamedRun[]): HTMLElement {
  return html`<tr>
    <th scope="row">${title}</th>
    ${runs.map((run) => ends(run, column))}
  </tr>`;
}

function ends(run: NamedRun, column: string): HTMLElement {
  return html`<td class="number">${number(run, column, 0)}; ${number(run, column, run.run.months - 1)}</td>`;
}

function number({scenario, run}: NamedRun, column: string, month: number): HTMLElement {
  const id = `economy.${column}`;
  const text = amount(numberAt(run, id, 0, month), run.model.columns.get(id)!.unit.text);
  return cellLink(html`<span>${text}</span>`, {cell: `${id}@${month}`, scenario});
}
