import {outputOf} from "./range.js";
import type {Draws, Study} from "./study.js";
import type {Driver} from "./driver.js";

/** An output with one driver at its low or high end and all others central. */
export interface Swing {
  driver: Driver;
  at_low: number;
  at_high: number;
}

/** The swings of an output's values over the draws of the scheme `ends`, widest first, missing ones last. */
export function tornado(drivers: readonly Driver[], values: Float64Array): Swing[] {
  const swings = drivers.map((driver, i) => ({driver, at_low: values[2 * i]!, at_high: values[2 * i + 1]!}));
  const width = ({at_low, at_high}: Swing): number => {
    const size = Math.abs(at_high - at_low);
    return Number.isNaN(size) ? -1 : size;
  };
  return swings.sort((a, b) => width(b) - width(a));
}

/** The swings of an output (`table.column`) in a month. */
export interface OutputSwings {
  output: string;
  month: number;
  central: number;
  swings: Swing[];
}

/** The swings of a study's outputs; the study's scheme is `ends`. */
export function swingsIn(study: Study, drivers: readonly Driver[], draws: Draws): OutputSwings[] {
  return study.outputs.flatMap((output) =>
    study.at.map((month) => {
      const values = outputOf(study, draws, output, month);
      return {output, month, central: values.at(-1)!, swings: tornado(drivers, values)};
    })
  );
}

/** Drivers named for each output and month: those that move it most. */
const NAMED = 4;

/** The cells of all drivers that are among the most influential for some output. */
export function notableDrivers(outputs: readonly OutputSwings[]): Set<string> {
  return new Set(outputs.flatMap(({swings}) => swings.slice(0, NAMED).map(({driver}) => driver.cell)));
}
