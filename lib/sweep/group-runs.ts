import type {Driver} from "../uncertainty/driver.js";
import type {Sketches} from "../uncertainty/sketch.js";

/** Runs of a group, by their numbers within it: what is kept of them. */
export interface GroupRuns {
  /** Output by output, kept month by month, run by run. */
  values: Float64Array;
  /** Inputs that were drawn, and their values in each run. */
  drivers: readonly Driver[];
  drawn: Float64Array[];
}

/** The points of a sweep that are one model, made ready to run any part of. */
export interface Group {
  /** Runs `from` to before `to`; counts of `quantiles` go to the sketches of each run's slice. */
  run: (from: number, to: number, sketchesOf?: (run: number) => Sketches) => GroupRuns;
}
