import {existsSync} from "node:fs";
import {InputError} from "../../lib/sheet/index.js";
import {runHash} from "../../scripts/hash.js";
import {refuseAssumptions, type GlobalFlags} from "../arguments.js";
import {aliveOf, drive, type Driven} from "./driver.js";
import {dryRun} from "./dry-run.js";
import type {Engine} from "./engine.js";
import {checkEngine, engineOf} from "./engines.js";
import {Folder, sha256} from "./folder.js";
import {jobsOf} from "./jobs.js";
import type {Merged} from "./merge.js";
import {sweepOptions, type SweepFlags, type SweepOptions} from "./options.js";
import {probe, usualShards} from "./probe.js";
import {duration, reporter} from "./progress.js";
import {needsPlan, rebuildPlan} from "./rebuild-plan.js";
import {watch} from "./watch.js";

/** Runs a sweep on an engine, estimates its size, shows its progress or cancels it. */
export async function sweepCommand(file: string, flags: SweepFlags): Promise<number> {
  const options = sweepOptions(file, flags);
  const {task, engine} = options;
  switch (task.kind) {
    case "dry run":
      dryRun(options);
      return 0;
    case "watch":
      return watch(task.folder, engineOf(engine, task.folder));
    case "cancel":
      return cancel(task.folder, engineOf(engine, task.folder));
    default:
      return run(options, task.folder);
  }
}

/** Writes the small tables of a complete sweep. */
export async function mergeCommand(dir: string, {assumptions}: GlobalFlags): Promise<number> {
  refuseAssumptions("merge", assumptions);
  if (!existsSync(dir)) throw new InputError(`${dir}: folder not found: name the folder given to --out`);
  const {merge} = await import("./merge.js");
  console.log(describe(await merge(new Folder(dir)), []));
  return 0;
}

async function run(options: SweepOptions, folder: Folder): Promise<number> {
  // Requires DuckDB, whose absence must be noticed before the sweep is computed.
  const {merge} = await import("./merge.js");
  await checkEngine(options.engine);
  open(options, folder);
  return finish(folder, merge, await driven(folder, engineOf(options.engine, folder), options.engine.retries));
}

function open({task, sweep, spec, assumptions, shards: asked}: SweepOptions, folder: Folder): void {
  const isLost = task.kind === "resume" && needsPlan(folder);
  const before = isLost ? undefined : folder.plan?.shards;
  if (asked !== undefined && before !== undefined && asked !== before)
    throw new InputError(`--shards ${asked}: this sweep was cut into ${before}: leave --shards out`);
  const shards = before ?? asked ?? usualShards(sweep, probe(sweep));
  const {runs, points} = sweep;
  const plan = {shards, runs, points, spec: sha256(spec), model: runHash(assumptions.path)};
  if (isLost) rebuildPlan(folder, plan, sweep, asked);
  folder.open(spec, plan, task.kind === "resume", assumptions);
}

async function driven(folder: Folder, engine: Engine, retries: number): Promise<Driven> {
  const stop = new AbortController();
  const abort = (): void => stop.abort();
  process.on("SIGINT", abort).on("SIGTERM", abort);
  try {
    return await drive({folder, engine, retries, report: reporter(), signal: stop.signal});
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOSPC")
      throw new InputError(`${folder.path}: disk full: free some space, then continue with --resume`, {cause: error});
    throw error;
  } finally {
    process.off("SIGINT", abort).off("SIGTERM", abort);
  }
}

async function finish(folder: Folder, merge: (folder: Folder) => Promise<Merged>, ended: Driven): Promise<number> {
  const {progress, failed, cancelled, unsound, retried, damaged} = ended;
  for (const damage of damaged) console.error(damage);
  const state = `${progress.done} of ${progress.shards} shards are done`;
  if (cancelled) {
    console.log(`cancelled: ${state}; continue with --resume`);
    return 1;
  }
  for (const {shard, log} of failed) console.error(`shard ${shard} failed too often; the end of its log:\n${log}`);
  if (failed.length > 0) {
    console.log(`${state}, ${failed.length} failed; continue with --resume once the cause is fixed`);
    return 1;
  }
  const repeated = [
    ...(retried > 0 ? [`${retried} retried`] : []),
    ...(unsound > 0 ? [`${unsound} damaged and recomputed`] : [])
  ];
  console.log(`${describe(await merge(folder), repeated)}; ${duration(progress.seconds)}`);
  return 0;
}

function describe({runs, files, tables}: Merged, repeated: readonly string[]): string {
  const shards = repeated.length > 0 ? `; shards: ${repeated.join(", ")}` : "";
  return `${runs} runs in ${files} files, each once${shards}; small tables: ${tables.join(", ")}`;
}

async function cancel(folder: Folder, engine: Engine): Promise<number> {
  const jobs = jobsOf(folder, engine);
  const alive = await aliveOf(engine, jobs);
  folder.write("_sweep/cancel", "");
  for (const job of jobs) await engine.cancel(job);
  const shards = alive ? alive.running.length + alive.pending.length : "all";
  console.log(`cancelled: ${shards} shards that had not ended; continue with --resume`);
  return 0;
}
