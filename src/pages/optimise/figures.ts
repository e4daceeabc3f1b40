import {foremost} from "../../components/words/foremost.js";
import {html} from "htl";
import type {PlanAction, PlanConflict, PlanLimit} from "../../lib/optimise/plan/types.js";
import {limitName, perUnit, reachWords} from "../../lib/optimise/constraint-text.js";
import {stackedTotals, type TotalPart} from "../../components/charts/stacked-totals.js";
import {stackedYears, type YearPart} from "./stacked-years.js";
import {amount, cell, share, unitless, usd} from "../../components/words/format.js";
import {unitWords} from "../../components/words/unit-words.js";
import {headlines, type Headline} from "../../components/figure/headline.js";
import type {Recorded} from "../../components/inspector/origin.js";
import {layerColor} from "../../components/words/layer.js";
import {tableOf} from "../../components/words/provenance.js";
import {ofAction, ofActions, ofLimit, ofPlan, ofService} from "./inspected.js";
import {failure} from "../../components/load/failure.js";
import {quoted} from "../../lib/export/sql/identifier.js";
import {lines} from "../../components/figure/query-text.js";
import {planQuery} from "./question.js";
import type {Names} from "./names.js";
import type {Shown} from "./planner.js";
import {tableElement} from "../../components/figure/table-element.js";
import {responsive} from "../../components/figure/responsive.js";

/** Where the figures of plans come from. */
export const source = "the linear program, solved by HiGHS on the model's tables; 2026 USD, real present values";

/** What is being done about a question, what is wrong with it, or why there is no plan. */
export function statusNote({busy, error, again, plan}: Shown): HTMLElement {
  return html`<div role="status" aria-live="polite">
    ${busy === "" ? null : html`<p><progress></progress> ${busy}</p>`}
    ${error === "" ? null : again ? failure(error, again) : html`<pre class="sql-error">${error}</pre>`}
    ${plan.conflict ? conflictElement(plan.conflict) : solverNote(plan.status)}
  </div>`;
}

function solverNote(status: Shown["plan"]["status"]): HTMLElement | null {
  return status === "optimal" ? null : html`<p>No plan: the solver reports “${status}”.</p>`;
}

function conflictElement({set, relief}: PlanConflict): HTMLElement {
  return html`<div class="card">
    <h2>No plan meets these constraints</h2>
    <p>They conflict; without any one of them, the others could be met:</p>
    <ul>
      ${set.map((limit) => html`<li><code>${limitName(limit)}</code> ${boundWords(limit)}</li>`)}
    </ul>
    <p>The smallest relaxation that makes a plan possible:</p>
    <ul>
      ${relief.map((limit) => html`<li><code>${limitName(limit)}</code> ${reliefWords(limit)}</li>`)}
    </ul>
  </div>`;
}

function boundWords({least, most, limit, unit}: PlanConflict["set"][number]): string {
  return limit === "demand" ? `at least ${share(least)} served` : `at most ${rounded(most)} ${unit}`;
}

function reliefWords({from, to, unit}: PlanConflict["relief"][number]): string {
  return `from ${rounded(from)} to ${rounded(to)} ${unit}`;
}

function rounded(value: number): string {
  return cell(Number(value.toPrecision(4)));
}

/** What the plan comes to. */
export function planCards({plan}: Shown): HTMLElement {
  const {goal, value, carbon, gap, actions} = plan;
  const titles = {npv: "NPV of the plan", value: "Output less cost", cost: "Cost of meeting demand"};
  const spent = total(actions, "receive") + total(actions, "buy") + total(actions, "build") + total(actions, "sell");
  const layer = "neocloud";
  const cards: Headline[] = [
    {
      label: titles[goal],
      unit: "USD",
      central: value,
      layer: "value",
      note: "present value over all years",
      origin: ofPlan(plan, "value")
    },
    {
      label: "Capital expenditure",
      unit: "USD",
      central: spent,
      layer,
      note:
        `all years, net of ${usd(-total(actions, "sell"))} of disposal proceeds; ` +
        `${usd(total(actions, "receive"))} ordered beforehand`,
      origin: ofActions(
        actions.filter(({action}) => ["receive", "buy", "build", "sell"].includes(action)),
        "amount"
      )
    },
    {
      label: "GPU rental",
      unit: "USD",
      central: total(actions, "rent"),
      layer,
      note: "one-year contracts at the scenario's prices",
      origin: ofActions(
        actions.filter(({action}) => action === "rent"),
        "amount"
      )
    },
    {
      label: "Emissions",
      unit: "tCO2e",
      central: carbon,
      layer: "materials",
      note: "operational and embodied, all years",
      origin: ofPlan(plan, "carbon")
    },
    {
      label: "Optimality gap",
      unit: "1",
      central: gap < PROVEN ? 0 : gap,
      layer: "inference",
      note: "how much better another plan could be, relative to this one's value",
      origin: ofPlan(plan, "gap")
    }
  ];
  return headlines(cards);
}

