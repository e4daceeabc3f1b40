import {html} from "htl";
import type {PlanAction, PlanConflict, PlanLimit} from "../../lib/optimise/plan/types.js";
import {limitName, perUnit, reachWords, worthWords} from "../../lib/optimise/constraint-text.js";
import {stackedTotals, type TotalPart} from "../../components/charts/stacked-totals.js";
import {stackedYears, type YearPart} from "./stacked-years.js";
import {amount, cell, share, usd} from "../../components/words/format.js";
import {headlines, type Headline} from "../../components/figure/headline.js";
import type {Recorded} from "../../components/inspector/cell-link.js";
import {layerColor} from "../../components/words/layer.js";
import {tableOf} from "../../components/words/provenance.js";
import {ofAction, ofActions, ofLimit, ofPlan, ofService} from "./inspected.js";
import type {Shown} from "./planner.js";
import {tableElement} from "../../components/figure/table-element.js";
import {responsive} from "../../components/figure/responsive.js";

/** Names of sites, kinds of accelerators and streams of requests. */
export interface Names {
  site: (key: string) => string;
  kind: (key: string) => string;
  region: (key: string) => string;
  stream: (key: string) => string;
  /** Keys of all kinds, older ones first. */
  kinds: readonly string[];
}

/** Where the figures of plans come from. */
export const source = "HiGHS on the model's tables (lib/optimise); money in USD of 2026, present values real";

/** What is being done about a question, what is wrong with it, or why there is no plan. */
export function statusNote({busy, error, plan}: Shown): HTMLElement {
  return html`<div role="status" aria-live="polite">
    ${busy === "" ? null : html`<p><progress></progress> ${busy}</p>`}
    ${error === "" ? null : html`<pre class="sql-error">${error}</pre>`}
    ${plan.conflict ? conflictElement(plan.conflict) : plan.status === "optimal" ? null : html`<p>There is no plan: the solver says “${plan.status}”.</p>`}
  </div>`;
}

function conflictElement({set, relief}: PlanConflict): HTMLElement {
  const bound = ({least, most, limit}: PlanConflict["set"][number]): string =>
    limit === "demand" ? `at least ${share(least)}` : `at most ${cell(Number(most.toPrecision(4)))}`;
  return html`<div class="card">
    <h2>No plan keeps these limits</h2>
    <p>They can't all be kept; without any one of them, the others could:</p>
    <ul>
      ${set.map((one) => html`<li><code>${limitName(one)}</code> ${bound(one)} ${one.limit === "demand" ? "served" : one.unit}</li>`)}
    </ul>
    <p>The least that would have to give way, as shares of the limits:</p>
    <ul>
      ${relief.map((one) => html`<li><code>${limitName(one)}</code> from ${cell(Number(one.from.toPrecision(4)))} to ${cell(Number(one.to.toPrecision(4)))} ${one.unit}</li>`)}
    </ul>
  </div>`;
}

/** What the plan comes to. */
export function planCards({plan}: Shown): HTMLElement {
  const {goal, value, carbon, gap, actions} = plan;
  const titles = {npv: "NPV of the plan", value: "Output gained, less cost", cost: "Cost of serving all"};
  const spent = total(actions, "buy") + total(actions, "build") + total(actions, "sell");
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
      label: "Spent on hardware and halls",
      unit: "USD",
      central: spent,
      layer,
      note: `over all years, ${usd(-total(actions, "sell"))} of sales taken off`,
      origin: ofActions(
        actions.filter(({action}) => ["buy", "build", "sell"].includes(action)),
        "amount"
      )
    },
    {
      label: "Rented",
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
      label: "Greenhouse gas",
      unit: "tCO2e",
      central: carbon,
      layer: "materials",
      note: "electricity and making, all years",
      origin: ofPlan(plan, "carbon")
    },
    {
      label: "Proven best",
      unit: "1",
      central: gap,
      layer: "inference",
      note: "gap to the dual program's value, relative: nothing is better by more",
      origin: ofPlan(plan, "gap")
    }
  ];
  return headlines(cards);
}

function total(actions: readonly PlanAction[], action: PlanAction["action"]): number {
  return actions.filter((one) => one.action === action).reduce((sum, {amount}) => sum + amount, 0);
}

/** What a plan does, in two sentences. */
export function planWords({plan}: Shown, names: Names): string {
  if (plan.status !== "optimal") return "";
  const bought = largest(plan.actions.filter(({action}) => action === "buy"));
  const binding = plan.limits
    .filter(({limit, worth}) => limit !== "demand" && worth !== 0)
    .sort((a, b) => b.bound * b.worth - a.bound * a.worth);
  const most = bought
    ? `Most is spent on ${names.kind(bought.kind)} at ${names.site(bought.site)}, for ${bought.year}.`
    : "Nothing is bought.";
  const [tight] = binding;
  const words = tight
    ? `${binding.length} of its limits bind, ${limitName(tight)} most: ${worthWords(tight, usd)}.`
    : "None of its limits binds: more power, capital or memory would be worth nothing.";
  return `${most} ${words}`;
}

