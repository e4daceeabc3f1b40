import {sum} from "d3";
import {cellOf, type Made} from "../../components/inspector/origin.js";
import {layerColor} from "../../components/words/layer.js";
import {derivedFrom} from "../../components/words/provenance.js";
import {numberIn} from "../../components/rows/row-values.js";
import type {ColumnName} from "../../components/rows/table-types.js";
import type {Segment} from "./data.js";

/** A step from what a paying user pays down to what is left of it. */
export interface PlanPart {
  label: string;
  /** USD per paying user and month. */
  from: number;
  to: number;
  color: string;
  /** Where its size comes from. */
  origin: Made | undefined;
}

const costs = [
  ["token_cost", "Tokens", "inference"],
  ["hosting_cost", "Hosting", "application"],
  ["payment_cost", "Payment fees", "application"],
  ["support_cost", "Support", "application"],
  ["service_cost", "Other delivery cost", "application"],
  ["development_cost", "Development", "application"],
  ["administration_cost", "Administration", "application"],
  ["acquisition", "Customer acquisition", "application"],
  ["retention_cost", "Customer retention", "application"]
] as const;

/** Where a paying user's money goes: revenue, cost and profit of an application's segments over its paying users. */
export function planParts(segments: readonly Segment[]): PlanPart[] {
  const perPayer = (column: ColumnName<Segment>): number =>
    sum(segments, (row) => numberIn(row, column)) / sum(segments, (row) => numberIn(row, "payers"));
  const originOf = (column: ColumnName<Segment>): Made | undefined =>
    derivedFrom(
      `Summed over the application's segments and divided by their paying users: ${column} and payers`,
      segments.flatMap((row) => [cellOf(row, column), cellOf(row, "payers")])
    );
  const price = perPayer("revenue");
  let left = price;
  const parts = costs.map(([column, label, layer]) => {
    const from = left;
    left -= perPayer(column);
    return {label, from, to: left, color: layerColor(layer), origin: originOf(column)};
  });
  const ends = {from: price, to: 0, color: layerColor("application"), origin: originOf("revenue")};
  const profit = {from: left, to: 0, color: layerColor("value"), origin: originOf("profit")};
  return [{label: "User pays", ...ends}, ...parts, {label: left < 0 ? "Loss" : "Profit", ...profit}];
}
