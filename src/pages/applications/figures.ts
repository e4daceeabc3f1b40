import {dumbbell} from "../../components/charts/dumbbell.js";
import {planSplit, planTakeaway} from "./plan-split.js";
import {timeLines} from "../../components/charts/time-lines.js";
import {monthOf, where} from "../../components/rows/filter.js";
import {amount, share} from "../../components/words/format.js";
import {cellOf} from "../../components/inspector/cell-link.js";
import {layerColor} from "../../components/words/layer.js";
import {planParts} from "./plan-parts.js";
import {numberIn, pick, textIn} from "../../components/rows/row-values.js";
import {seriesOf} from "../../components/rows/series.js";
import type {Row, Rows} from "../../components/rows/tables.js";
import {responsive} from "../../components/figure/responsive.js";

const costColumns = ["token_cost", "hosting_cost", "payment_cost", "support_cost", "development_cost"];

/** What a paying user of an application pays, and where it goes. */
export function planFigure(segments: Rows, name: string): HTMLElement {
  const parts = planParts(segments);
  const columns = ["key", "users", "payers", "plan_price", "revenue", ...costColumns];
  const options = {
    title: `${name}: a paying user's month`,
    unit: "USD",
    source: "table segment, added up over the application's segments and divided by its paying users",
    ariaLabel: planTakeaway(parts),
    table: pick(segments, [...columns, "administration_cost", "acquisition", "cost", "profit"])
  };
  return responsive(options, (size) => planSplit(parts, size));
}

/** Lifetime value against acquisition cost of the segments in which someone pays. */
export function lifetimeFigure(segments: Rows): HTMLElement {
  const pairs = segments.filter(hasLifetimeValue).map((row) => ({
    label: textIn(row, "key"),
    from: numberIn(row, "acquisition_cost"),
    to: numberIn(row, "lifetime_value"),
    sources: {from: cellOf(row, "acquisition_cost"), to: cellOf(row, "lifetime_value")}
  }));
  const won = pairs.map(({label, from, to}) => `${label} ${amount(to, "USD")} for ${amount(from, "USD")}`);
  const columns = ["key", "payers", "new_payers", "churn", "lifetime", "gross_margin"];
  const options = {
    title: "Lifetime value against the cost of winning a payer",
    unit: "USD, logarithmic",
    source: "table segment",
    ariaLabel: `Lifetime value for acquisition cost: ${won.join("; ")}.`,
    table: pick(segments, [...columns, "acquisition_cost", "lifetime_value"])
  };
  const ends = {
    from: {name: "to win", color: layerColor("materials")},
    to: {name: "lifetime value", color: layerColor("application")},
    format: (value: number) => amount(value)
  };
  return responsive(options, (size) => dumbbell(pairs, {...size, ...ends}));
}

/** The segments without a lifetime value, and why, in a sentence. */
export function missingLifetime(segments: readonly Row[]): string {
  const missing = segments.filter((row) => !hasLifetimeValue(row)).map((row) => textIn(row, "key"));
  return missing.length === 0
    ? "Every segment of this application has users who pay."
    : `Missing: ${missing.join(", ")}. No one pays there, so there is no gross margin and no lifetime value.`;
}

/** Users of an application's segments over time. */
export function usersFigure(segments: Rows, name: string, month: string): HTMLElement {
  const paying = new Set(segments.filter((row) => numberIn(row, "paying_share") > 0).map((row) => textIn(row, "key")));
  const users = seriesOf(segments, {
    column: "users",
    name: (key) => key,
    color: (key) => layerColor(paying.has(key) ? "application" : "materials")
  });
  const told = inMonth(segments, month).map((row) => `${textIn(row, "key")} ${amount(numberIn(row, "users"))}`);
  const options = {
    title: `Users of the ${name.toLowerCase()}`,
    unit: "monthly active, by segment; grey: no one pays",
    source: "table segment",
    ariaLabel: `Users in ${month}: ${told.join(", ")}.`,
    table: pick(segments, ["key", "date", "users", "payers", "growth"])
  };
  return responsive(options, (size) => timeLines(users, {...size, month, format: (value) => amount(value)}));
}

/** Tokens that applications buy over time. */
export function tokensFigure(applications: Rows, month: string): HTMLElement {
  const options = {
    title: "Tokens bought",
    unit: "tokens a month, logarithmic",
    source: "table application",
    ariaLabel: `Tokens in ${month}: ${told(applications, month, "tokens", "Mtok/month")}.`,
    table: pick(applications, ["key", "date", "tokens", "token_cost"])
  };
  const format = (value: number): string => amount(value, "Mtok");
  return responsive(options, (size) => timeLines(linesOf(applications, "tokens"), {...size, month, log: true, format}));
}

/** Tokens as a share of applications' revenue over time. */
export function tokenShareFigure(applications: Rows, month: string): HTMLElement {
  const options = {
    title: "Tokens as a share of revenue",
    source: "table application",
    ariaLabel: `Tokens as a share of revenue in ${month}: ${told(applications, month, "token_share", "share")}.`,
    table: pick(applications, ["key", "date", "token_share", "revenue", "token_cost"])
  };
  return responsive(options, (size) =>
    timeLines(linesOf(applications, "token_share"), {...size, month, format: share})
  );
}

function hasLifetimeValue(row: Row): boolean {
  return Number.isFinite(numberIn(row, "lifetime_value"));
}

function inMonth(table: Rows, month: string): Rows {
  return where(table, ({date}) => monthOf(date) === month);
}

function told(applications: Rows, month: string, column: string, unit: string): string {
  return inMonth(applications, month)
    .map((row) => `${textIn(row, "name")} ${amount(numberIn(row, column), unit)}`)
    .join(", ");
}

function linesOf(applications: Rows, column: string) {
  const colors = (["application", "inference", "value", "neocloud", "materials"] as const).map(layerColor);
  const names = new Map(applications.map((row) => [textIn(row, "key"), textIn(row, "name")]));
  const keys = [...names.keys()];
  return seriesOf(applications, {
    column,
    name: (key) => names.get(key) ?? key,
    color: (key) => colors[keys.indexOf(key) % colors.length]!
  });
}
