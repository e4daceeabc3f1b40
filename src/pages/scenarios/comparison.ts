import {inputName} from "./input-name.js";
import {OWN} from "../../components/live/custom-scenario.js";
import {REFERENCE} from "../../lib/model/reference.js";
import {html} from "htl";
import {quoted} from "../../lib/export/sql/identifier.js";
import type {FigureQuery} from "../../components/figure/figure-query.js";
import {dayOf, lines, listed, placeIn} from "../../components/figure/query-text.js";
import type {Bar} from "../../components/charts/bars.js";
import type {Series} from "../../components/charts/time-lines.js";
import {type Option} from "../../components/form/controls.js";
import {of} from "../../components/rows/filter.js";
import {amount, cellUnit, interval, share} from "../../components/words/format.js";
import {cellOf, recordOf, type Made, type Recorded} from "../../components/inspector/origin.js";
import {layerColor} from "../../components/words/layer.js";
import {dateIn, numberIn, textIn} from "../../components/rows/row-values.js";
import {cite, cited, say, type Sentence} from "../../components/words/sentence.js";
import type {RowOf, RowsOf} from "../../components/rows/table-types.js";
import {monthName} from "../../components/words/month.js";
import {unitWords} from "../../components/words/unit-words.js";

/** The scenarios of the chain, to choose from. */
export function scenarioOptions(scenarios: RowsOf<"scenario">): Option[] {
  return scenarios
    .filter(({model}) => model === "chain")
    .map((row) => ({value: textIn(row, "name"), title: textIn(row, "title")}));
}

/** The scenarios that the page starts with, the reader's own among them if there is one, and how many may be chosen. */
export function startOf(options: readonly Option[]) {
  const last = options.some(({value}) => value === OWN) ? OWN : "power-crunch";
  return {last, start: [REFERENCE, last, "agentic-boom", "gpu-glut"], minimum: 3, maximum: 5};
}

const colors = (["neocloud", "value", "application", "inference", "materials"] as const).map(layerColor);

/** A figure of the `headline` table over months, a line a scenario; the reference is dashed. */
export function pathsOf(headline: RowsOf<"headline">, chosen: readonly Option[], figure: string): Series[] {
  return chosen.map(({value, title}, index) => ({
    name: title,
    color: value === REFERENCE ? "var(--theme-foreground-muted)" : colors[index % colors.length]!,
    dashed: value === REFERENCE,
    points: of(headline, value)
      .filter((row) => row.figure === figure)
      .map((row) => ({date: dateIn(row, "date"), value: numberIn(row, "central"), origin: cellOf(row, "central")}))
  }));
}

/** The query that gives the points of `pathsOf`. */
export function pathsQuery(chosen: readonly Option[], figure: string): FigureQuery {
  const names = chosen.map(({value}) => value);
  if (names.includes(OWN)) return ownScenario;
  return {
    sql: lines(
      "SELECT scenario.title AS scenario, date, central AS value",
      "FROM headline JOIN scenario ON scenario.name = headline.scenario",
      `WHERE figure = ${quoted(figure)} AND headline.scenario IN ${listed(names)}`,
      `ORDER BY ${placeIn(names, "headline.scenario")}, date`
    )
  };
}

/** Why a figure has no query where the reader's scenario is in it. */
export const ownScenario = {made: "one of the scenarios is your own, computed on this page"};

