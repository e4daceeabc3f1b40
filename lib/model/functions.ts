import {queueUtilisation} from "./queue.js";
import {define, mathematics, type Callable} from "../sheet/functions.js";
import {arithmetic} from "../sheet/power.js";

/** The functions that the model's formulas may call. */
export const functions = {
  ...mathematics,
  gross_dies: define("die/wafer", ["mm2/die", "mm"], "Dies that fit on a round wafer, before yield.", grossDies),
  die_yield: define(
    "1",
    ["mm2/die", "defect/cm2", "1"],
    "Share of dies without a defect (negative binomial).",
    dieYield
  ),
  capital_recovery: define("1/yr", ["1/yr", "yr", "1"], "Yearly annuity per USD of capital.", capitalRecovery),
  distinct_experts: define(
    "1",
    ["1", "1", "token"],
    "Experts that a batch of tokens is expected to touch.",
    distinctExperts
  ),
  queue_utilisation: define(
    "1",
    ["1", "1"],
    "Largest share of places that may be busy, at a load in requests, if no more than a share of them is to wait " +
      "(Erlang C).",
    queueUtilisation
  ),
  clearing_price: define(
    "1",
    ["1", "1", "1"],
    "Price, relative to the normal one, at which demand of a given elasticity would fit supply; at most a ceiling.",
    clearingPrice
  ),
  scarcity_price: define(
    "1",
    ["1", "1", "1", "1"],
    "Price, relative to normal times, at which supply would meet what is wanted, from 1 to a ceiling.",
    scarcityPrice
  ),
  mean_decay: define("1", ["1"], "Mean, over a time in units of its time constant, of what decays from 1.", meanDecay),
  mean_age: define(
    "1",
    ["1"],
    "Mean age, of their life, of things that were bought at a growing pace: the argument is growth over a life.",
    meanAge
  ),
  saturating: define(
    "1",
    ["1", "1"],
    "A gain that begins at a rate in logarithms and never passes its ceiling.",
    saturating
  ),
  bounded: define("1", ["1", "1"], "A multiple of use that never passes a ceiling; 1 stays 1.", bounded),
  arrival: define("1", ["1"], "Share of a generation's ramp that is over: slow, fast and slow again.", arrival),
  approach: define(
    "1",
    ["1", "1", "1"],
    "A value on its way to a target after a time, in units of the way's time constant.",
    approach
  )
};

export type Functions = Callable<typeof functions>;

/**
 * Dies per wafer: area ratio less the dies cut by the rim. `area` in mm2, `diameter` in mm.
 * Source: D. K. de Vries, "Investigation of gross die per wafer formulas", IEEE Trans. Semicond. Manuf. 18(1), 2005.
 */
export function grossDies(area: number, diameter: number): number {
  return (Math.PI * diameter * diameter) / (4 * area) - (Math.PI * diameter) / Math.sqrt(2 * area);
}

/** Yield of a die of `area` mm2 at `defects` per cm2 whose clustering is `alpha`: (1 + A D / alpha)^-alpha. */
export function dieYield(area: number, defects: number, alpha: number): number {
  return arithmetic.pow(1 + (area * 0.01 * defects) / alpha, -alpha);
}

/**
 * What one USD of capital costs a year, paid monthly over `life` years at the effective yearly `rate`, when `residual`
 * of it comes back at the end: (1 - s v) 12 m / (1 - v) with v = (1 + r)^-n and m = (1 + r)^(1/12) - 1; at a rate of 0,
 * straight-line depreciation.
 */
export function capitalRecovery(rate: number, life: number, residual: number): number {
  return rate === 0
    ? (1 - residual) / life
    : ((1 - residual * arithmetic.pow(1 + rate, -life)) * 12 * (arithmetic.pow(1 + rate, 1 / 12) - 1)) /
        (1 - arithmetic.pow(1 + rate, -life));
}

/** Expected distinct experts among `experts` when each of `batch` tokens picks `active` of them at random. */
export function distinctExperts(experts: number, active: number, batch: number): number {
  // More picks than these leave less than a double can tell from none, and some programs take the underflow for an
  // error.
  return experts * (1 - arithmetic.pow(1 - active / experts, Math.min(batch, (100 * experts) / active)));
}

/**
 * Relative price at which demand fits supply, when demand is `tightness` times supply at the normal price and falls
 * with the price to the power of -`elasticity`: tightness^(1/elasticity), at most `ceiling`, where buyers give up.
 */
export function clearingPrice(tightness: number, elasticity: number, ceiling: number): number {
  return Math.min(ceiling, arithmetic.pow(tightness, 1 / elasticity));
}

/**
 * The price, 1 in ordinary times, that would make supply meet what is wanted: `price` times `ratio`^(1 / `elasticity`),
 * where `ratio` is what is wanted over what is on offer, counted from 1/4 to 4. It lies between 1 and `ceiling`.
 */
function scarcityPrice(price: number, ratio: number, elasticity: number, ceiling: number): number {
  return Math.min(ceiling, Math.max(1, price * arithmetic.pow(Math.min(4, Math.max(0.25, ratio)), 1 / elasticity)));
}

/** Mean of e^-t over t from 0 to `time`: 1 for no time. */
function meanDecay(time: number): number {
  return time <= 1e-9 ? 1 : (1 - arithmetic.exp(-time)) / time;
}

/**
 * Mean age, as a share of their life, of things that are kept for a life in which purchases grow by `growth`, in
 * logarithms: 1 / g - 1 / (e^g - 1), a half without growth.
 */
export function meanAge(growth: number): number {
  return Math.abs(growth) < 1e-4 ? 0.5 - growth / 12 : 1 / growth - 1 / (arithmetic.exp(growth) - 1);
}

/**
 * Where a positive value is after `time` (of time constants) on its way from `last` to `target`: the remaining ratio
 * shrinks by e^-time. It lies between the two for any time, so that no step can overshoot.
 */
export function approach(last: number, target: number, time: number): number {
  return last * arithmetic.pow(target / last, 1 - arithmetic.exp(-time));
}

/**
 * A gain after `growth` (rate times time, in logarithms): `ceiling^(1 - exp(-growth / ln ceiling))`. It starts at 1
 * with the slope of `growth` and never passes `ceiling`, which is at least 1.
 */
function saturating(growth: number, ceiling: number): number {
  // A missing growth stays missing.
  return ceiling <= 1 ? 1 + 0 * growth : arithmetic.pow(ceiling, 1 - arithmetic.exp(-growth / arithmetic.log(ceiling)));
}

/**
 * How far something has come to market after `time`, in units of its ramp: 0 before it begins, then a logistic curve
 * that is half way up in the middle and at 98 % at the end of the ramp.
 */
function arrival(time: number): number {
  return time < 0 ? 0 : 1 / (1 + arithmetic.exp(4 - 8 * time));
}

/** A multiple `x` of today's use when no more than `ceiling` times today's use is possible: C x / (C - 1 + x). */
function bounded(x: number, ceiling: number): number {
  return (ceiling * x) / (ceiling - 1 + x);
}