/** A gap below this is rounding: the plan is the best. */
const PROVEN = 1e-9;

function total(actions: readonly PlanAction[], action: PlanAction["action"]): number {
  return actions.filter((row) => row.action === action).reduce((sum, {amount}) => sum + amount, 0);
}

/** What there is to compute with, year by year. */
export function capacityFigure({plan, question}: Shown, names: Names): HTMLElement {
  const there = plan.actions.filter(({action}) => action === "hold" || action === "rent");
  const kinds = [...new Set(there.map(({kind, action}) => `${kind} ${action}`))].sort(
    (a, b) => place(a, names) - place(b, names)
  );
  const parts = kinds.flatMap((key, i): YearPart[] => {
    const [kind, action] = key.split(" ") as [string, string];
    const part = action === "rent" ? `${names.kind(kind)}, rented` : names.kind(kind);
    const years = [...new Set(there.map(({year}) => year))].sort();
    return years.map((year) => {
      const rows = there.filter((row) => row.kind === kind && row.action === action && row.year === year);
      const power = sum(rows, (row) => row.power);
      const gpus = sum(rows, ({quantity}) => quantity);
      return {
        year,
        part,
        value: power,
        color: shade(i, kinds.length, action),
        origin: ofActions(rows, "power"),
        note: `${part} in ${year}\n${amount(power, "MW")}, ${amount(gpus, "GPU")}`
      };
    });
  });
  const options = {
    title: "Accelerators in service",
    finding: largestYear(parts),
    unit: "MW of IT power",
    source: `${source}: tables plan_action and accelerator`,
    ariaLabel: parts
      .filter(({value}) => value > 0.1)
      .map(({note}) => note.replace("\n", ": "))
      .join("; "),
    table: there,
    query: planQuery(question, lines(`SELECT ${actionColumns}`, "FROM plan_action", "WHERE action IN ('hold', 'rent')"))
  };
  return responsive(options, ({width}) => stackedYears(parts, {width, format: unitless}));
}

/** The year with most IT power in service; undefined where two share the place. */
function largestYear(parts: readonly YearPart[]): string | undefined {
  const years = [...new Set(parts.map(({year}) => year))];
  const most = foremost(
    years.map((year) => ({
      name: year,
      value: sum(
        parts.filter((part) => part.year === year),
        ({value}) => value
      )
    }))
  );
  return most && `Accelerators in service peak in ${most.name}, at ${amount(most.value, "MW")}`;
}

const actionColumns = "year, site, region, kind, action, unit, quantity, amount, power";
const serviceColumns = "year, stream, site, region, kind, rented = 'true' AS rented, share, gpus";

/** Where a kind is drawn: older ones first, rented ones last. */
function place(key: string, {kinds}: Names): number {
  const [kind = "", action] = key.split(" ");
  return kinds.indexOf(kind) + (action === "rent" ? kinds.length : 0);
}

function sum<T>(rows: readonly T[], value: (row: T) => number): number {
  return rows.reduce((total, row) => total + value(row), 0);
}

/** Shades of the layer's colour, paler for those named first; rented ones in another's. */
function shade(index: number, count: number, action: string): string {
  const percent = 35 + (65 * (index + 1)) / count;
  const layer = action === "rent" ? "application" : "neocloud";
  return `color-mix(in srgb, ${layerColor(layer)} ${percent.toFixed(0)}%, var(--theme-background))`;
}

const verbs = {
  receive: "receive, on order beforehand",
  buy: "buy",
  sell: "sell",
  rent: "rent for the year",
  hold: "hold",
  build: "build capacity"
};

