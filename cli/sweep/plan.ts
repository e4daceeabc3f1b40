import {readRecord} from "./record.js";

/** How a sweep was cut, and its model: what all workers must agree on. */
export interface Plan {
  shards: number;
  runs: number;
  points: number;
  /** sha256 of the specification, and of the model with its assumptions. */
  spec: string;
  model: string;
}

/** Maximum number of shards in a sweep. */
export const MOST_SHARDS = 1e6;

/** The plan in a file; undefined if there is none. Throws an `InputError` if it is damaged. */
export function readPlan(path: string): Plan | undefined {
  return readRecord(
    path,
    (plan) => ({
      shards: plan.of("shards").whole(1, MOST_SHARDS),
      runs: plan.of("runs").whole(1),
      points: plan.of("points").whole(1),
      spec: plan.of("spec").text(hash, "a hash"),
      model: plan.of("model").text(hash, "a hash")
    }),
    "run the sweep with --resume, which writes the file again"
  );
}

const hash = /^[0-9a-f]{64}$/;
