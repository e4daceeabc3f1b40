import {irr} from "./irr.js";
import {yearlyRate} from "./npv.js";

/** The return of a cash flow a year, or why it has none. */
export interface Return {
  /** One, several where money goes in again after it came out in other years, or none. */
  rates: number[];
  /** Why there is none; empty where there is one. */
  reason: string;
}

/**
 * The return of monthly amounts. Only changes of sign of yearly sums count: a year's months are paid for together, and
 * one month's bill among receipts is no second investment. With one change, the return is the one rate of the months
 * that lies nearest to that of the years; with more, all of the months' rates are returns.
 */
export function returnOf(amounts: readonly number[]): Return {
  if (!amounts.every(Number.isFinite)) return {rates: [NaN], reason: ""};
  const years = yearlySums(amounts);
  const signs = years.map(Math.sign).filter((sign) => sign !== 0);
  if (!signs.includes(-1)) return none("nothing is paid in");
  if (!signs.includes(1)) return none("nothing comes back");
  const changes = signs.filter((sign, i) => i > 0 && sign !== signs[i - 1]).length;
  if (changes === 1 && signs[0] === 1) return none("money comes out before any is paid in");
  const rates = irr(amounts).map(yearlyRate);
  const found = (changes === 1 ? nearest(rates, irr(years)[0]!) : rates).filter((rate) => rate > LEAST);
  return found.length > 0 ? {rates: found, reason: ""} : none("nearly all is lost");
}

/** A rate a year at or below which what is paid in counts as lost. */
const LEAST = -0.99;

function none(reason: string): Return {
  return {rates: [], reason};
}

function yearlySums(amounts: readonly number[]): number[] {
  return Array.from({length: Math.ceil(amounts.length / 12)}, (_, year) =>
    amounts.slice(12 * year, 12 * (year + 1)).reduce((sum, amount) => sum + amount, 0)
  );
}

/** The rate nearest to another; that one, where there is none. */
function nearest(rates: readonly number[], to: number): number[] {
  return [rates.reduce((best, rate) => (Math.abs(rate - to) < Math.abs(best - to) ? rate : best), rates[0] ?? to)];
}
