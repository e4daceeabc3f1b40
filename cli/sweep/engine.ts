import type {Folder} from "./folder.js";
import {root} from "../../scripts/paths.js";

/** Shards submitted to an engine together; plain data, so that another driver can track them. */
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

/** Starts workers somewhere. Files alone determine whether a shard is done. */
export interface Engine {
  name: string;
  /** Starts workers for some shards. */
  submit: (shards: readonly number[], attempt: number) => Promise<Job[]>;
  /** Undefined if unknown for the moment: the scheduler may be restarting. */
  alive: (job: Job) => Promise<Alive | undefined>;
  /** Ends what a job has started, and nothing else. */
  cancel: (job: Job) => Promise<void>;
}

/** The worker program. It is a separate file, because it starts the command-line bundle. */
const workerFile = `${root}cli/sweep/worker-bin.js`;

/** The command of a worker, without its index. */
export function workerCommand(folder: Folder, count: number, attempt: number): string[] {
  return [process.execPath, workerFile, "--dir", folder.path, "--count", String(count), "--attempt", String(attempt)];
}

/** Quotes a command for a shell. */
export function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
}

/** Shards in Slurm's notation: 0-3,7. */
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
