import type {RecordedPrice} from "./price-record.js";
import type {TokenPrice} from "./token-price.js";

/** A price in an offer's history. */
export interface CoursePrice extends RecordedPrice {
  /** Whether the price data state its first day; if not, `from` is the day on which it was recorded. */
  stated: boolean;
}

/** The installed version of the price data. */
export interface Edition {
  name: string;
  /** Day of publication, YYYY-MM-DD. */
  published: string;
}

/** Number of days between two days, YYYY-MM-DD. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/**
 * One offer's prices by date: recorded prices, those that the installed data add, and the days that these state. A
 * price in force before the first known day has no day.
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

/**
 * Adds a price with a stated day. It replaces a price recorded about that day, since the stated day is more accurate.
 */
function withDated(prices: readonly CoursePrice[], price: CoursePrice): CoursePrice[] {
  const near = (one: CoursePrice) => Math.abs(daysBetween(one.from, price.from)) <= NEAR;
  const same = prices.find((one) => isAlike(one, price) && near(one));
  if (!same) return [...prices, price];
  return prices.map((one) => (one === same ? {...one, from: price.from, stated: true} : one));
}

/** Number of days by which a record may lag behind the change. */
const NEAR = 60;

/** Adds the price before the first stated day, unless the records know better. */
function withEarlier(prices: readonly CoursePrice[], price: CoursePrice): CoursePrice[] {
  const first = [...prices].sort(byDay)[0];
  return first?.stated ? [price, ...prices] : [...prices];
}

/** Adds the only price of the installed data if it differs from the last recorded one. */
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

/** Whether two prices agree for uncached tokens. */
export function isAlike(a: TokenPrice, b: TokenPrice): boolean {
  return a.input === b.input && a.output === b.output;
}

function isSame(a: TokenPrice, b: TokenPrice): boolean {
  return isAlike(a, b) && a.cached_input === b.cached_input && a.cache_write === b.cache_write;
}