/** What is bought, sold, rented and built, as a table. */
export function actionTable({plan}: Shown, names: Names): HTMLElement {
  const actions = plan.actions
    .filter(({action}) => action !== "hold")
    .sort((a, b) => a.year.localeCompare(b.year) || b.amount - a.amount);
  const shown = ({year, action, quantity, unit, kind, site, amount: money}: PlanAction): object => ({
    year,
    action: verbs[action],
    quantity: unit === "GPU" ? Math.max(1, Math.round(quantity)) : Number(quantity.toPrecision(3)),
    what: unit === "MW" ? "MW" : names.kind(kind),
    where: names.site(site),
    "million USD": Number((money / 1e6).toPrecision(3))
  });
  const origin = (action: PlanAction, column: string): Recorded | undefined =>
    column === "quantity"
      ? ofAction(action, "quantity")
      : column === "million USD"
        ? ofAction(action, "amount")
        : undefined;
  return tableElement(tableOf(actions, {shown, origin}), {
    label: "Purchases, disposals, rentals and construction by year"
  });
}

/** Which requests are served on what, where, in a year. */
export function serviceFigure({plan, question}: Shown, year: string, names: Names): HTMLElement {
  const rows = plan.services.filter((row) => row.year === year);
  const places = [...new Set(rows.map(({kind, site, rented}) => `${kind} ${site} ${rented}`))].sort();
  const parts = rows.map((row): TotalPart => {
    const place = places.indexOf(`${row.kind} ${row.site} ${row.rented}`);
    return {
      total: names.stream(row.stream),
      part: `${names.kind(row.kind)}, ${names.region(row.region)}${row.rented ? ", rented" : ""}`,
      value: row.share,
      origin: ofService(row),
      color: shade(place, places.length, row.rented ? "rent" : "hold")
    };
  });
  const streams = [...new Set(plan.limits.filter(({limit}) => limit === "demand").map(({key}) => key))];
  const refused = streams.map((stream): TotalPart => {
    const served = sum(
      rows.filter((row) => row.stream === stream),
      (row) => row.share
    );
    return {
      total: names.stream(stream),
      part: "not served",
      value: Math.max(0, 1 - served),
      color: "var(--theme-foreground-faint)"
    };
  });
  const found = servedInWords(new Set(rows.map(({stream}) => stream)).size, places.length);
  const options = {
    title: `Where requests are served in ${year}`,
    finding: found,
    unit: "share of each deployment's requests",
    source: `${source}: tables plan_service and placement`,
    ariaLabel: `${found}.`,
    table: rows,
    query: planQuery(question, lines(`SELECT ${serviceColumns}`, "FROM plan_service", `WHERE year = ${quoted(year)}`))
  };
  const drawn = [...parts, ...refused.filter(({value}) => value > 0.0005)];
  drawn.sort((a, b) => a.total.localeCompare(b.total));
  return responsive(options, ({width}) => stackedTotals(drawn, {width, unit: "share"}));
}

function servedInWords(deployments: number, sites: number): string {
  const served = deployments === 1 ? "One deployment is" : `${deployments} deployments are`;
  return `${served} served at ${sites === 1 ? "one site" : `${sites} sites`}`;
}

const limitOrder = ["power", "memory", "capital", "water", "rent", "carbon"];

/** The limits, those that bind first. */
export function limitTable({plan}: Shown): HTMLElement {
  const limits = plan.limits
    .filter(({limit}) => limit !== "demand")
    .sort(
      (a, b) =>
        Number(b.worth !== 0) - Number(a.worth !== 0) || limitOrder.indexOf(a.limit) - limitOrder.indexOf(b.limit)
    );
  const shown = (limit: PlanLimit): object => ({
    constraint: limitName(limit),
    used: `${amount(limit.used)} of ${amount(limit.bound)} ${unitWords(limit.unit)}`,
    share: limit.bound > 0 ? share(limit.used / limit.bound) : "none available",
    "one more": unitWords(perUnit(limit.worth_unit).unit, true),
    "shadow price": limit.worth === 0 ? "0" : `${usd(limit.worth)}${perUnit(limit.worth_unit).period}`,
    "that holds": reachWords(limit, (value) => amount(value, limit.unit))
  });
  const origin = (limit: PlanLimit, column: string): Recorded =>
    ofLimit(limit, column === "shadow price" ? "worth" : "used");
  return tableElement(tableOf(limits, {shown, origin}), {
    label: "Constraints, their use and their shadow prices"
  });
}
