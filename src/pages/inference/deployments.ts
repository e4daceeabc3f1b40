import type {RowOf} from "../../components/rows/table-types.js";
import {cite, say, type Sentence} from "../../components/words/sentence.js";
import type {Option} from "../../components/form/controls.js";
import type {Bar} from "../../components/charts/bars.js";
import type {Pair} from "../../components/charts/dumbbell.js";
import {amount, digits} from "../../components/words/format.js";
import {cellOf} from "../../components/inspector/origin.js";
import {layerColor} from "../../components/words/layer.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import type {Deployment} from "./data.js";
import {rowName} from "../../components/words/row-name.js";
import {capital, countOf, countWord} from "../../components/words/count.js";

/** The deployments to choose from, by provider and model. */
export function deploymentOptions(deployments: readonly Deployment[], provider: (key: string) => string): Option[] {
  return [...new Map(deployments.map((row) => [row.key, row])).values()].map((row) => ({
    value: textIn(row, "key"),
    title: `${textIn(row, "language_model")} at ${provider(textIn(row, "provider"))}`
  }));
}

/** The kinds of tokens that are sold at prices of their own. */
export const tokenKinds = ["output", "input", "cached"] as const;

export type TokenKind = (typeof tokenKinds)[number];

/** What a million tokens of a kind cost every deployment to serve, and what they sell at, most expensive first. */
export function costAndPrice(deployments: readonly Deployment[], kind: TokenKind, chosen: string): Pair[] {
  const cost = `cost_per_${kind}_token` as const;
  const price = `${kind}_price` as const;
  return deployments
    .map((row) => ({
      label: rowName(textIn(row, "key")),
      from: numberIn(row, cost),
      to: numberIn(row, price),
      chosen: row.key === chosen,
      sources: {from: cellOf(row, cost), to: cellOf(row, price)}
    }))
    .sort((a, b) => b.to - a.to);
}

/** How many deployments sell below what their rent costs, in a sentence. */
export function belowCost(pairs: readonly Pair[]): string {
  const losing = pairs.filter(({from, to}) => to < from);
  if (losing.length === 0) return `All ${countWord(pairs.length)} deployments sell these tokens above GPU rental cost.`;
  const names = losing.map(({label}) => label).join(", ");
  const verb = losing.length === 1 ? "sells" : "sell";
  return (
    `${capital(countOf(losing.length, pairs.length, "deployments"))} ${verb} these tokens below GPU rental ` +
    `cost: ${names}.`
  );
}

/** Grid energy per output token of every deployment, most first. */
export function energyBars(deployments: readonly Deployment[], chosen: string): Bar[] {
  return deployments
    .map((row) => ({
      label: rowName(textIn(row, "key")),
      value: numberIn(row, "energy_per_token"),
      color: layerColor("materials"),
      chosen: row.key === chosen,
      origin: cellOf(row, "energy_per_token")
    }))
    .sort((a, b) => b.value - a.value);
}

/** The extremes of some bars, in a sentence. */
export function extremes(bars: readonly Bar[], unit: string): string {
  const first = bars[0];
  const last = bars.at(-1);
  if (!first || !last) return "No values.";
  return `From ${amount(last.value, unit)} (${last.label}) to ${amount(first.value, unit)} (${first.label}).`;
}

/** How far the most and the least energy are apart, in a short sentence; nothing where they are not. */
export function energyFinding(bars: readonly Bar[]): string | undefined {
  const values = bars.map(({value}) => value);
  const ratio = Math.max(...values) / Math.min(...values);
  return ratio > 1.05 && Number.isFinite(ratio)
    ? `Energy per output token differs by a factor of ${digits(ratio, 2)} among deployments`
    : undefined;
}

/** The lowest and the highest gross margin, in a short sentence; nothing where they are the same. */
export function marginFinding(providers: readonly RowOf<"provider">[]): Sentence | undefined {
  const sorted = [...providers].sort((a, b) => numberIn(a, "gross_margin") - numberIn(b, "gross_margin"));
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  const [from, to] = [lowest, highest].map((row) => cite(row, "gross_margin", "share"));
  if (!from || !to || String(from) === String(to)) return undefined;
  return say`Gross margins range from ${from} to ${to}`;
}
