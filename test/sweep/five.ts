import {loadProject} from "../../data-loaders/run/project.js";
import {sweepBase} from "../../data-loaders/run/sweep.js";
import {resolveSweep, readSweep, type Sweep} from "../../lib/sweep/index.js";

const base = sweepBase(loadProject());

/** A sweep of the project's chain from its YAML. */
export function sweepOf(text: string): Sweep {
  return resolveSweep(readSweep(text, "test.yaml"), base);
}
