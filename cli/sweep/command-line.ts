import {existsSync} from "node:fs";
import {basename} from "node:path";
import {InputError, oneOf} from "../../lib/sheet/index.js";
import {readText} from "../../data-loaders/run/files.js";
import {loadProject} from "../../data-loaders/run/project.js";
import {sweepBase} from "../../data-loaders/run/sweep.js";
import {bind, readSweep, slicesOf, type Sweep} from "../../lib/sweep/index.js";
import {runHash} from "../../scripts/hash.js";
import {wholeNumber} from "../arguments.js";
import {formatNumber} from "../format.js";
import {aliveOf, drive, jobsOf, type Driven} from "./driver.js";
import type {Engine} from "./engine.js";
import {kubernetesEngine} from "./engine-kubernetes.js";
import {localEngine} from "./engine-local.js";
import {slurmEngine} from "./engine-slurm.js";
import {sshEngine} from "./engine-ssh.js";
import {Folder, sha256} from "./folder.js";
import type {Merged} from "./merge.js";
import {probe, usualShards, type Probe} from "./probe.js";
import {duration, reporter} from "./progress.js";
import {watch} from "./watch.js";

/** The flags of `sweep`, as they were typed. */
export interface SweepFlags {
  engine: string;
  out?: string;
  shards?: string;
  retries: string;
  workers?: string;
  hosts?: string;
  ssh?: string;
  slurm?: string[];
  image: string;
  claim: string;
  namespace?: string;
  resume?: boolean;
  watch?: boolean;
  cancel?: boolean;
  dryRun?: boolean;
}

const engines = ["local", "slurm", "kubernetes", "ssh"] as const;

/** Runs a sweep on an engine, or shows what it would take, how far it is, or ends it. */
export async function sweepCommand(file: string, flags: SweepFlags): Promise<number> {
  const text = readText(file);
  const sweep = bind(readSweep(text, file), sweepBase(loadProject()));
  const retries = wholeNumber("--retries", flags.retries, 0, 100);
  const asked =
    flags.shards === undefined ? undefined : wholeNumber("--shards", flags.shards, 1, Math.min(1e6, slicesOf(sweep)));
  const kind = oneOf("--engine", "engine", flags.engine, engines);
  if (flags.dryRun) return dryRun(sweep, asked, kind);
  // Needs a large package: whoever lacks it learns so before the sweep is computed.
  const {merge} = await import("./merge.js");
  if (flags.out === undefined) throw new InputError("--out is missing: the folder that the tables are written to");
  const folder = new Folder(flags.out);
  if (flags.watch) return watch(folder, engineOf(kind, folder, flags, retries));
  if (flags.cancel) return cancel(folder, engineOf(kind, folder, flags, retries));
  const shards = folder.plan?.shards ?? asked ?? usualShards(sweep, probe(sweep));
  if (asked !== undefined && asked !== shards)
    throw new InputError(`--shards ${asked}: this sweep was cut into ${shards}: leave --shards out`);
  const plan = {shards, runs: sweep.runs, points: sweep.points, spec: sha256(text), model: runHash()};
  folder.open(text, plan, flags.resume ?? false);
  return finish(folder, merge, await driven(folder, engineOf(kind, folder, flags, retries), retries));
}

async function driven(folder: Folder, engine: Engine, retries: number): Promise<Driven> {
  const stop = new AbortController();
  const abort = (): void => stop.abort();
  process.on("SIGINT", abort).on("SIGTERM", abort);
  try {
    return await drive({folder, engine, retries, report: reporter(), signal: stop.signal});
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOSPC")
      throw new InputError(`${folder.path}: no space is left: free some, and go on with --resume`, {cause: error});
    throw error;
  } finally {
    process.off("SIGINT", abort).off("SIGTERM", abort);
  }
}

async function finish(
  folder: Folder,
  merge: (folder: Folder) => Promise<Merged>,
  {progress, failed, cancelled, unsound, retried}: Driven
): Promise<number> {
  const state = `${progress.done} of ${progress.shards} shards are done`;
  if (cancelled) {
    console.log(`cancelled: ${state}; go on with --resume`);
    return 1;
  }
  for (const {shard, log} of failed) console.error(`shard ${shard} failed too often; the end of its log:\n${log}`);
  if (failed.length > 0) {
    console.log(`${state}, ${failed.length} failed; go on with --resume once the cause is gone`);
    return 1;
  }
  const {runs, files, tables} = await merge(folder);
  const again = [
    ...(retried > 0 ? [`${retried} tried again`] : []),
    ...(unsound > 0 ? [`${unsound} unsound and computed again`] : [])
  ];
  console.log(
    `${runs} runs in ${files} files, each once${again.length > 0 ? `; shards: ${again.join(", ")}` : ""}; small tables: ${tables.join(", ")}; ${duration(progress.seconds)}`
  );
  return 0;
}

function dryRun(sweep: Sweep, asked: number | undefined, engine: string): number {
  const measured = probe(sweep);
  const shards = asked ?? usualShards(sweep, measured);
  console.log(describe(sweep, measured, shards, engine));
  return 0;
}

function describe(
  {runs, points, draws}: Sweep,
  {coreSeconds, bytes, groups, perGroup, perRun}: Probe,
  shards: number,
  engine: string
): string {
  return [
    `${runs} runs: ${points} points x ${draws} draws, in ${shards} shards on ${engine}`,
    `  ${duration(coreSeconds)} of one core, ${duration(coreSeconds / shards)} a shard: ${formatNumber(1000 * perRun)} ms a run, ${formatNumber(1000 * perGroup)} ms for each of ${groups} models (measured on this machine, as busy as it is)`,
    `  ${formatNumber(bytes)}B of Parquet`
  ].join("\n");
}

async function cancel(folder: Folder, engine: Engine): Promise<number> {
  const jobs = jobsOf(folder, engine);
  const alive = await aliveOf(engine, jobs);
  folder.write("_sweep/cancel", "");
  for (const job of jobs) await engine.cancel(job);
  console.log(
    `cancelled: ${alive ? alive.running.length + alive.pending.length : "all"} shards that had not ended; go on with --resume`
  );
  return 0;
}

function engineOf(kind: (typeof engines)[number], folder: Folder, flags: SweepFlags, retries: number): Engine {
  const count = (): number => folder.plan!.shards;
  if (!folder.plan && !flags.out) throw new InputError("--out is missing");
  if (kind === "slurm") return slurmEngine(folder, count(), flags.slurm);
  if (kind === "ssh") {
    if (flags.hosts === undefined) throw new InputError("--engine ssh needs --hosts: e.g. --hosts 8/node1,8/node2");
    return sshEngine(folder, count(), {hosts: flags.hosts, ...(flags.ssh !== undefined && {ssh: flags.ssh})});
  }
  if (kind === "kubernetes") {
    const {image, claim, namespace} = flags;
    const place = {image, claim, ...(namespace !== undefined && {namespace})};
    return kubernetesEngine(folder, {
      ...place,
      count: count(),
      parallelism: 100,
      retries,
      folder: basename(folder.path)
    });
  }
  return localEngine(
    folder,
    count(),
    flags.workers === undefined ? undefined : wholeNumber("--workers", flags.workers, 1, 4096)
  );
}

/** Makes the small tables of a sweep that is done. */
export async function mergeCommand(dir: string): Promise<number> {
  if (!existsSync(dir)) throw new InputError(`${dir}: there is no such folder`);
  const {merge} = await import("./merge.js");
  const {runs, files, tables} = await merge(new Folder(dir));
  console.log(`${runs} runs in ${files} files, each once; small tables: ${tables.join(", ")}`);
  return 0;
}
