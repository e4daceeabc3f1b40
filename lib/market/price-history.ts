import {courseOf, daysBetween, isAlike, type CoursePrice, type Edition} from "./price-course.js";
import type {RecordedPrice} from "./price-record.js";
import {blended, CUSTOMARY, type TokenPrice} from "./token-price.js";

/** What a price is against the one before it. `cache`: only the price of cached tokens is another. */
export type PriceStep = "first" | "cut" | "rise" | "cache" | "correction";

/** A price in the course of an offer's prices; `from` is empty where it is older than what is known. */
export interface PriceEvent extends CoursePrice {
  step: PriceStep;
  /** The price of chat over the one before, less 1; NaN where there is none, or where it was 0. */
  change: number;
  /** Why the data were corrected, rather than the price changed; empty where they were not. */
  reason: string;
  /** Last day on which it is known to hold; empty where the data no longer list it, and of a price to come. */
  until: string;
}

/**
 * The prices of every offer by date, those recorded and those of the installed data. A step is a correction of the data
 * where it was recorded in their first 30 days, when what had been imported was checked; where its commit says so;
 * where input or output changes by a power of ten; and where a price returns to an earlier one within 30 days.
 */
export function priceHistory(
  recorded: readonly RecordedPrice[],
  listed: readonly TokenPrice[],
  edition: Edition
): PriceEvent[] {
  const begins = recorded[0]?.from ?? edition.published;
  const [earlier, latest] = [byOffer(recorded), byOffer(listed)];
  return [...new Set([...earlier.keys(), ...latest.keys()])].sort().flatMap((offer) => {
    const course = courseOf(earlier.get(offer) ?? [], latest.get(offer) ?? [], edition);
    const end = latest.has(offer) ? edition.published : "";
    return course.map((price, i) => ({...stepOf(price, course, i, begins), until: untilOf(course, i, end)}));
  });
}

function byOffer<P extends TokenPrice>(prices: readonly P[]): Map<string, P[]> {
  const offers = new Map<string, P[]>();
  for (const price of prices) {
    const key = `${price.seller}/${price.model}`;
    offers.set(key, [...(offers.get(key) ?? []), price]);
  }
  return offers;
}

function untilOf(course: readonly CoursePrice[], i: number, end: string): string {
  const next = course[i + 1]?.from;
  if (next !== undefined && next <= end) return next;
  return course[i]!.from <= end ? end : "";
}

function stepOf(
  price: CoursePrice,
  course: readonly CoursePrice[],
  i: number,
  begins: string
): Omit<PriceEvent, "until"> {
  const before = course[i - 1];
  if (!before) return {...price, step: "first", change: NaN, reason: ""};
  const [was, is] = [before, price].map((one) => blended(one, CUSTOMARY)) as [number, number];
  const change = was > 0 ? is / was - 1 : NaN;
  if (isAlike(before, price)) return {...price, step: "cache", change, reason: ""};
  const reason = price.stated ? "" : correction(course, i, begins);
  if (reason !== "") return {...price, step: "correction", change, reason};
  return {...price, step: is < was ? "cut" : "rise", change, reason};
}

/** Days within which errors of the data are found. */
const CHECKED = 30;

function correction(course: readonly CoursePrice[], i: number, begins: string): string {
  const [before, price] = [course[i - 1]!, course[i]!];
  if (daysBetween(begins, price.from) <= CHECKED)
    return `recorded in the first ${CHECKED} days of the data, when what had been imported was checked`;
  if (says.test(price.subject)) return `its commit says so: ${price.subject}`;
  if (isPowerOfTen(price.input / before.input) || isPowerOfTen(price.output / before.output))
    return "input or output by a power of ten";
  return returns(course, i) ? `a price that lasted at most ${CHECKED} days` : "";
}

/** Words of commits that correct prices, or state them in another form. */
const says = /\b(fix(es|ed)?|correct(s|ed|ion|ions)?|billing units)\b/i;

function isPowerOfTen(ratio: number): boolean {
  const factor = Math.max(ratio, 1 / ratio);
  return [10, 100, 1000, 10_000, 100_000, 1_000_000].some((power) => Math.abs(factor / power - 1) < 1e-9);
}

/** Whether a step leads to a price that is soon taken back, or takes one back. */
function returns(course: readonly CoursePrice[], i: number): boolean {
  return [i - 1, i].some((at) => {
    const [before, price, after] = [course[at - 1], course[at]!, course[at + 1]];
    return before && after && isAlike(before, after) && daysBetween(price.from, after.from) <= CHECKED;
  });
}
