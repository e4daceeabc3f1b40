import type {Folder} from "./folder.js";
import {root} from "../../scripts/paths.js";

/** Shards that an engine was given at once; plain data, so that another driver can ask after it. */
export interface Job {
  engine: string;
  id: string;
  shards: number[];
  attempt: number;
}

/** The shards of a job that have not ended. */
export interface Alive {
  running: number[];
  pending: number[];
}

/** What starts workers somewhere. Whether a shard is done is seen from its files alone. */
export interface Engine {
  name: string;
  /** Starts workers for some shards. */
  submit: (shards: readonly number[], attempt: number) => Promise<Job[]>;
  /** Undefined where it can't be told just now: the scheduler may be starting again. */
  alive: (job: Job) => Promise<Alive | undefined>;
  /** Ends what a job has started, and nothing else. */
  cancel: (job: Job) => Promise<void>;
}

/** The program of a worker. It stands beside the bundles of the command line, not in them: it starts one. */
const workerFile = `${root}cli/sweep/worker-bin.js`;

/** The command of a worker, but for its index. */
export function workerCommand(folder: Folder, count: number, attempt: number): string[] {
  return [process.execPath, workerFile, "--dir", folder.path, "--count", String(count), "--attempt", String(attempt)];
}

/** A command for a shell. */
export function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
}

/** Shards as Slurm writes them: 0-3,7. */
export function ranges(shards: readonly number[]): string {
  const sorted = [...shards].sort((a, b) => a - b);
  const starts = sorted.flatMap((shard, i) => (sorted[i - 1] === shard - 1 ? [] : [i]));
  return starts
    .map((start, i) => {
      const first = sorted[start]!;
      const last = sorted[(starts[i + 1] ?? sorted.length) - 1]!;
      return first === last ? `${first}` : `${first}-${last}`;
    })
    .join(",");
}
