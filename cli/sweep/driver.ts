import {setTimeout as sleep} from "node:timers/promises";
import {readdirSync, readFileSync} from "node:fs";
import type {Alive, Engine, Job} from "./engine.js";
import type {Folder} from "./folder.js";
import {receipts, removeUnsound, shardName, type KnownReceipts} from "./receipt.js";

/** How far a sweep is, in shards; runs for the rate. */
export interface Progress {
  shards: number;
  done: number;
  running: number;
  pending: number;
  failed: number;
  runs: number;
  runsDone: number;
  /** Seconds since this driver began, and runs done at that time. */
  seconds: number;
  runsBefore: number;
}

export interface DriveOptions {
  folder: Folder;
  engine: Engine;
  /** Tries of a shard after its first. */
  retries: number;
  report: (progress: Progress) => void;
  /** Aborted to cancel. */
  signal: AbortSignal;
  /** ms between looks. */
  interval?: number;
}

/** How a sweep ended: shards that failed too often, with the end of their logs. */
export interface Driven {
  progress: Progress;
  failed: {shard: number; log: string}[];
  cancelled: boolean;
  /** Shards whose files were not what had been written, and were computed again. */
  unsound: number;
  /** Shards that were started again. */
  retried: number;
}

const jobsFile = "_sweep/jobs.json";

/**
 * Sees to it that every shard is computed: takes over jobs of an earlier driver, submits what is neither done nor alive,
 * and again what fails, up to a limit. Files alone say what is done, so a driver can be killed and started again.
 */
export async function drive({folder, engine, retries, report, signal, interval = 500}: DriveOptions): Promise<Driven> {
  const {shards, runs} = folder.plan!;
  folder.remove("_sweep/cancel");
  const jobs = jobsOf(folder, engine);
  const known: KnownReceipts = receipts(folder);
  let unsound = forget(known, removeUnsound(folder, known.values()));
  const tries = new Map<number, number>();
  const missing = new Set<number>();
  const [began, runsBefore] = [performance.now(), total(known)];
  let retried = 0;
  let attempt = jobs.reduce((most, job) => Math.max(most, job.attempt), 0);
  for (;;) {
    const alive = await aliveOf(engine, jobs);
    receipts(folder, known);
    const gone = alive ? absent(shards, known, alive) : [];
    const spent = gone.filter((shard) => (tries.get(shard) ?? 0) > retries);
    const due = gone.filter((shard) => !spent.includes(shard) && (!tries.has(shard) || missing.has(shard)));
    const progress = {
      shards,
      done: known.size,
      running: alive ? alive.running.filter((shard) => !known.has(shard)).length : 0,
      pending: alive ? alive.pending.filter((shard) => !known.has(shard)).length : 0,
      failed: spent.length,
      runs,
      runsDone: total(known),
      seconds: (performance.now() - began) / 1000,
      runsBefore
    };
    report(progress);
    if (signal.aborted) {
      folder.write("_sweep/cancel", "");
      for (const job of jobs) await engine.cancel(job);
      return {progress, failed: [], cancelled: true, unsound, retried};
    }
    if (due.length > 0) {
      retried += due.filter((shard) => tries.has(shard)).length;
      for (const shard of due) tries.set(shard, (tries.get(shard) ?? 0) + 1);
      jobs.push(...(await engine.submit(due, ++attempt)));
      folder.write(jobsFile, JSON.stringify(jobs));
    } else if (known.size + spent.length === shards) {
      const broken = forget(known, removeUnsound(folder, known.values()));
      unsound += broken;
      if (broken === 0)
        return {
          progress,
          failed: spent.map((shard) => ({shard, log: logOf(folder, jobs, shard)})),
          cancelled: false,
          unsound,
          retried
        };
    }
    // A shard counts as failed when it is missing twice: a shared file system may show its files late.
    missing.clear();
    for (const shard of gone) missing.add(shard);
    await sleep(interval, undefined, {signal}).catch(() => undefined);
  }
}

/** The jobs that were submitted for a sweep to an engine, by this driver or an earlier one. */
export function jobsOf(folder: Folder, engine: Engine): Job[] {
  return ((folder.json(jobsFile) ?? []) as Job[]).filter((job) => job.engine === engine.name);
}

/** What has not ended of some jobs; undefined where it can't be told. */
export async function aliveOf(engine: Engine, jobs: readonly Job[]): Promise<Alive | undefined> {
  const each = await Promise.all(jobs.map((job) => engine.alive(job)));
  if (each.includes(undefined)) return undefined;
  return {running: each.flatMap((one) => one!.running), pending: each.flatMap((one) => one!.pending)};
}

function absent(shards: number, known: KnownReceipts, {running, pending}: Alive): number[] {
  const there = new Set([...known.keys(), ...running, ...pending]);
  return Array.from({length: shards}, (_, shard) => shard).filter((shard) => !there.has(shard));
}

function total(known: KnownReceipts): number {
  let runs = 0;
  for (const receipt of known.values()) runs += receipt.runs;
  return runs;
}

function forget(known: KnownReceipts, shards: readonly number[]): number {
  for (const shard of shards) known.delete(shard);
  return shards.length;
}

/** The last lines that a shard's worker wrote. */
function logOf(folder: Folder, jobs: readonly Job[], shard: number): string {
  if (!folder.has("_sweep/logs")) return "";
  const ids = jobs.map(({id}) => id.split("+")[0]!);
  const logs = readdirSync(folder.at("_sweep/logs")).filter(
    (name) =>
      name === `${shardName(shard)}.log` ||
      ids.some((id) => name === `ssh-${id}.log` || (name.startsWith(`array-${id}-`) && name.endsWith(`-${shard}.log`)))
  );
  const last = logs.sort().at(-1);
  return last === undefined
    ? ""
    : readFileSync(folder.at(`_sweep/logs/${last}`), "utf8")
        .trim()
        .split("\n")
        .slice(-20)
        .join("\n");
}
