import {median} from "d3";
import {lines} from "../../components/figure/query-text.js";
import {recordOf, type Recorded} from "../../components/inspector/origin.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import type {RowOf} from "../../components/rows/table-types.js";
import {share, usd} from "../../components/words/format.js";
import {monthName} from "../../components/words/month.js";
import type {BlendName} from "../../lib/market/blend.js";
import {blendColumns} from "./token-market.js";

export type Event = RowOf<"token_price_history">;

/** What is known of one offer's prices over time. */
export interface PriceCourse {
  /** Day on which the first price was recorded; empty where it is older than what is known. */
  since: string;
  /** Day of the last change that is no correction of the data; empty where there is none. */
  changed: string;
  /** The price of chat over the first that was not corrected, less 1. */
  change: number;
  /** The same in a year, from the first day that is known; NaN where that is less than half a year ago. */
  yearly: number;
}

/** The last day of the price data: later prices are announced. */
function lastDay(history: readonly Event[]): string {
  return history.reduce((last, row) => (textIn(row, "until") > last ? textIn(row, "until") : last), "");
}

/** The course of each offer's prices, by `seller/model`. */
export function priceCourses(history: readonly Event[]): Map<string, PriceCourse> {
  return new Map([...eventsByOffer(history)].map(([key, rows]) => [key, courseOf(rows)]));
}

/** The prices of each offer by date, without those that are announced, by `seller/model`. */
export function eventsByOffer(history: readonly Event[]): Map<string, Event[]> {
  const end = lastDay(history);
  const offers = new Map<string, Event[]>();
  for (const row of history) {
    if (textIn(row, "from") > end) continue;
    const key = `${textIn(row, "seller")}/${textIn(row, "model")}`;
    offers.set(key, [...(offers.get(key) ?? []), row]);
  }
  return offers;
}

function courseOf(rows: readonly Event[]): PriceCourse {
  const changes = rows.filter(isChange);
  const change = changes.reduce((factor, row) => factor * (1 + numberIn(row, "change")), 1) - 1;
  const since = textIn(rows[0], "from");
  const known = rows.map((row) => textIn(row, "from")).find((from) => from !== "");
  const years = (Date.parse(textIn(rows.at(-1), "until")) - Date.parse(known ?? "")) / (365.25 * 86_400_000);
  const yearly = years >= 0.5 ? (1 + change) ** (1 / years) - 1 : NaN;
  return {since, changed: textIn(changes.at(-1), "from"), change, yearly};
}

/** Whether a row is a change of the price of uncached tokens, and no correction of the data. */
export function isChange(row: Event): boolean {
  return row.step === "cut" || row.step === "rise";
}

/** A price that changed, and the one before it. */
export interface Change {
  seller: string;
  model: string;
  from: string;
  before: number;
  after: number;
  /** Where the two prices come from. */
  sources: Record<"from" | "to", Recorded | undefined>;
}

/** The changes of prices in a blend, without those of resellers, the newest first. */
export function changesOf(history: readonly Event[], blend: BlendName): Change[] {
  const column = blendColumns[blend];
  const changes = history.flatMap((row, i) => {
    const before = history[i - 1];
    if (!before || row.reseller === 1 || !isChange(row)) return [];
    return [
      {
        ...{seller: textIn(row, "seller"), model: textIn(row, "model"), from: textIn(row, "from")},
        ...{before: numberIn(before, column), after: numberIn(row, column)},
        sources: {from: recordOf(before, column), to: recordOf(row, column)}
      }
    ];
  });
  return changes.sort((a, b) => inOrder(b.from, a.from) || inOrder(a.seller, b.seller) || inOrder(a.model, b.model));
}

