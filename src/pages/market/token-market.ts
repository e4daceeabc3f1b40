import {foremost, hindmost} from "../../components/words/foremost.js";
import {blendNames, blends, type BlendName} from "../../lib/market/blend.js";
import type {Interval} from "../../components/charts/intervals.js";
import type {Option} from "../../components/form/controls.js";
import {usd, digits} from "../../components/words/format.js";
import {recordOf} from "../../components/inspector/origin.js";
import {layerColor} from "../../components/words/layer.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {cite, say, type Sentence} from "../../components/words/sentence.js";
import type {RowOf} from "../../components/rows/table-types.js";
import {sellerName} from "../../lib/market/seller-name.js";

/** What a million tokens may be. */
export const blendOptions: Option<BlendName>[] = blendNames.map((value) => ({value, title: blends[value].title}));

/** The rows of a table that are stated in a blend. */
export function inBlend<R extends {blend: string | null}>(rows: readonly R[], blend: BlendName): R[] {
  return rows.filter((row) => row.blend === blend);
}

/** What a blend is, within a sentence: `chat: 3 input to 1 output, none cached`. */
export function blendInWords(blend: BlendName): string {
  const {title} = blends[blend];
  return title.charAt(0).toLowerCase() + title.slice(1);
}

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

/** The column of a price in each blend. */
export const blendColumns = {
  chat: "blended",
  "long-context": "blended_long_context",
  "coding-agent": "blended_coding_agent",
  batch: "blended"
} as const satisfies Record<BlendName, string>;

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
      `${textIn(row, "model")}\n${sellerName(textIn(row, "cheapest"))} ${usd(numberIn(row, "low"))} ` +
      `to ${sellerName(textIn(row, "dearest"))} ${usd(numberIn(row, "high"))}`
  }));
}

/** The price dispersion across sellers of one model, in words. */
export function dispersionInWords(dispersions: readonly RowOf<"price_dispersion">[]): Sentence {
  const sorted = [...dispersions].sort((a, b) => numberIn(a, "ratio") - numberIn(b, "ratio"));
  const middle = sorted[Math.floor(sorted.length / 2)];
  const widest = sorted.at(-1);
  return say`${dispersions.length} models have at least three sellers. For the median model the highest price is
    ${cite(middle, "ratio")} times the lowest; for ${textIn(widest, "model")} it is ${cite(widest, "ratio")} times.`;
}

/** The model whose sellers' prices differ most; undefined where two share the place. */
export function widestDispersion(dispersions: readonly RowOf<"price_dispersion">[]): string | undefined {
  const most = foremost(dispersions.map((row) => ({name: textIn(row, "model"), value: numberIn(row, "ratio")})));
  return most && `Prices of ${most.name} differ most, by a factor of ${digits(most.value, 2)}`;
}

/** The seller with the lowest price; undefined where two share the place. */
export function cheapestSeller(prices: readonly RowOf<"token_price">[], blend: BlendName): string | undefined {
  const least = hindmost(
    cheapestEach(prices, blend).map(({seller, price}) => ({name: sellerName(seller), value: price}))
  );
  return least && `The cheapest seller is ${least.name}, at ${usd(least.value)}`;
}

/** One model's sellers by price, cheapest first. */
export function sellerSpans(
  prices: readonly RowOf<"token_price">[],
  blend: BlendName,
  margins: readonly RowOf<"token_margin">[]
): Interval[] {
  const cost = costOf(prices, margins);
  const marks = cost
    ? [
        {name: "our cost, full utilisation", value: numberIn(cost, "full"), color: "var(--layer-materials)"},
        {name: "at the chain's utilisation", value: numberIn(cost, "levelised"), color: "var(--layer-neocloud)"}
      ]
    : [];
  return cheapestEach(prices, blend).map(({seller, price, row}) => ({
    label: sellerName(seller),
    low: price,
    middle: price,
    high: price,
    color: layerColor("inference"),
    marks,
    origin: recordOf(row, blendColumns[blend]),
    tip: `${sellerName(seller)}: ${usd(price)} per million tokens`
  }));
}

/** The margins that list prices imply over our cost, in words. */
export function marginInWords(
  prices: readonly RowOf<"token_price">[],
  margins: readonly RowOf<"token_margin">[]
): Sentence {
  const own = marginsOf(prices, margins);
  const low = own[0];
  const high = own.at(-1);
  if (!low || !high) return say`No model in our data has this architecture, so its cost and margin are not available.`;
  const losing = own.filter((row) => numberIn(row, "margin") < 0).length;
  const minimum = cite(low, "margin", "share");
  const maximum = cite(high, "margin", "share");
  const below = losing > 0 ? `; ${losing} of ${own.length} are negative` : "";
  const [least, most] = [low, high].map((row) => sellerName(textIn(row, "seller")));
  return say`On the ${textIn(low, "accelerator").toUpperCase()} at ${cite(low, "gpu_hour", "USD")} a GPU-hour, the
    model's best configuration serves a million tokens for ${cite(low, "full", "USD")} at full utilisation, or
    ${cite(low, "levelised", "USD")} at the chain's utilisation. List prices imply gross margins of
    ${minimum} (${least!}) to ${maximum} (${most!})${below}. They break even at a utilisation of
    ${cite(high, "break_even", "share")} to ${cite(low, "break_even", "share")}.`;
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

function costOf(
  prices: readonly RowOf<"token_price">[],
  margins: readonly RowOf<"token_margin">[]
): RowOf<"token_margin"> | undefined {
  return marginsOf(prices, margins)[0];
}

function cheapestEach(
  prices: readonly RowOf<"token_price">[],
  blend: BlendName
): {seller: string; price: number; row: RowOf<"token_price">}[] {
  const offers = prices.map((row) => ({seller: textIn(row, "seller"), price: numberIn(row, blendColumns[blend]), row}));
  const dearestFirst = offers.sort((a, b) => b.price - a.price);
  return [...new Map(dearestFirst.map((offer) => [offer.seller, offer])).values()].sort((a, b) => a.price - b.price);
}
