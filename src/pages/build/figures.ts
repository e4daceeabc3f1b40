import {shortNumberCell} from "../../components/figure/number-cell.js";
import {html} from "htl";
import {csvButtons} from "../../components/figure/csv-buttons.js";
import {gridOf, numberColumn, textColumn, type ColumnNote} from "../../components/figure/grid.js";
import {tableElement} from "../../components/figure/table-element.js";
import {share} from "../../components/words/format.js";
import type {Shown} from "./built.js";
import {monthOf} from "./words.js";

/** Progress, or the error. */
export function statusNote({busy, error}: Shown): HTMLElement {
  return html`<div role="status" aria-live="polite">
    ${busy === "" ? null : html`<p><progress></progress> ${busy}</p>`}
    ${error === "" ? null : html`<pre class="sql-error">${error}</pre>`}
  </div>`;
}

/** What to order when, with a button for it as CSV. */
export function orderTable({built}: Shown, name: (key: string) => string): HTMLElement | null {
  if (!built || built.answer.plan.orders.length === 0) return null;
  const adds = built.one.question.demand ? costColumn : valueColumn;
  const rows = built.answer.plan.orders.map(({kind, order, opening, units, gpus, power, price, value, cost}) => ({
    ...{order: monthOf(built, order), opens: monthOf(built, opening), kind: name(kind), units, gpus},
    ...{power: shortNumberCell(power), price: shortNumberCell(price / MUSD)},
    ...{value: shortNumberCell(value / MUSD), cost: shortNumberCell(cost / MUSD)}
  }));
  const grid = gridOf(rows, [...orderColumns, adds]);
  const words = {heading: "What to order when for a site", source: "the plan of this page"};
  const saves = csvButtons(
    "build.csv",
    () => grid,
    () => words
  );
  return html`<div>
    ${tableElement(grid, {label: "Orders by month"})}
    <p class="report-buttons">${saves}</p>
  </div>`;
}

/** The use of each constraint, and the value of relaxing it. */
export function worthTable({built}: Shown): HTMLElement | null {
  if (!built) return null;
  const {worth, uses} = built.answer;
  const used = uses.map(({limit, used, bound, unit}) => ({
    ...{limit, used: shown(used, unit), bound: shown(bound, unit)},
    ...{unit: unit === "USD" ? "million USD" : unit, share: bound > 0 ? share(used / bound) : "none"}
  }));
  const gains = worth.map(({change, gain}) => ({change, gain: shortNumberCell(gain / MUSD)}));
  return html`<div>
    ${tableElement(gridOf(used, useColumns), {label: "Constraints and their use"})}
    ${gains.length === 0 ? null : tableElement(gridOf(gains, gainColumns), {label: "Value of relaxing a constraint"})}
  </div>`;
}

/** Plans by their greatest regret, and what each is worth in every scenario. */
export function regretTable({built}: Shown, title: (scenario: string) => string): HTMLElement | null {
  if (!built?.candidates) return null;
  const scenarios = [...built.candidates[0]!.values.keys()];
  const rows = built.candidates.map(({name, regret, values}) => ({
    plan: scenarios.reduce((words, scenario) => words.replace(`“${scenario}”`, `“${title(scenario)}”`), name),
    regret: shortNumberCell(regret / MUSD),
    ...Object.fromEntries(scenarios.map((scenario) => [title(scenario), shortNumberCell(values.get(scenario)! / MUSD)]))
  }));
  const columns = [
    textColumn("plan", "How the plan was found"),
    numberColumn("regret", "million USD", "Largest shortfall against the best plan of a scenario"),
    ...scenarios.map((scenario) =>
      numberColumn(title(scenario), "million USD", `Net present value in “${title(scenario)}”`)
    )
  ];
  return tableElement(gridOf(rows, columns), {label: "Plans by maximum regret"});
}

const MUSD = 1e6;

function shown(value: number, unit: string): number | null {
  return shortNumberCell(unit === "USD" ? value / MUSD : value);
}

const orderColumns: ColumnNote[] = [
  textColumn("order", "Month of order and payment"),
  textColumn("opens", "Month of the first GPU-hour"),
  textColumn("kind", "Accelerator"),
  numberColumn("units", "", "Whole servers or racks"),
  numberColumn("gpus", "GPU", "Accelerators"),
  numberColumn("power", "MW", "IT power required"),
  numberColumn("price", "million USD", "Price, including the building if owned")
];

const valueColumn = numberColumn("value", "million USD", "Contribution to NPV");
const costColumn = numberColumn("cost", "million USD", "Discounted cost to buy and run, less residual value");

const useColumns: ColumnNote[] = [
  textColumn("limit", "Constraint"),
  numberColumn("used", "", "Use in the month or year of greatest use"),
  numberColumn("bound", "", "Limit in that month or year"),
  textColumn("unit", "Unit of both"),
  textColumn("share", "Share used")
];

const gainColumns: ColumnNote[] = [
  textColumn("change", "The relaxation, other things equal"),
  numberColumn("gain", "million USD", "Gain in NPV, or cost saved, found by solving again")
];
