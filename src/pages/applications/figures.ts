import {dumbbell, type Pair} from "../../components/charts/dumbbell.js";
import {planSplit} from "./plan-split.js";
import {
  hasLifetimeValue,
  lifetimeFinding,
  paymentTakeaway,
  planFinding,
  planTakeaway,
  tokenShareFinding,
  tokensFinding,
  largestSegment,
  useFinding,
  useTakeaway
} from "./words.js";
import {stackedMonths} from "../../components/charts/stacked-months.js";
import {timeLines, type Series} from "../../components/charts/time-lines.js";
import {monthOf, where} from "../../components/rows/filter.js";
import {amount, share, unitless} from "../../components/words/format.js";
import {cellOf} from "../../components/inspector/origin.js";
import {layerColor} from "../../components/words/layer.js";
import {planParts} from "./plan-parts.js";
import {numberIn, pick, textIn} from "../../components/rows/row-values.js";
import {pointsOf, seriesOf, type MonthRow} from "../../components/rows/series.js";
import {pathFinding} from "../../components/words/path-finding.js";
import {say} from "../../components/words/sentence.js";
import type {Rows} from "../../components/rows/table-types.js";
import {rowsFigure} from "../../components/figure/responsive.js";
import {rowName} from "../../components/words/row-name.js";
import {monthName} from "../../components/words/month.js";
import {lifetimeColumns, planColumns, type Application, type Segments} from "./data.js";

/** A paying user's fee, and where it goes. */
export function planFigure(segments: Segments, name: string): HTMLElement {
  const options = {
    title: `Where a subscription fee goes: ${name.toLowerCase()}`,
    finding: planFinding(planParts(segments)),
    unit: "USD per paying user a month",
    source: "table segment, summed over the application's segments and divided by its paying users",
    ariaLabel: planTakeaway(planParts(segments)),
    table: pick(segments, planColumns)
  };
  return rowsFigure(options, (rows, {width}) => planSplit(planParts(rows), {width}));
}

/** Lifetime value against acquisition cost of the segments in which someone pays. */
export function lifetimeFigure(segments: Segments): HTMLElement {
  const pairs = lifetimePairs(segments);
  const values = pairs.map(({label, from, to}) => `${label} ${amount(to, "USD")} against ${amount(from, "USD")}`);
  const options = {
    title: "Lifetime value and acquisition cost",
    finding: lifetimeFinding(pairs),
    unit: "USD per paying user, log scale",
    source: "table segment",
    ariaLabel: `Lifetime value against acquisition cost: ${values.join("; ")}.`,
    table: pick(segments, lifetimeColumns)
  };
  const ends = {
    from: {name: "acquisition cost", color: layerColor("materials")},
    to: {name: "lifetime value", color: layerColor("application")},
    format: unitless
  };
  return rowsFigure(options, (rows, {width}) => dumbbell(lifetimePairs(rows), {width, ...ends}));
}

function lifetimePairs(segments: Segments): Pair[] {
  return segments.filter(hasLifetimeValue).map((row) => ({
    label: rowName(textIn(row, "key")),
    from: numberIn(row, "acquisition_cost"),
    to: numberIn(row, "lifetime_value"),
    sources: {from: cellOf(row, "acquisition_cost"), to: cellOf(row, "lifetime_value")}
  }));
}

/** Users of an application's segments over time. */
export function usersFigure(segments: Segments, name: string, month: string): HTMLElement {
  const paying = new Set(segments.filter((row) => numberIn(row, "paying_share") > 0).map((row) => textIn(row, "key")));
  const color = (key: string): string => layerColor(paying.has(key) ? "application" : "materials");
  const counts = inMonth(segments, month).map(
    (row) => `${rowName(textIn(row, "key"))} ${amount(numberIn(row, "users"))}`
  );
  const options = {
    title: `Users of the ${name.toLowerCase()}`,
    finding: largestSegment(inMonth(segments, month), name.toLowerCase(), month),
    unit: "monthly active users by segment; grey: no paying users",
    source: "table segment",
    ariaLabel: `Users in ${monthName(month)}: ${counts.join(", ")}.`,
    table: pick(segments, ["key", "date", "users", "payers", "growth"])
  };
  return rowsFigure(options, (rows, {width}) => {
    const users = seriesOf(rows, {column: "users", name: rowName, color});
    return timeLines(users, {width, month, format: unitless});
  });
}

