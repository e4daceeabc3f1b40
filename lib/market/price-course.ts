import type {RecordedPrice} from "./price-record.js";
import type {TokenPrice} from "./token-price.js";

/** A price of an offer in the course of its prices. */
export interface CoursePrice extends RecordedPrice {
  /** The price data say on which day it begins; else it is the day on which it was recorded. */
  stated: boolean;
}

/** The price data as they are installed. */
export interface Edition {
  name: string;
  /** Day on which they were published, YYYY-MM-DD. */
  published: string;
}

/** Days between two days, YYYY-MM-DD. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/**
 * One offer's prices by date: those recorded, those that the installed data add, and the days that these state. A price
 * that was in force before the first known day has no day.
 */
export function courseOf(
  recorded: readonly RecordedPrice[],
  listed: readonly TokenPrice[],
  edition: Edition
): CoursePrice[] {
  const known = recorded.map((price): CoursePrice => ({...price, stated: false}));
  const installed = withoutRepeats(
    listed.map((price): CoursePrice => ({...price, stated: price.from !== "", commit: edition.name, subject: ""}))
  );
  const dated = installed.filter(({stated}) => stated).reduce(withDated, known);
  const undated = installed.filter(({stated}) => !stated);
  const course = undated.reduce(
    (prices, price) => (installed.length > 1 ? withEarlier(prices, price) : withPresent(prices, price, edition)),
    dated
  );
  return withoutRepeats([...course].sort(byDay));
}

/** With a price of a stated day: of one that was recorded about then, the day is better known. */
function withDated(prices: readonly CoursePrice[], price: CoursePrice): CoursePrice[] {
  const near = (one: CoursePrice) => Math.abs(daysBetween(one.from, price.from)) <= NEAR;
  const same = prices.find((one) => isAlike(one, price) && near(one));
  if (!same) return [...prices, price];
  return prices.map((one) => (one === same ? {...one, from: price.from, stated: true} : one));
}

/** Days by which a record may lag behind what it records. */
const NEAR = 60;

/** With the price before the first of a stated day, unless what was recorded knows better. */
function withEarlier(prices: readonly CoursePrice[], price: CoursePrice): CoursePrice[] {
  const first = [...prices].sort(byDay)[0];
  return first?.stated ? [price, ...prices] : [...prices];
}

/** With the only price of the installed data, where it is another than the last recorded. */
function withPresent(prices: readonly CoursePrice[], price: CoursePrice, {published}: Edition): CoursePrice[] {
  const last = prices.at(-1);
  return last && isSame(last, price) ? [...prices] : [...prices, {...price, from: published}];
}

function byDay(a: CoursePrice, b: CoursePrice): number {
  return Number(a.from > b.from) - Number(a.from < b.from);
}

function withoutRepeats(prices: readonly CoursePrice[]): CoursePrice[] {
  return prices.filter((price, i) => i === 0 || !isSame(prices[i - 1]!, price));
}

/** The same for tokens that are not cached. */
export function isAlike(a: TokenPrice, b: TokenPrice): boolean {
  return a.input === b.input && a.output === b.output;
}

function isSame(a: TokenPrice, b: TokenPrice): boolean {
  return isAlike(a, b) && a.cached_input === b.cached_input && a.cache_write === b.cache_write;
}
