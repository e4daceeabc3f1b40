import {blended, CUSTOMARY, type Mix} from "../../lib/market/token-price.js";
import type {Interval} from "../../components/charts/intervals.js";
import type {Option} from "../../components/form/controls.js";
import {usd} from "../../components/words/format.js";
import {recordOf, type Recorded} from "../../components/inspector/origin.js";
import {layerColor} from "../../components/words/layer.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {cite, say, type Sentence} from "../../components/words/sentence.js";
import type {RowOf} from "../../components/rows/table-types.js";

/** What a million tokens are made of: mixes to choose from. */
export const mixes: Readonly<Record<string, {title: string; mix: Mix}>> = {
  customary: {title: "3 input : 1 output, none cached", mix: CUSTOMARY},
  chat: {title: "Chat: 5 new and 4 cached : 5 output", mix: {input: 5, cached: 4, output: 5}},
  agent: {title: "Agents: 4 new and 21 cached : 1 output", mix: {input: 4, cached: 21, output: 1}}
};

export const mixOptions: Option[] = Object.entries(mixes).map(([value, {title}]) => ({value, title}));

/** The sellers of a model in force, without those that repeat others' prices. */
export function sellersOf(prices: readonly RowOf<"token_price">[], commonName: string): RowOf<"token_price">[] {
  return prices.filter((row) => textIn(row, "common_name") === commonName && row.current === 1 && row.reseller === 0);
}

/** The models that several sellers list, most sellers first. */
export function modelOptions(dispersions: readonly RowOf<"price_dispersion">[]): Option[] {
  return dispersions.map((row) => ({
    value: textIn(row, "model"),
    title: `${textIn(row, "model")} (${textIn(row, "sellers")} sellers)`
  }));
}

/** The price of a million tokens of a mix, USD/Mtok. */
export function priceOf(row: RowOf<"token_price">, mix: string): number {
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
export function dispersionSpans(dispersions: readonly RowOf<"price_dispersion">[], chosen: string): Interval[] {
  return dispersions.map((row) => ({
    label: `${textIn(row, "model")} (${textIn(row, "sellers")})`,
    low: numberIn(row, "low"),
    middle: numberIn(row, "median"),
    high: numberIn(row, "high"),
    color: layerColor("inference"),
    chosen: textIn(row, "model") === chosen,
    origin: recordOf(row, "median"),
    tip:
      `${textIn(row, "model")}\n${textIn(row, "cheapest")} ${usd(numberIn(row, "low"))} ` +
      `to ${textIn(row, "dearest")} ${usd(numberIn(row, "high"))}`
  }));
}

/** How far prices of one model lie apart, in words. */
export function dispersionInWords(dispersions: readonly RowOf<"price_dispersion">[]): Sentence {
  const sorted = [...dispersions].sort((a, b) => numberIn(a, "ratio") - numberIn(b, "ratio"));
  const middle = sorted[Math.floor(sorted.length / 2)];
  const widest = sorted.at(-1);
  return say`${dispersions.length} models are listed by three sellers or more. For the median of them, the dearest
    asks ${cite(middle, "ratio")} times what the cheapest does; for
      ${textIn(widest, "model")} it is ${cite(widest, "ratio")} times.`;
}

/** One model's sellers by price, cheapest first. */
export function sellerSpans(
  prices: readonly RowOf<"token_price">[],
  mix: string,
  margins: readonly RowOf<"token_margin">[]
): Interval[] {
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
export function marginInWords(
  prices: readonly RowOf<"token_price">[],
  margins: readonly RowOf<"token_margin">[]
): Sentence {
  const own = marginsOf(prices, margins);
  const low = own[0];
  const high = own.at(-1);
  if (!low || !high) return say`No model of ours has this shape, so its cost is not known and no margin is implied.`;
  const losing = own.filter((row) => numberIn(row, "margin") < 0).length;
  const minimum = cite(low, "margin", "share");
  const maximum = cite(high, "margin", "share");
  const below = losing > 0 ? `, ${losing} of ${own.length} below 0` : "";
  return say`Served at best on ${textIn(low, "accelerator").toUpperCase()}
    at ${cite(low, "gpu_hour", "USD")} a GPU-hour,
    a million tokens cost ${cite(low, "full", "USD")} if every hour computes
    and ${cite(low, "levelised", "USD")} at the use of the chain's clusters.
    So list prices imply gross margins from ${minimum} (${textIn(low, "seller")})
    to ${maximum} (${textIn(high, "seller")})${below}; they break even
    with ${cite(high, "break_even", "share")} to ${cite(low, "break_even", "share")} of hours busy.`;
}

/** One model's implied margins, lowest first. */
export function marginsOf(
  prices: readonly RowOf<"token_price">[],
  margins: readonly RowOf<"token_margin">[]
): RowOf<"token_margin">[] {
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
export function changesOf(prices: readonly RowOf<"token_price">[]): Change[] {
  const changed = prices.filter((row) => textIn(row, "from") !== "");
  return changed.flatMap((row) => {
    const earlier = prices.filter(
      (price) => price.seller === row.seller && price.model === row.model && textIn(price, "from") < textIn(row, "from")
    );
    const before = earlier.sort((a, b) => (textIn(a, "from") < textIn(b, "from") ? 1 : -1))[0];
    return before ? [changeOf(before, row)] : [];
  });
}

function changeOf(before: RowOf<"token_price">, row: RowOf<"token_price">): Change {
  return {
    seller: textIn(row, "seller"),
    model: textIn(row, "model"),
    from: textIn(row, "from"),
    before: numberIn(before, "blended"),
    after: numberIn(row, "blended"),
    sources: {from: recordOf(before, "blended"), to: recordOf(row, "blended")}
  };
}

function costOf(
  prices: readonly RowOf<"token_price">[],
  margins: readonly RowOf<"token_margin">[]
): RowOf<"token_margin"> | undefined {
  return marginsOf(prices, margins)[0];
}

function cheapestEach(
  prices: readonly RowOf<"token_price">[],
  mix: string
): {seller: string; price: number; row: RowOf<"token_price">}[] {
  const offers = prices.map((row) => ({seller: textIn(row, "seller"), price: priceOf(row, mix), row}));
  const dearestFirst = offers.sort((a, b) => b.price - a.price);
  return [...new Map(dearestFirst.map((offer) => [offer.seller, offer])).values()].sort((a, b) => a.price - b.price);
}
