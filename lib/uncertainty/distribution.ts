import type {Family} from "../sheet/index.js";
import {beta, normal, type Random} from "./random.js";

/** A value that is not known exactly. */
export interface Range {
  low: number;
  central: number;
  high: number;
  family: Family;
}

/**
 * One draw. `pert`, `triangular` and `uniform` lie within low..high (`pert` and `triangular` with their mode at
 * central); of `normal` and `lognormal`, low and high are the 5th and the 95th percentile and central is the median.
 */
export function draw(range: Range, random: Random): number {
  return range.high > range.low ? samplers[range.family](range, random) : range.central;
}

/** Standard normal deviate of the 95th percentile. */
const z95 = 1.6448536269514722;

const samplers: Record<Family, (range: Range, random: Random) => number> = {
  exact: ({central}) => central,
  pert: ({low, central, high}, random) => {
    const width = high - low;
    return low + width * beta(1 + (4 * (central - low)) / width, 1 + (4 * (high - central)) / width, random);
  },
  triangular: ({low, central, high}, random) => {
    const [u, width] = [random(), high - low];
    const rise = (central - low) / width;
    return u < rise ? low + width * Math.sqrt(u * rise) : high - width * Math.sqrt((1 - u) * (1 - rise));
  },
  uniform: ({low, high}, random) => low + (high - low) * random(),
  normal: ({low, central, high}, random) => {
    const deviate = normal(random);
    return central + (deviate * (deviate < 0 ? central - low : high - central)) / z95;
  },
  lognormal: ({low, central, high}, random) => {
    const deviate = normal(random);
    return central * (deviate < 0 ? central / low : high / central) ** (deviate / z95);
  }
};
