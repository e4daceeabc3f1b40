import {courseOf, daysBetween, isAlike, type CoursePrice, type Edition} from "./price-course.js";
import type {RecordedPrice} from "./price-record.js";
import {blended, CUSTOMARY, type TokenPrice} from "./token-price.js";

/** How a price differs from the one before it. `cache`: only the price of cached tokens changes. */
export type PriceStep = "first" | "cut" | "rise" | "cache" | "correction";

/** A price in an offer's history; `from` is empty for a price older than the data. */
export interface PriceEvent extends CoursePrice {
  step: PriceStep;
  /** Relative change in the price of chat; NaN for the first price or after a price of 0. */
  change: number;
  /** Why this is a correction of the data rather than a change of price; empty if it is none. */
  reason: string;
  /** Last day on which the price is known to apply; empty if it is no longer listed, or not yet in force. */
  until: string;
}

/**
 * The price history of every offer, from recorded and installed data. A step counts as a correction of the data if it
 * was recorded in their first 30 days, when imported prices were checked; if its commit says so; if input or output
 * changes by a power of ten; or if a price returns to an earlier one within 30 days.
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

/** Number of days within which errors in the data are found. */
const CHECKED = 30;

function correction(course: readonly CoursePrice[], i: number, begins: string): string {
  const [before, price] = [course[i - 1]!, course[i]!];
  if (daysBetween(begins, price.from) <= CHECKED)
    return `recorded in the first ${CHECKED} days of the data, when imported prices were checked`;
  if (says.test(price.subject)) return `its commit says so: ${price.subject}`;
  if (isPowerOfTen(price.input / before.input) || isPowerOfTen(price.output / before.output))
    return "input or output changed by a power of ten";
  return returns(course, i) ? `a price that lasted at most ${CHECKED} days` : "";
}

/** Words in commit messages that correct prices or restate them. */
const says = /\b(fix(es|ed)?|correct(s|ed|ion|ions)?|billing units)\b/i;

function isPowerOfTen(ratio: number): boolean {
  const factor = Math.max(ratio, 1 / ratio);
  return [10, 100, 1000, 10_000, 100_000, 1_000_000].some((power) => Math.abs(factor / power - 1) < 1e-9);
}

/** Whether a step leads to a short-lived price, or reverts one. */
function returns(course: readonly CoursePrice[], i: number): boolean {
  return [i - 1, i].some((at) => {
    const [before, price, after] = [course[at - 1], course[at]!, course[at + 1]];
    return before && after && isAlike(before, after) && daysBetween(price.from, after.from) <= CHECKED;
  });
}