function inOrder(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

/** The query that gives `changesOf`. */
export function changesQuery(blend: BlendName): string {
  const column = blendColumns[blend];
  return lines(
    `SELECT seller, model, "from", lag(${column}) OVER earlier AS before, ${column} AS after`,
    "FROM token_price_history",
    "WHERE reseller = 0",
    `WINDOW earlier AS (PARTITION BY seller, model ORDER BY coalesce("from", ''))`,
    "QUALIFY step IN ('cut', 'rise')",
    `ORDER BY "from" DESC, seller, model`
  );
}

/** How often prices changed, and what the dates are, in words. */
export function changesInWords(history: readonly Event[]): string {
  const own = history.filter((row) => row.reseller === 0);
  const changes = own.filter(isChange);
  const end = lastDay(history);
  const to = monthName(end.slice(0, 7));
  const count = (step: string): number => own.filter((row) => row.step === step).length;
  const announced = changes.filter((row) => textIn(row, "from") > end).length;
  if (changes.length === 0) return "No price change is recorded.";
  return (
    `Until ${to}, the price data record ${counted(count("cut"), "cut")} and ` +
    `${counted(count("rise"), "rise")}, ` +
    `${announced} of them announced for later. A date is the day on which the data recorded the price, unless they ` +
    `state when it begins: the seller may have changed it earlier, and a price that nobody rechecked counts as ` +
    `unchanged. ${counted(count("correction"), "correction")} of the data ` +
    `${count("correction") === 1 ? "is" : "are"} left out: changes that were recorded in the data's first 30 days, ` +
    `that the commit calls a correction, that are by a power of ten, or that were reversed within 30 days. The table ` +
    `token_price_history has all of them, with their commits.`
  );
}

/** How list prices of a model moved in a year, and those of new models, in words. */
export function yearlyInWords(history: readonly Event[]): string {
  const own = history.filter((row) => row.reseller === 0);
  const yearly = [...priceCourses(own).values()].map((course) => course.yearly).filter(Number.isFinite);
  const fell = yearly.filter((change) => change < 0);
  const rose = yearly.filter((change) => change > 0);
  if (yearly.length === 0) return "";
  const still = yearly.length - fell.length - rose.length;
  return (
    `Of ${yearly.length} offers that are still listed and have been for half a year or more, ${still} ` +
    `(${share(still / yearly.length)}) never changed their price, ${fell.length} fell and ${rose.length} rose: the ` +
    `median change in a year is ${share(median(yearly) ?? NaN)}. ` +
    (still > yearly.length / 2 ? "Most buyers of a model therefore pay less only by changing to another. " : "") +
    firstsInWords(own)
  );
}

/** `1 cut`, `2 cuts`. */
function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Whether new models are cheaper, in words: the median first price of offers by half-year. */
function firstsInWords(own: readonly Event[]): string {
  const halves = new Map<string, number[]>();
  for (const row of own.filter(({step}) => step === "first")) {
    const from = textIn(row, "from");
    if (from <= IMPORTED) continue;
    const half = `the ${from.slice(5, 7) < "07" ? "first" : "second"} half of ${from.slice(0, 4)}`;
    halves.set(half, [...(halves.get(half) ?? []), numberIn(row, "blended")]);
  }
  const medians = [...halves].sort(([a], [b]) => inOrder(keyOf(a), keyOf(b)));
  const told = medians.map(
    ([half, prices]) => `${usd(median(prices) ?? NaN)} in ${half} (${counted(prices.length, "offer")})`
  );
  const [first = NaN, last = NaN] = [medians[0], medians.at(-1)].map((one) => median(one?.[1] ?? []));
  return (
    `New models are ${last < first ? "" : "not "}cheaper as a group: the median chat price of offers when first ` +
    `listed was ${told.join(", ")}. The data do not say how capable a model is, and large and small ones are ` +
    `listed together.`
  );
}

/** Until then, the data took in models that had been on sale for long. */
const IMPORTED = "2025-07-22";

/** Half-years in order of time. */
function keyOf(half: string): string {
  return `${half.slice(-4)} ${half}`;
}
