import {spread, spreadOf} from "./actions.js";
import {gridOf, type Grid} from "../../components/figure/grid.js";
import {recordOf} from "../../components/inspector/origin.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {joined, say, type Sentence} from "../../components/words/sentence.js";
import type {RowOf} from "../../components/rows/table-types.js";
import {lower} from "../../components/words/count.js";
import {amount} from "../../components/words/format.js";

/** Whose gain a shadow price measures. */
export const views = [
  {value: "profit", title: "Profit of all companies"},
  {value: "owner", title: "Profit of the owner"},
  {value: "output", title: "Output of users"}
] as const;

export type View = (typeof views)[number]["value"];

/** Constraints by shadow price, the highest first; those without a value are left out. */
function dearest(prices: readonly RowOf<"shadow_price">[], view: View): RowOf<"shadow_price">[] {
  const size = (row: RowOf<"shadow_price">): number =>
    Math.max(Math.abs(numberIn(row, `${view}_low`)), Math.abs(numberIn(row, `${view}_high`)));
  return prices.filter((row) => Number.isFinite(numberIn(row, view))).sort((a, b) => size(b) - size(a));
}

/** The constraints as a table with their shadow prices. */
export function priceGrid(prices: readonly RowOf<"shadow_price">[], view: View): Grid {
  const known = prices.filter((row) => Number.isFinite(numberIn(row, view)));
  const grid = gridOf(
    known.map((row) => ({
      limit: textIn(row, "row") === "" ? textIn(row, "name") : `${textIn(row, "name")}: ${textIn(row, "row")}`,
      "one more": textIn(row, "what"),
      "median (5th–95th percentile)": spread(row, view, "USD/month"),
      central: numberIn(row, view) === 0 ? "0" : signed(numberIn(row, view))
    }))
  );
  return {...grid, origin: (i, column) => recordOf(known[i], column === "central" ? view : `${view}_median`)};
}

/** The shadow prices in words. */
export function bottlenecksInWords(prices: readonly RowOf<"shadow_price">[], view: View): Sentence {
  const rows = dearest(prices, view);
  const sure = rows.filter((row) => numberIn(row, `${view}_low`) > 0);
  const idle = rows.filter((row) => numberIn(row, `${view}_low`) === 0 && numberIn(row, `${view}_high`) === 0);
  const named = sure.map(
    (row) => say`${lower(labelOf(row))} (one more ${textIn(row, "what")} is worth ${spreadOf(row, view, "USD/month")})`
  );
  const words =
    named.length > 0
      ? say`Relaxing these constraints pays off in at least 95\u202f% of draws: ${joined(named, "; ")}.`
      : "No constraint has a positive shadow price in at least 95\u202f% of draws: which one binds depends on the " +
        "assumptions.";
  const never = idle.length > 0 ? ` Never binding: ${idle.map((row) => lower(labelOf(row))).join(", ")}.` : "";
  return say`${words}${never}`;
}

function labelOf(row: RowOf<"shadow_price">): string {
  return textIn(row, "row") === "" ? textIn(row, "name") : `${textIn(row, "name")} at ${textIn(row, "row")}`;
}

function signed(value: number): string {
  return amount(value);
}
