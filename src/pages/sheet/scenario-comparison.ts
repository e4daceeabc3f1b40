import {html} from "htl";
import {figures} from "../../lib/model/headline.js";
import {dateAt} from "../../lib/export/run-tables.js";
import {numberAt} from "../../lib/sheet/run.js";
import {cellLink} from "../../components/inspector/cell-link.js";
import {offerRun} from "../../components/inspector/page-run.js";
import {OWN} from "../../components/live/custom-scenario.js";
import {sparkline} from "../../components/sheet/paths.js";
import {seriesOf} from "../../components/sheet/series.js";
import type {Store} from "../../components/sheet/store.js";
import {monthName} from "../../components/words/month.js";
import {amount} from "../../components/words/format.js";
import {changeOfFigure} from "./change-of-figure.js";
import {differencesOf, type Compared} from "./differences.js";
import type {Saved} from "../../components/own/saved-scenarios.js";

/** A scenario in its column: what it is called, and by which name the inspector knows its run. */
interface Column extends Compared {
  title: string;
  name: string;
}

/** The base, the present scenario and kept ones side by side: their headline figures, and what each says otherwise. */
export function scenarioComparison(store: Store, saved: readonly Saved[], month: number): HTMLElement {
  const {scenario, run, baseline} = store.current;
  const parent = store.session.scenarios.find(({name}) => name === scenario.parent)!;
  const base = {...parent, run: baseline};
  const others = [{...scenario, name: OWN, title: "present", run}, ...saved.map((one) => keptColumn(store, one))];
  return html`<div>
    <h3>Headline figures, ${monthName(dateAt(run, month))}</h3>
    <div class="grid-table side-by-side" role="region" aria-label="Headline figures side by side" tabindex="0">
      <table>
        ${head("Figure", base, others)}
        <tbody>
          ${figures.map(({column, title}) => figureLine(column, title, base, others, month))}
        </tbody>
      </table>
    </div>
    <h3>What they change</h3>
    ${differenceTable(base, others)}
  </div>`;
}

/** A kept scenario's run, which the inspector knows by its name. */
function keptColumn({session}: Store, {name, own}: Saved): Column {
  const {scenario} = session.apply(own);
  const run = session.run(scenario);
  const kept = `kept: ${name}`;
  offerRun(kept, {title: name, run});
  return {...scenario, name: kept, title: name, run};
}

function head(what: string, base: Column, others: readonly Column[], unit = false): HTMLElement {
  return html`<thead>
    <tr>
      <th scope="col">${what}</th>
      ${unit ? html`<th scope="col">Unit</th>` : null}
      <th scope="col">${base.title}</th>
      ${others.map(({title}) => html`<th scope="col">${title}</th>`)}
    </tr>
  </thead>`;
}

function figureLine(
  column: string,
  title: string,
  base: Column,
  others: readonly Column[],
  month: number
): HTMLElement {
  const id = `economy.${column}`;
  const theirs = numberAt(base.run, id, 0, month);
  const cell = (one: Column): HTMLElement => {
    const mine = numberAt(one.run, id, 0, month);
    const change = one === base ? undefined : changeOfFigure(mine, theirs);
    const by = change && html`<small class=${change.way}>${change.text}</small>`;
    const {model} = one.run;
    const path = sparkline(seriesOf(one.run, model.columns.get(id)!, 0), seriesOf(base.run, model.columns.get(id)!, 0));
    const text = html`<span>${amount(mine, model.columns.get(id)!.unit.text)}</span>`;
    return html`<td class="number">${path} ${cellLink(text, {cell: `${id}@${month}`, scenario: one.name})} ${by}</td>`;
  };
  return html`<tr>
    <th scope="row">${title}</th>
    ${[base, ...others].map(cell)}
  </tr>`;
}

function differenceTable(base: Column, others: readonly Column[]): HTMLElement {
  const all = differencesOf(base, others);
  if (all.length === 0) return html`<p>Nothing: all are the same as ${base.title}.</p>`;
  const rest = all.length - MOST;
  return html`<div class="grid-table side-by-side" role="region" aria-label="What they change" tabindex="0">
    <table class="wb-differences">
      ${head("Cell", base, others, true)}
      <tbody>
        ${all.slice(0, MOST).map(
          ({place, unit, before, values}) =>
            html`<tr>
              <th scope="row"><code>${place}</code></th>
              <td>${unit}</td>
              <td>${shown(before)}</td>
              ${values.map((value) => html`<td class=${value === before ? "same" : "other"}>${shown(value)}</td>`)}
            </tr>`
        )}
      </tbody>
    </table>
    ${rest > 0 ? html`<p>and ${rest.toLocaleString("en")} more; the scenario's file lists them all.</p>` : ""}
  </div>`;
}

/** As many as are looked through. */
const MOST = 200;

function shown(text: string): string {
  return text === "" ? "–" : text;
}