/** What an application's users pay for subscriptions and metered use, over time. */
export function paymentFigure(applications: Rows<Application>, chosen: string, month: string): HTMLElement {
  const own = where(applications, ({key}) => key === chosen);
  const options = {
    title: "Subscriptions and metered use",
    finding: pathFinding("Payments by users", own, "revenue"),
    unit: "USD a month",
    source: "table application",
    ariaLabel: say`In ${monthName(month)}, ${paymentTakeaway(inMonth(own, month)[0])}.`,
    table: pick(own, ["date", "subscriptions", "metered_revenue", "revenue", "token_cost"])
  };
  const parts = (rows: typeof own): Series[] => [
    {name: "subscriptions", color: layerColor("application"), points: pointsOf(rows, "subscriptions")},
    {name: "metered use", color: layerColor("inference"), points: pointsOf(rows, "metered_revenue")}
  ];
  return rowsFigure(options, (rows, {width}) => stackedMonths(parts(rows), {width, month, format: unitless}));
}

/** Requests served per user as a multiple of the initial level, by segment. */
export function useFigure(segments: Segments, month: string): HTMLElement {
  const options = {
    title: "Use per user",
    finding: useFinding(inMonth(segments, month), month),
    unit: "requests served by segment, initial level = 1",
    source: "table segment",
    ariaLabel: useTakeaway(inMonth(segments, month)),
    table: pick(segments, ["key", "date", "use", "use_ceiling", "fill", "requests", "users"])
  };
  return rowsFigure(options, (rows, {width}) => {
    const lines = seriesOf(rows, {column: "use", name: rowName, color: shadeOf(rows)});
    return timeLines(lines, {width, month, format: unitless});
  });
}

/** Tokens that applications buy over time. */
export function tokensFigure(applications: Rows<Application>, month: string): HTMLElement {
  const options = {
    title: "Tokens bought",
    finding: tokensFinding(inMonth(applications, month)),
    unit: "tokens a month, log scale",
    source: "table application",
    ariaLabel: `Tokens in ${monthName(month)}: ${valuesIn(inMonth(applications, month), "tokens", "Mtok/month")}.`,
    table: pick(applications, ["key", "date", "tokens", "token_cost"])
  };
  const format = (value: number): string => unitless(value * MTOK);
  const named = styleOf(applications);
  return rowsFigure(options, (rows, {width}) =>
    timeLines(seriesOf(rows, {column: "tokens", ...named}), {width, month, log: true, format})
  );
}

const MTOK = 1e6;

/** Tokens as a share of applications' revenue over time. */
export function tokenShareFigure(applications: Rows<Application>, month: string): HTMLElement {
  const shares = valuesIn(inMonth(applications, month), "token_share", "share");
  const options = {
    title: "Token cost as a share of revenue",
    finding: tokenShareFinding(inMonth(applications, month)),
    source: "table application",
    ariaLabel: `Token cost as a share of revenue in ${monthName(month)}: ${shares}.`,
    table: pick(applications, ["key", "date", "token_share", "revenue", "token_cost"])
  };
  const named = styleOf(applications);
  return rowsFigure(options, (rows, {width}) =>
    timeLines(seriesOf(rows, {column: "token_share", ...named}), {width, month, format: share})
  );
}

function inMonth<R extends MonthRow>(table: Rows<R>, month: string): Rows<R> {
  return where(table, ({date}) => monthOf(date) === month);
}

function valuesIn(now: Rows<Application>, column: keyof Application, unit: string): string {
  return now.map((row) => `${textIn(row, "name")} ${amount(numberIn(row, column), unit)}`).join(", ");
}

/** Each application's name and colour, by its key. */
function styleOf(applications: Rows<Application>) {
  const names = new Map(applications.map((row) => [textIn(row, "key"), textIn(row, "name")]));
  const keys = [...names.keys()];
  return {
    name: (key: string) => names.get(key) ?? key,
    color: (key: string) => colors[keys.indexOf(key) % colors.length]!
  };
}

function shadeOf(rows: readonly MonthRow[]): (key: string) => string {
  const keys = [...new Set(rows.map((row) => textIn(row, "key")))];
  return (key) => colors[keys.indexOf(key) % colors.length]!;
}

const colors = (["application", "inference", "value", "neocloud", "materials"] as const).map(layerColor);
