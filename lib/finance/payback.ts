import {pow} from "../sheet/power.js";

/**
 * Periods until what was paid in has come back, interpolated within the period, and never went missing again; with a
 * rate a period, at present value. NaN where it does not come back, where an amount is missing, and at a rate of -100 %
 * or less.
 */
export function payback(amounts: readonly number[], rate = 0): number {
  if (!(rate > -1) || !amounts.every(Number.isFinite)) return NaN;
  let sum = 0;
  let at = NaN;
  amounts.forEach((amount, period) => {
    const value = amount * pow(1 + rate, -period);
    if (sum + value < 0) at = NaN;
    else if (Number.isNaN(at)) at = sum < 0 ? period - 1 + -sum / value : period;
    sum += value;
  });
  return at;
}

/** Multiple on invested capital: all that comes out over all that goes in. NaN where nothing goes in. */
export function moic(amounts: readonly number[]): number {
  const total = (sign: 1 | -1): number => amounts.reduce((sum, amount) => sum + Math.max(0, sign * amount), 0);
  return total(-1) === 0 ? NaN : total(1) / total(-1);
}
