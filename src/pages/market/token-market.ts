import {foremost, hindmost} from "../../components/words/foremost.js";
import {median} from "d3";
import {blendNames, blends, type BlendName} from "../../lib/market/blend.js";
import {lines} from "../../components/figure/query-text.js";
import type {Interval} from "../../components/charts/intervals.js";
import type {Option} from "../../components/form/controls.js";
import {share, usd, digits} from "../../components/words/format.js";
import {monthName} from "../../components/words/month.js";
import {recordOf, type Recorded} from "../../components/inspector/origin.js";
import {layerColor} from "../../components/words/layer.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {cite, say, type Sentence} from "../../components/words/sentence.js";
import type {RowOf} from "../../components/rows/table-types.js";

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

const columns = {
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
      `${textIn(row, "model")}\n${textIn(row, "cheapest")} ${usd(numberIn(row, "low"))} ` +
      `to ${textIn(row, "dearest")} ${usd(numberIn(row, "high"))}`
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
  const least = hindmost(cheapestEach(prices, blend).map(({seller, price}) => ({name: seller, value: price})));
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
    label: seller,
    low: price,
    middle: price,
    high: price,
    color: layerColor("inference"),
    marks,
    origin: recordOf(row, columns[blend]),
    tip: `${seller}: ${usd(price)} per million tokens`
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
  return say`On the ${textIn(low, "accelerator").toUpperCase()} at ${cite(low, "gpu_hour", "USD")} a GPU-hour,
    the model's
    best configuration serves a million tokens for ${cite(low, "full", "USD")} at full utilisation, or
    ${cite(low, "levelised", "USD")} at the chain's utilisation. List prices imply gross margins of
    ${minimum} (${textIn(low, "seller")}) to ${maximum} (${textIn(high, "seller")})${below}. They break even at a
    utilisation of ${cite(high, "break_even", "share")} to ${cite(low, "break_even", "share")}.`;
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

/** Prices in a blend that the data have before and after a date, the newest first. */
export function changesOf(prices: readonly RowOf<"token_price">[], blend: BlendName): Change[] {
  const changed = prices.filter((row) => textIn(row, "from") !== "");
  const changes = changed.flatMap((row) => {
    const earlier = prices.filter(
      (price) => price.seller === row.seller && price.model === row.model && textIn(price, "from") < textIn(row, "from")
    );
    const before = earlier.sort((a, b) => (textIn(a, "from") < textIn(b, "from") ? 1 : -1))[0];
    return before ? [changeOf(before, row, columns[blend])] : [];
  });
  return changes.sort((a, b) => inOrder(b.from, a.from) || inOrder(a.seller, b.seller) || inOrder(a.model, b.model));
}

/** How often, since when and by how much listed prices changed, in words. */
export function changesInWords(changes: readonly Change[], prices: readonly RowOf<"token_price">[]): string {
  const count = prices.length;
  const [latest, first] = [changes[0], changes.at(-1)];
  if (!latest || !first) return "No listed price has a date, so that prices have no history.";
  const ratios = changes.map(({before, after}) => after / before - 1);
  const falls = ratios.filter((ratio) => ratio < 0).length;
  const [from, to] = [first, latest].map((change) => monthName(change.from.slice(0, 7)));
  const cuts = `${falls} ${falls === 1 ? "is a cut" : "are cuts"}`;
  return (
    `Of ${count.toLocaleString("en-US")} listed prices, ${changes.length} have a date of change, from ${from!} to ` +
    `${to!}: ${cuts}, and the median change is ${share(median(ratios) ?? NaN)}.${announcedInWords(prices)} ` +
    `The other ${(count - changes.length).toLocaleString("en-US")} prices have no date of ` +
    `change: of a model, the list holds at most the prices before and after one.`
  );
}

function announcedInWords(prices: readonly RowOf<"token_price">[]): string {
  const from = (row: RowOf<"token_price">): string => textIn(row, "from");
  const announced = prices.filter(
    (row) =>
      from(row) !== "" &&
      prices.some(
        (one) => one.seller === row.seller && one.model === row.model && one.current === 1 && from(one) < from(row)
      )
  ).length;
  if (announced === 0) return "";
  const verb = announced === 1 ? "was" : "were";
  return ` ${announced} of them ${verb} announced for a later date and not yet in force when the list was read.`;
}

function inOrder(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

/** The query that gives `changesOf`. */
export function changesQuery(blend: BlendName): string {
  const column = columns[blend];
  return lines(
    `SELECT seller, model, "from", lag(${column}) OVER earlier AS before, ${column} AS after`,
    "FROM token_price",
    `WINDOW earlier AS (PARTITION BY seller, model ORDER BY coalesce("from", ''))`,
    `QUALIFY "from" <> '' AND row_number() OVER earlier > 1`,
    `ORDER BY "from" DESC, seller, model`
  );
}

function changeOf(
  before: RowOf<"token_price">,
  row: RowOf<"token_price">,
  column: (typeof columns)[BlendName]
): Change {
  return {
    seller: textIn(row, "seller"),
    model: textIn(row, "model"),
    from: textIn(row, "from"),
    before: numberIn(before, column),
    after: numberIn(row, column),
    sources: {from: recordOf(before, column), to: recordOf(row, column)}
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
  blend: BlendName
): {seller: string; price: number; row: RowOf<"token_price">}[] {
  const offers = prices.map((row) => ({seller: textIn(row, "seller"), price: numberIn(row, columns[blend]), row}));
  const dearestFirst = offers.sort((a, b) => b.price - a.price);
  return [...new Map(dearestFirst.map((offer) => [offer.seller, offer])).values()].sort((a, b) => a.price - b.price);
}
