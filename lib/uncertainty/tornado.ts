import type {Driver} from "./driver.js";

/** What an output is where one driver is at its low or its high end and all others are central. */
export interface Swing {
  driver: Driver;
  at_low: number;
  at_high: number;
}

/** The swings of an output's values over the draws of the scheme `ends`, the widest first; missing ones last. */
export function tornado(drivers: readonly Driver[], values: Float64Array): Swing[] {
  const swings = drivers.map((driver, i) => ({driver, at_low: values[2 * i]!, at_high: values[2 * i + 1]!}));
  const width = ({at_low, at_high}: Swing): number => {
    const size = Math.abs(at_high - at_low);
    return Number.isNaN(size) ? -1 : size;
  };
  return swings.sort((a, b) => width(b) - width(a));
}
