import {parseArgs} from "node:util";
import {parquet} from "../../lib/export/index.js";
import {loadProject} from "../../data-loaders/run/project.js";
import {sweepBase} from "../../data-loaders/run/sweep.js";
import type {PublishedTable} from "../../lib/export/index.js";
import {InputError} from "../../lib/sheet/index.js";
import {resolveSweep, computeRuns, partitionAxis, readSweep, runsOf, type Sweep} from "../../lib/sweep/index.js";
import {runHash} from "../../scripts/hash.js";
import {Folder, sha256} from "./folder.js";
import {isSound, receiptFile, receiptOf, shardName, type Receipt, type WrittenFile} from "./receipt.js";

/** A worker's task, from any engine: the shard, the number of shards, the sweep's folder and the attempt. */
export interface Task {
  folder: Folder;
  index: number;
  count: number;
  attempt: number;
}

/**
 * Reads a task from arguments, or from the environment of a Slurm array or a Kubernetes Indexed Job. Throws an
 * `InputError` if a part of it is missing.
 */
export function taskOf(args: readonly string[], env: NodeJS.ProcessEnv): Task {
  const text = {type: "string"} as const;
  const {values} = parseArgs({
    args: [...args],
    options: {dir: text, index: text, offset: text, count: text, attempt: text}
  });
  const arrayIndex = values.index ?? env.SLURM_ARRAY_TASK_ID ?? env.JOB_COMPLETION_INDEX;
  if (values.dir === undefined) throw new InputError("worker: --dir is missing: name the sweep's folder");
  const folder = new Folder(values.dir);
  const count = Number(values.count ?? folder.plan?.shards ?? NaN);
  const index = Number(arrayIndex ?? NaN) + Number(values.offset ?? 0);
  if (!(index >= 0 && index < count && Number.isInteger(index)))
    throw new InputError(
      `worker: shard ${arrayIndex ?? "?"} of ${count}: use --index from 0 to ${count - 1}, or start it as an array task`
    );
  return {folder, index, count, attempt: Number(values.attempt ?? 1) + Number(env.SLURM_RESTART_COUNT ?? 0)};
}

/**
 * Computes a shard and writes its files and receipt, unless it is already done. Throws an `InputError` if this
 * machine's model is not the sweep's.
 */
export function work({folder, index, count}: Task): void {
  const done = receiptOf(folder, index);
  if (done && isSound(folder, done)) return;
  const {plan, spec} = folder;
  const hash = runHash(folder.assumptions.path);
  if (plan?.model !== hash || plan.spec !== sha256(spec))
    throw new InputError(
      "worker: this machine's model or assumptions differ from those of the sweep: install the same commit"
    );
  const start = performance.now();
  const sweep = resolveSweep(readSweep(spec, "sweep.yaml"), sweepBase(loadProject(folder.assumptions)));
  const runs = runsOf(sweep, index, count);
  const parts = computeRuns(sweep, runs, () => checkCancelled(folder));
  const files = parts.flatMap(({partition, tables}) =>
    tables.map((table) => writePart(folder, sweep, partition, index, table, hash))
  );
  const seconds = (performance.now() - start) / 1000;
  const receipt: Receipt = {index, runs: runs.to - runs.from, seconds, files};
  folder.write(receiptFile(index), JSON.stringify(receipt));
}

/** The path of a partition's file, in a folder named `axis=label` as in Hive. */
function partPath(sweep: Sweep, table: string, partition: string, index: number): string {
  const axis = partitionAxis(sweep);
  const under = axis === undefined ? "" : `${axis}=${encodeURIComponent(partition)}/`;
  return `${table}/${under}part-${shardName(index)}.parquet`;
}

function writePart(
  folder: Folder,
  sweep: Sweep,
  partition: string,
  index: number,
  table: PublishedTable,
  hash: string
): WrittenFile {
  const path = partPath(sweep, table.name, partition, index);
  const bytes = parquet(table, hash);
  folder.write(path, bytes);
  return {path, rows: table.columns[0]!.values.length, bytes: bytes.length, sha256: sha256(bytes)};
}

function checkCancelled(folder: Folder): void {
  if (folder.has("_sweep/cancel")) throw new InputError("worker: the sweep was cancelled");
}
