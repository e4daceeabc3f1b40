import {blended, CUSTOMARY, type Mix} from "../../lib/market/token-price.js";
import type {Interval} from "../../components/charts/intervals.js";
import type {Option} from "../../components/form/controls.js";
import {amount} from "../../components/words/format.js";
import {recordOf, type Recorded} from "../../components/inspector/cell-link.js";
import {layerColor} from "../../components/words/layer.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {cite, say, type Sentence} from "../../components/words/sentence.js";
import type {Row} from "../../components/rows/tables.js";

/** What a million tokens are made of: mixes to choose from. */
export const mixes: Readonly<Record<string, {title: string; mix: Mix}>> = {
  customary: {title: "3 input : 1 output, none cached", mix: CUSTOMARY},
  chat: {title: "Chat: 5 new and 4 cached : 5 output", mix: {input: 5, cached: 4, output: 5}},
  agent: {title: "Agents: 4 new and 21 cached : 1 output", mix: {input: 4, cached: 21, output: 1}}
};

export const mixOptions: Option[] = Object.entries(mixes).map(([value, {title}]) => ({value, title}));

/** The sellers of a model in force, without those that repeat others' prices. */
export function sellersOf(prices: readonly Row[], commonName: string): Row[] {
  return prices.filter((row) => textIn(row, "common_name") === commonName && row.current === 1 && row.reseller === 0);
}

/** The models that several sellers list, most sellers first. */
export function modelOptions(dispersions: readonly Row[]): Option[] {
  return dispersions.map((row) => ({
    value: textIn(row, "model"),
    title: `${textIn(row, "model")} (${textIn(row, "sellers")} sellers)`
  }));
}

/** The price of a million tokens of a mix, USD/Mtok. */
export function priceOf(row: Row, mix: string): number {
  const cached = numberIn(row, "cached_input");
  return blended(
    {
      input: numberIn(row, "input"),
      cached_input: Number.isFinite(cached) ? cached : null,
      output: numberIn(row, "output")
    },
    (mixes[mix] ?? mixes.customary!).mix
  );
}

/** Models by how far their prices lie apart. */
export function dispersionSpans(dispersions: readonly Row[], chosen: string): Interval[] {
  return dispersions.map((row) => ({
    label: `${textIn(row, "model")} (${textIn(row, "sellers")})`,
    low: numberIn(row, "low"),
    middle: numberIn(row, "median"),
    high: numberIn(row, "high"),
    color: layerColor("inference"),
    chosen: textIn(row, "model") === chosen,
    origin: recordOf(row, "median"),
    tip: `${textIn(row, "model")}\n${textIn(row, "cheapest")} ${usd(numberIn(row, "low"))} to ${textIn(row, "dearest")} ${usd(numberIn(row, "high"))}`
  }));
}

/** How far prices of one model lie apart, in words. */
export function dispersionInWords(dispersions: readonly Row[]): Sentence {
  const sorted = [...dispersions].sort((a, b) => numberIn(a, "ratio") - numberIn(b, "ratio"));
  const [middle, widest] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  return say`${dispersions.length} models are listed by three sellers or more. For the median of them, the dearest asks ${cite(middle, "ratio")} times what the cheapest does; for ${textIn(widest, "model")} it is ${cite(widest, "ratio")} times.`;
}

/** One model's sellers by price, cheapest first. */
export function sellerSpans(prices: readonly Row[], mix: string, margins: readonly Row[]): Interval[] {
  const cost = costOf(prices, margins);
  const marks =
    mix === "customary" && cost
      ? [
          {name: "our cost, every hour busy", value: numberIn(cost, "full"), color: "var(--layer-materials)"},
          {name: "at the chain's use", value: numberIn(cost, "levelised"), color: "var(--layer-neocloud)"}
        ]
      : [];
  return cheapestEach(prices, mix).map(({seller, price, row}) => ({
    label: seller,
    low: price,
    middle: price,
    high: price,
    color: layerColor("inference"),
    marks,
    origin: recordOf(row, mix === "customary" ? "blended" : undefined),
    tip: `${seller}: ${usd(price)} per million tokens`
  }));
}

/** What sellers' prices leave over our cost, in words. */
export function marginInWords(prices: readonly Row[], margins: readonly Row[]): Sentence {
  const own = marginsOf(prices, margins);
  const [cost] = own;
  if (!cost) return say`No model of ours has this shape, so its cost is not known and no margin is implied.`;
  const [low, high] = [own[0]!, own.at(-1)!];
  const losing = own.filter((row) => numberIn(row, "margin") < 0).length;
  const [least, most] = [cite(low, "margin", "share"), cite(high, "margin", "share")];
  const below = losing > 0 ? `, ${losing} of ${own.length} below 0` : "";
  return say`Served at best on ${textIn(cost, "accelerator").toUpperCase()} at ${cite(cost, "gpu_hour", "USD")} a GPU-hour, a million tokens cost ${cite(cost, "full", "USD")} if every hour computes and ${cite(cost, "levelised", "USD")} at the use of the chain's clusters. So list prices imply gross margins from ${least} (${textIn(low, "seller")}) to ${most} (${textIn(high, "seller")})${below}; they break even with ${cite(high, "break_even", "share")} to ${cite(low, "break_even", "share")} of hours busy.`;
}

/** One model's implied margins, lowest first. */
export function marginsOf(prices: readonly Row[], margins: readonly Row[]): Row[] {
  const offers = new Set(prices.map((row) => `${textIn(row, "seller")}/${textIn(row, "model")}`));
  return margins
    .filter((row) => offers.has(`${textIn(row, "seller")}/${textIn(row, "model")}`))
    .sort((a, b) => numberIn(a, "margin") - numberIn(b, "margin"));
}

/** A dated price of a model, and the one before it. */
export interface Change {
  seller: string;
  model: string;
  from: string;
  before: number;
  after: number;
  /** Where the two prices come from. */
  sources: Record<"from" | "to", Recorded | undefined>;
}

/** Prices that the data have before and after a date: the last change of each. */
export function changesOf(prices: readonly Row[]): Change[] {
  const changed = prices.filter((row) => textIn(row, "from") !== "");
  return changed.flatMap((row) => {
    const earlier = prices.filter(
      (one) => one.seller === row.seller && one.model === row.model && textIn(one, "from") < textIn(row, "from")
    );
    const before = earlier.sort((a, b) => (textIn(a, "from") < textIn(b, "from") ? 1 : -1))[0];
    return before ? [changeOf(before, row)] : [];
  });
}

function changeOf(before: Row, row: Row): Change {
  return {
    seller: textIn(row, "seller"),
    model: textIn(row, "model"),
    from: textIn(row, "from"),
    before: numberIn(before, "blended"),
    after: numberIn(row, "blended"),
    sources: {from: recordOf(before, "blended"), to: recordOf(row, "blended")}
  };
}

function costOf(prices: readonly Row[], margins: readonly Row[]): Row | undefined {
  return marginsOf(prices, margins)[0];
}

function cheapestEach(prices: readonly Row[], mix: string): {seller: string; price: number; row: Row}[] {
  const offers = prices.map((row) => ({seller: textIn(row, "seller"), price: priceOf(row, mix), row}));
  const dearestFirst = offers.sort((a, b) => b.price - a.price);
  return [...new Map(dearestFirst.map((offer) => [offer.seller, offer])).values()].sort((a, b) => a.price - b.price);
}

function usd(value: number): string {
  return amount(value, "USD");
}
