import {html} from "htl";
import {csv} from "../../lib/export/csv.js";
import {button} from "../../components/figure/button.js";
import {download} from "../../components/figure/download.js";
import {gridOf, type ColumnNote} from "../../components/figure/grid.js";
import {tableElement} from "../../components/figure/table-element.js";
import {share} from "../../components/words/format.js";
import type {Shown} from "./built.js";
import {monthOf} from "./words.js";

/** What is being done, or what went wrong. */
export function statusNote({busy, error}: Shown): HTMLElement {
  return html`<div role="status" aria-live="polite">
    ${busy === "" ? null : html`<p><progress></progress> ${busy}</p>`}
    ${error === "" ? null : html`<pre class="sql-error">${error}</pre>`}
  </div>`;
}

/** What to order when, with a button for it as CSV. */
export function orderTable({built}: Shown, name: (key: string) => string): HTMLElement | null {
  if (!built || built.answer.plan.orders.length === 0) return null;
  const rows = built.answer.plan.orders.map(({kind, order, opening, units, gpus, power, price, value}) => ({
    ...{order: monthOf(built, order), opens: monthOf(built, opening), kind: name(kind), units, gpus},
    ...{power: digits(power), price: digits(price / MUSD), value: digits(value / MUSD)}
  }));
  const grid = gridOf(rows, orderColumns);
  const save = button("Download CSV", () => download("build.csv", csv(grid), "text/csv"));
  return html`<div>${tableElement(grid, {label: "What to order when"})}${save}</div>`;
}

/** How much of each limit is used, and what more of it is worth. */
export function worthTable({built}: Shown): HTMLElement | null {
  if (!built) return null;
  const {worth, uses} = built.answer;
  const used = uses.map(({limit, used, bound, unit}) => ({
    ...{limit, used: shown(used, unit), bound: shown(bound, unit)},
    ...{unit: unit === "USD" ? "million USD" : unit, share: bound > 0 ? share(used / bound) : "none"}
  }));
  const gains = worth.map(({change, gain}) => ({change, gain: digits(gain / MUSD)}));
  return html`<div>
    ${tableElement(gridOf(used, useColumns), {label: "Limits and their use"})}
    ${tableElement(gridOf(gains, gainColumns), {label: "What more is worth"})}
  </div>`;
}

/** Plans by their greatest regret, and what each is worth in every scenario. */
export function regretTable({built}: Shown, title: (scenario: string) => string): HTMLElement | null {
  if (!built?.candidates) return null;
  const scenarios = [...built.candidates[0]!.values.keys()];
  const rows = built.candidates.map(({name, regret, values}) => ({
    plan: scenarios.reduce((words, scenario) => words.replace(`“${scenario}”`, `“${title(scenario)}”`), name),
    regret: digits(regret / MUSD),
    ...Object.fromEntries(scenarios.map((scenario) => [title(scenario), digits(values.get(scenario)! / MUSD)]))
  }));
  const columns = [
    text("plan", "How the plan was found"),
    number("regret", "M USD", "What it is worth less than the best plan, in the scenario where that is most"),
    ...scenarios.map((scenario) => number(title(scenario), "M USD", `Net present value in “${title(scenario)}”`))
  ];
  return tableElement(gridOf(rows, columns), {label: "Plans by their greatest regret"});
}

const MUSD = 1e6;

function shown(value: number, unit: string): number | null {
  return digits(unit === "USD" ? value / MUSD : value);
}

function digits(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(4)) : null;
}

const text = (name: string, description: string): ColumnNote => ({name, type: "text", unit: "", description});
const number = (name: string, unit: string, description: string): ColumnNote => ({
  ...{name, type: "number", unit, description}
});

const orderColumns: ColumnNote[] = [
  text("order", "Month of the order, in which it is paid for"),
  text("opens", "Month of the first GPU-hour"),
  text("kind", "Accelerator"),
  number("units", "", "Whole servers or racks"),
  number("gpus", "GPU", "Accelerators in them"),
  number("power", "MW", "IT power that they need"),
  number("price", "M USD", "Price, with the hall where it is owned"),
  number("value", "M USD", "What they add to the net present value")
];

const useColumns: ColumnNote[] = [
  text("limit", "What is limited"),
  number("used", "", "Use in the month or year in which it is greatest"),
  number("bound", "", "The limit there"),
  text("unit", "Unit of both"),
  text("share", "Share that is used")
];

const gainColumns: ColumnNote[] = [
  text("change", "What there is more of; all else equal"),
  number("gain", "M USD", "Gain of net present value, found by solving again")
];
