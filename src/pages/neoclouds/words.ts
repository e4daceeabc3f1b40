import {numberIn, textIn} from "../../components/rows/row-values.js";
import type {RowOf} from "../../components/rows/table-types.js";
import type {Cluster, Economy, Neocloud} from "./data.js";
import {cellOf} from "../../components/inspector/origin.js";
import {amount, share} from "../../components/words/format.js";
import {cite, cited, say, type Sentence} from "../../components/words/sentence.js";
import type {CostTotal} from "./cost-stack.js";
import {capital, countOf, countWord} from "../../components/words/count.js";
import {contractName, rowName} from "../../components/words/row-name.js";

/** A neocloud's month in a sentence. */
export function monthOfNeocloud(row: Neocloud): Sentence {
  const cost = cite(row, "levelised_cost", "USD");
  return say`${textIn(row, "name")}'s full cost is ${cost} per GPU-hour sold, and it ${kept(row)}`;
}

/** What a neocloud earns in a month, in a short sentence. */
export function marginFinding(row: Neocloud): Sentence {
  return say`${textIn(row, "name")} ${kept(row)}`;
}

function kept(row: Neocloud): Sentence {
  const margin = numberIn(row, "margin");
  const part = cited(share(Math.abs(margin)), cellOf(row, "margin"));
  return say`${margin < 0 ? "loses" : "keeps"} ${part} of revenue after capital charges`;
}

/** Where a neocloud's utilisation is lowest, in a short sentence. */
export function soldFinding(clusters: readonly Cluster[]): Sentence | undefined {
  const [lowest, ...others] = [...clusters].sort((a, b) => numberIn(a, "sold_share") - numberIn(b, "sold_share"));
  if (!lowest) return undefined;
  const sold = cite(lowest, "sold_share", "share");
  const isEqual = others.every((row) => String(cite(row, "sold_share", "share")) === String(sold));
  return isEqual
    ? say`Utilisation is ${sold} at every cluster`
    : say`Utilisation is lowest at ${rowName(textIn(lowest, "key"))}: ${sold}`;
}

/** In how many months demand exceeds capacity, in a short sentence; nothing without months. */
export function capacityFinding(economy: readonly Economy[]): string | undefined {
  if (economy.length === 0) return undefined;
  const short = economy.filter((row) => numberIn(row, "demanded_hours") > numberIn(row, "allocatable_hours")).length;
  return `Demand exceeds capacity in ${short === 0 ? "no month" : `${short} of ${economy.length} months`}`;
}

/** The clusters that sell below cost, in a sentence. */
export function losers(totals: readonly CostTotal[]): string {
  const losing = totals.filter(({cost, price}) => price < cost).map(({row}) => row);
  if (losing.length === 0) return `All ${countWord(totals.length)} clusters sell above levelised cost`;
  const verb = losing.length === 1 ? "sells" : "sell";
  return (
    `${capital(countOf(losing.length, totals.length, "clusters"))} ${verb} below levelised cost: ` + losing.join(", ")
  );
}

/** The utilisation of every cluster of a neocloud, in a sentence. */
export function soldTakeaway(clusters: readonly Cluster[]): string {
  return (
    `Utilisation: ` +
    `${clusters.map((row) => `${share(numberIn(row, "sold_share"))} at ${rowName(textIn(row, "key"))}`).join(", ")}.`
  );
}

/** Capacity against demand in a month, in a sentence. */
export function capacityTakeaway(now: Economy): string {
  const demand = amount(numberIn(now, "demanded_hours"));
  const supply = amount(numberIn(now, "allocatable_hours"));
  const ratio = amount(numberIn(now, "balance"));
  return `Demand is ${demand} GPU-hours and supply ${supply}, a ratio of ${ratio}.`;
}

/** What an hour costs on demand; undefined where fewer than two quotes differ. */
export function quotesFinding(quotes: readonly RowOf<"rental_quote">[]): string | undefined {
  const prices = quotes.filter((row) => row.contract === "on-demand").map((row) => numberIn(row, "price"));
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  if (prices.length < 2 || low === high) return undefined;
  return `On-demand quotes run from ${amount(low)} to ${amount(high)} USD`;
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
  const name = contractName(contract);
  return low === high ? `${name} ${amount(low)}` : `${name} ${amount(low)} to ${amount(high)}`;
}
