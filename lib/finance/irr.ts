import {exp} from "../sheet/exponential.js";
import {regular, type Flow} from "./npv.js";
import {root} from "./root.js";

/**
 * Every rate a period above -100 % at which the amounts are worth nothing, in rising order: none, one or several. A
 * project with several has no single return; one with none has no return at all. Where an amount is missing, so is the
 * rate: [NaN].
 */
export function irr(amounts: readonly number[]): number[] {
  return xirr(regular(amounts));
}

/** As `irr`, for flows at any times; the rates are per unit of time. */
export function xirr(flows: readonly Flow[]): number[] {
  if (!flows.every(({time, amount}) => Number.isFinite(time) && Number.isFinite(amount))) return [NaN];
  const sorted = merged(flows).filter(({amount}) => amount !== 0);
  return roots(sorted).map((x) => Math.expm1(x));
}

/**
 * The roots x of sum(a exp(-x t)), rising. Laguerre's proof of Descartes' rule, as an algorithm: multiplied by exp(x
 * s), with s between the times of a change of sign, the sum's derivative has one change of sign fewer, and between two
 * of its roots the sum is monotone. So every root is found, and each in a bracket.
 */
function roots(flows: readonly Flow[]): number[] {
  const change = flows.findIndex(({amount}, i) => i > 0 && Math.sign(amount) !== Math.sign(flows[i - 1]!.amount));
  if (change < 0) return [];
  const pivot = (flows[change - 1]!.time + flows[change]!.time) / 2;
  const turns = roots(flows.map(({time, amount}) => ({time, amount: amount * (pivot - time)})));
  const touching = turns.filter((x) => sign(flows, x) === 0);
  const crossing = [-Infinity, ...turns].flatMap((from, i) => crossingIn(flows, from, turns[i] ?? Infinity));
  return [...touching, ...crossing].sort((a, b) => a - b);
}

/** The root between two neighbouring turns; none where the sum has one sign, or is zero at a turn already. */
function crossingIn(flows: readonly Flow[], from: number, to: number): number[] {
  if (sign(flows, from) * sign(flows, to) >= 0) return [];
  const start = Number.isFinite(from) ? from : Number.isFinite(to) ? to : 0;
  const low = Number.isFinite(from) ? from : beyond(flows, start, -1);
  const high = Number.isFinite(to) ? to : beyond(flows, start, 1);
  return [root((x) => scaled(flows, x).sum, low, high)];
}

/** A point so far out that the sum has the sign that it keeps from there on. */
function beyond(flows: readonly Flow[], start: number, direction: 1 | -1): number {
  const last = sign(flows, direction * Infinity);
  let step = 1 / 16;
  while (sign(flows, start + direction * step) !== last) step *= 2;
  return start + direction * step;
}

/** The sum's sign, 0 up to rounding; far to the left the last flow decides, far to the right the first. */
function sign(flows: readonly Flow[], x: number): number {
  if (x === -Infinity) return Math.sign(flows.at(-1)!.amount);
  if (x === Infinity) return Math.sign(flows[0]!.amount);
  const {sum, size} = scaled(flows, x);
  return Math.abs(sum) <= 1e-13 * size ? 0 : Math.sign(sum);
}

/**
 * The sum and the sum of sizes, both over the greatest exponential, so that neither overflows: from the flow that has
 * it on, each exponential is the one before times that of the gap between them, which is mostly the same.
 */
function scaled(flows: readonly Flow[], x: number): {sum: number; size: number} {
  const [first, step] = x > 0 ? [0, 1] : [flows.length - 1, -1];
  let sum = 0;
  let size = 0;
  let power = 1;
  let gap = 0;
  let ratio = 1;
  let before = flows[first]!.time;
  for (let i = first; i >= 0 && i < flows.length; i += step) {
    const {time, amount} = flows[i]!;
    if (time - before !== gap) ratio = exp(-x * (gap = time - before));
    before = time;
    sum += amount * (power *= ratio);
    size += Math.abs(amount) * power;
  }
  return {sum, size};
}

/** In order of time, amounts of the same time added. */
function merged(flows: readonly Flow[]): Flow[] {
  const byTime = new Map<number, number>();
  for (const {time, amount} of flows) byTime.set(time, (byTime.get(time) ?? 0) + amount);
  return [...byTime].map(([time, amount]) => ({time, amount})).sort((a, b) => a.time - b.time);
}