function largest(actions: readonly PlanAction[]): PlanAction | undefined {
  return [...actions].sort((a, b) => b.amount - a.amount)[0];
}

/** What there is to compute with, year by year. */
export function capacityFigure({plan}: Shown, names: Names): HTMLElement {
  const there = plan.actions.filter(({action}) => action === "hold" || action === "rent");
  const kinds = [...new Set(there.map(({kind, action}) => `${kind} ${action}`))].sort(
    (a, b) => place(a, names) - place(b, names)
  );
  const parts = kinds.flatMap((key, i): YearPart[] => {
    const [kind, action] = key.split(" ") as [string, string];
    const part = action === "rent" ? `${names.kind(kind)}, rented` : names.kind(kind);
    const years = [...new Set(there.map(({year}) => year))].sort();
    return years.map((year) => {
      const rows = there.filter((one) => one.kind === kind && one.action === action && one.year === year);
      const [power, gpus] = [sum(rows, ({power}) => power), sum(rows, ({quantity}) => quantity)];
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
    title: "Accelerators at work",
    unit: "MW of IT power",
    source: `${source}: tables plan_action and accelerator`,
    ariaLabel: parts
      .filter(({value}) => value > 0.1)
      .map(({note}) => note.replace("\n", ": "))
      .join("; "),
    table: there.map((one) => ({...one, name: names.kind(one.kind)}))
  };
  return responsive(options, (size) => stackedYears(parts, {...size, format: (value) => amount(value)}));
}

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

const verbs = {buy: "buy", sell: "sell", rent: "rent for the year", hold: "hold", build: "build a hall"};

/** What is bought, sold, rented and built, as a table. */
export function actionTable({plan}: Shown, names: Names): HTMLElement {
  const actions = plan.actions
    .filter(({action}) => action !== "hold")
    .sort((a, b) => a.year.localeCompare(b.year) || b.amount - a.amount);
  const shown = ({year, action, quantity, unit, kind, site, amount: money}: PlanAction): object => ({
    year,
    action: verbs[action],
    quantity: Number(quantity.toPrecision(3)),
    what: unit === "MW" ? "MW" : names.kind(kind),
    where: names.site(site),
    "M USD": Number((money / 1e6).toPrecision(3))
  });
  const origin = (one: PlanAction, column: string): Recorded | undefined =>
    column === "quantity" ? ofAction(one, "quantity") : column === "M USD" ? ofAction(one, "amount") : undefined;
  return tableElement(tableOf(actions, {shown, origin}), {label: "What is bought, sold, rented and built, by year"});
}

/** Which requests are served on what, where, in a year. */
export function serviceFigure({plan}: Shown, year: string, names: Names): HTMLElement {
  const rows = plan.services.filter((one) => one.year === year);
  const places = [...new Set(rows.map(({kind, site, rented}) => `${kind} ${site} ${rented}`))].sort();
  const parts = rows.map((one): TotalPart => {
    const place = places.indexOf(`${one.kind} ${one.site} ${one.rented}`);
    return {
      total: names.stream(one.stream),
      part: `${names.kind(one.kind)}, ${names.region(one.region)}${one.rented ? ", rented" : ""}`,
      value: one.share,
      origin: ofService(one),
      color: shade(place, places.length, one.rented ? "rent" : "hold")
    };
  });
  const streams = [...new Set(plan.limits.filter(({limit}) => limit === "demand").map(({key}) => key))];
  const refused = streams.map((stream): TotalPart => {
    const served = sum(
      rows.filter((one) => one.stream === stream),
      (one) => one.share
    );
    return {
      total: names.stream(stream),
      part: "refused",
      value: Math.max(0, 1 - served),
      color: "var(--theme-foreground-faint)"
    };
  });
  const options = {
    title: `Where requests are served in ${year}`,
    unit: "share of each deployment's requests",
    source: `${source}: tables plan_service and placement`,
    ariaLabel: `${new Set(rows.map(({stream}) => stream)).size} deployments are served in ${places.length} places.`,
    table: rows
  };
  return responsive(options, (size) =>
    stackedTotals(
      [...parts, ...refused.filter(({value}) => value > 0.0005)].sort((a, b) => a.total.localeCompare(b.total)),
      {...size, unit: "share"}
    )
  );
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
  const shown = (one: PlanLimit): object => ({
    limit: limitName(one),
    used: `${amount(one.used)} of ${amount(one.bound)} ${one.unit}`,
    share: share(one.used / one.bound),
    "one more": perUnit(one.worth_unit).unit,
    "is worth": one.worth === 0 ? "nothing" : `${usd(one.worth)}${perUnit(one.worth_unit).period}`,
    holds: reachWords(one, (value) => amount(value, one.unit))
  });
  const origin = (one: PlanLimit, column: string): Recorded => ofLimit(one, column === "is worth" ? "worth" : "used");
  return tableElement(tableOf(limits, {shown, origin}), {
    label: "Limits of the plan, how far they are used, and what one more unit is worth"
  });
}