/** Figures by scenario in a month, each with its range. */
export function sideBySide(headline: RowsOf<"headline">, chosen: readonly Option[], month: string): HTMLElement {
  const columns = chosen.map(({value}) => of(headline, value, month));
  const base = baseOf(chosen);
  return html`<div class="grid-table side-by-side" role="region" aria-label="Key figures by scenario" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">${monthName(month)}</th>
          ${chosen.map(({title}) => html`<th scope="col" class="number">${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${columns[base]!.map(
          (row) =>
            html`<tr>
              <th scope="row">${textIn(row, "title")}${unitBeside(textIn(row, "unit"))}</th>
              ${columns.map((column, i) =>
                figureCell(
                  column.find(({figure}) => figure === row.figure),
                  i === base ? NaN : numberIn(row, "central")
                )
              )}
            </tr>`
        )}
      </tbody>
    </table>
  </div>`;
}

/** The scenario that others are compared with: the reference where it is chosen, else the first. */
function baseOf(chosen: readonly Option[]): number {
  return Math.max(
    0,
    chosen.findIndex(({value}) => value === REFERENCE)
  );
}

/** Its title. */
export function titleOfBase(chosen: readonly Option[]): string {
  return `“${chosen[baseOf(chosen)]?.title ?? ""}”`;
}

/** A unit, or its time, that the row's numbers are read without. */
function unitBeside(unit: string): HTMLElement | string {
  const words = cellUnit(unit) === "" ? unitWords(unit) : unit.endsWith(MONTHLY) ? "a month" : "";
  return words === "" ? "" : html`<br /><small>${words}</small>`;
}

const MONTHLY = "/month";

/** The unit of a month's amount: a column of cells need not repeat that it is a month's. */
function shortUnit(unit: string): string {
  return unit.endsWith(MONTHLY) ? unit.slice(0, -MONTHLY.length) : unit;
}

/** A figure with its range and, but for the one that others are compared with, how far it is from that. */
function figureCell(row: RowOf<"headline"> | undefined, first: number): HTMLElement {
  const unit = shortUnit(cellUnit(textIn(row, "unit")));
  const value = {central: numberIn(row, "central"), low: numberIn(row, "low"), high: numberIn(row, "high")};
  const within = interval(value, unit);
  const range = within === "" ? "" : cited(within, recordOf(row, "low"));
  const change = changeFrom(first, numberIn(row, "central"), unit);
  const relative = change === "" ? "" : html`<small>${change}</small><br />`;
  return html`<td class="number">${cite(row, "central", unit)}<br />${relative}<small>${range}</small></td>`;
}

/** A figure of a month, and the two scenarios between which it differs. */
export interface Difference {
  from: string;
  to: string;
  figure: string;
  month: string;
}

/** A step of the way from one scenario's figure to another's. */
export interface BridgeStep {
  input: string;
  scenario: string;
  amount: number;
  origin: Recorded | undefined;
}

/**
 * What the inputs that two scenarios change add to the difference: those of the first are taken back, those of the
 * second put in.
 */
export function stepsBetween(bridge: RowsOf<"scenario_bridge">, {from, to, figure, month}: Difference): BridgeStep[] {
  const steps = (scenario: string, sign: number): BridgeStep[] =>
    of(bridge, scenario, month)
      .filter((row) => row.figure === figure)
      .map((row) => ({
        input: textIn(row, "input"),
        scenario,
        amount: sign * numberIn(row, "amount"),
        origin: recordOf(row, "amount")
      }));
  return from === to ? [] : [...steps(from, -1), ...steps(to, 1)];
}

/** The query that gives `stepsBetween`. */
export function stepsQuery({from, to, figure, month}: Difference): FigureQuery {
  if (from === to) return {made: "the two scenarios are the same"};
  if (from === OWN || to === OWN) return ownScenario;
  return {
    sql: lines(
      `SELECT input, scenario, CASE scenario WHEN ${quoted(from)} THEN -amount ELSE amount END AS amount`,
      "FROM (SELECT *, row_number() OVER () AS place FROM scenario_bridge)",
      `WHERE figure = ${quoted(figure)} AND date = ${dayOf(month)} AND scenario IN ${listed([from, to])}`,
      `ORDER BY ${placeIn([from, to], "scenario")}, place`
    )
  };
}

/** The steps as bars, the largest first. */
export function stepBars(steps: readonly BridgeStep[], titleOf: (scenario: string) => string): Bar[] {
  return [...steps]
    .sort((x, y) => Math.abs(y.amount) - Math.abs(x.amount))
    .map(({input, scenario, amount: value, origin}) => ({
      label: `${input.replace(/^parameter\./, "").replaceAll(/[._]/g, " ")} (${titleOf(scenario)})`,
      value,
      color: layerColor(value < 0 ? "application" : "inference"),
      origin
    }));
}

/** The cells between which two scenarios differ. */
export function differenceOf({from, to, figure, month}: Difference): Made {
  const cell = `economy.${figure}@${month}`;
  const of = [to, from].map((scenario) => ({cell, scenario}));
  return {words: `The first, in the scenario ${to}, less the second, in ${from}:`, of};
}

/** The difference and the input that contributes most to it, in a sentence. */
export function bridgeTakeaway(steps: readonly BridgeStep[], unit: string, difference?: Made, before = NaN): Sentence {
  const total = steps.reduce((sum, step) => sum + step.amount, 0);
  const [largest] = [...steps].sort((x, y) => Math.abs(y.amount) - Math.abs(x.amount));
  if (!largest || largest.amount === 0) return say`The two scenarios do not differ in this figure`;
  const name = inputName(largest.input);
  const part = total === 0 ? "" : `, or ${share(largest.amount / total)} of it`;
  const most = cited(amount(largest.amount, unit), largest.origin);
  const relative = Number.isFinite(before) && before !== 0 ? `, or ${signedShare(total / before)}` : "";
  return say`The difference is ${cited(amount(total, unit), difference)}${relative}. The largest contribution comes from
    ${name}: ${most}${part}`;
}

/** `+0.0024 USD, +3.84 %`; nothing where one of the two is missing. */
function changeFrom(before: number, after: number, unit: string): string {
  const difference = after - before;
  if (!Number.isFinite(difference)) return "";
  const sign = difference > 0 ? "+" : "";
  return `${sign}${amount(difference, unit)}${before === 0 ? "" : `, ${signedShare(difference / Math.abs(before))}`}`;
}

/** `+8.7 %` */
function signedShare(value: number): string {
  return `${value > 0 ? "+" : ""}${share(value)}`;
}

/** What the scenarios assume, each in a paragraph and in the inputs that it sets. */
export function descriptions(scenarios: RowsOf<"scenario">): HTMLElement {
  const texts = scenarios
    .filter(({model}) => model === "chain")
    .map((row) => {
      const changes = textIn(row, "changes") || "Every assumption takes its central value.";
      return html`<h3>${textIn(row, "title")}</h3>
        <p>${textIn(row, "description")}</p>
        <p><small>${changes}</small></p>`;
    });
  return html`<div>${texts}</div>`;
}
