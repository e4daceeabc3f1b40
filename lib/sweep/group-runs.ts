import type {Driver} from "../uncertainty/driver.js";
import type {Sketches} from "../uncertainty/sketch.js";

/** Results of some of a group's runs, numbered within the group. */
export interface GroupRuns {
  /** By output, month kept and run. */
  values: Float64Array;
  /** Drawn inputs, and their values in each run. */
  drivers: readonly Driver[];
  drawn: Float64Array[];
}

/** Points of a sweep that share a model, ready to run in any part. */
export interface Group {
  /** Runs `from` up to, but excluding, `to`. Counts of `quantiles` go to the sketches of each run's slice. */
  run: (from: number, to: number, sketchesOf?: (run: number) => Sketches) => GroupRuns;
}
