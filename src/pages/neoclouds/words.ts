import {numberIn, textIn} from "../../components/rows/row-values.js";
import type {RowOf} from "../../components/rows/table-types.js";
import {cellOf} from "../../components/inspector/origin.js";
import {amount, share} from "../../components/words/format.js";
import {cite, cited, say, type Sentence} from "../../components/words/sentence.js";
import type {CostTotal} from "./cost-stack.js";

/** A neocloud's month in a sentence. */
export function monthOfNeocloud(row: RowOf<"neocloud">): Sentence {
  const cost = cite(row, "levelised_cost", "USD");
  const margin = numberIn(row, "margin");
  const part = cited(share(Math.abs(margin)), cellOf(row, "margin"));
  const name = textIn(row, "name");
  return say`${name} spends ${cost} on each GPU-hour it sells, capital included, and
    ${margin < 0 ? "loses" : "keeps"} ${part} of its revenue`;
}

/** How many clusters sell below cost, in a sentence. */
export function losers(totals: readonly CostTotal[]): string {
  const losing = totals.filter(({cost, price}) => price < cost).map(({row}) => row);
  if (losing.length === 0) return `All ${totals.length} clusters sell above their levelised cost`;
  return `${losing.length} of ${totals.length} clusters sell below their levelised cost: ${losing.join(", ")}`;
}

/** What share of its GPU-hours every cluster of a neocloud sells, in a sentence. */
export function soldTakeaway(clusters: readonly RowOf<"cluster">[]): string {
  return `Sold: ${clusters.map((row) => `${share(numberIn(row, "sold_share"))} at ${row.key}`).join(", ")}.`;
}

/** Capacity against demand in a month, in a sentence. */
export function capacityTakeaway(now: RowOf<"economy">): string {
  const demand = amount(numberIn(now, "demanded_hours"));
  const supply = amount(numberIn(now, "allocatable_hours"));
  const ratio = amount(numberIn(now, "balance"));
  return `${demand} GPU-hours are asked for and ${supply} can be sold, a ratio of ${ratio}.`;
}

/** The span of quotes under each kind of contract, in a sentence. */
export function quoteTakeaway(quotes: readonly RowOf<"rental_quote">[]): string {
  const contracts = [...new Set(quotes.map((row) => textIn(row, "contract")))].sort();
  return `${contracts.map((contract) => span(quotes, contract)).join("; ")}.`;
}

function span(quotes: readonly RowOf<"rental_quote">[], contract: string): string {
  const prices = quotes.filter((row) => row.contract === contract).map((row) => numberIn(row, "price"));
  const low = Math.min(...prices);
  const high = Math.max(...prices);
  return low === high ? `${contract} ${amount(low)}` : `${contract} ${amount(low)} to ${amount(high)}`;
}
