import {setTimeout as sleep} from "node:timers/promises";
import type {Alive, Engine, Job} from "./engine.js";
import type {Folder} from "./folder.js";
import type {Plan} from "./plan.js";
import {jobsOf, writeJobs} from "./jobs.js";
import {begin, progressOf, type Progress} from "./progress.js";
import {receipts, removeUnsound, type KnownReceipts} from "./receipt.js";
import {logOf} from "./shard-log.js";

export interface DriveOptions {
  folder: Folder;
  engine: Engine;
  /** Retries per shard. */
  retries: number;
  report: (progress: Progress) => void;
  /** Aborted to cancel. */
  signal: AbortSignal;
  /** Interval between checks, ms. */
  interval?: number;
}

/** The outcome of a sweep, with the ends of the logs of shards that failed too often. */
export interface Driven {
  progress: Progress;
  failed: {shard: number; log: string}[];
  cancelled: boolean;
  /** Number of shards recomputed because their files had changed. */
  unsound: number;
  /** Retries. */
  retried: number;
  /** What was wrong with the receipts of recomputed shards. */
  damaged: readonly string[];
}

/**
 * Computes every shard: takes over the jobs of an earlier driver, submits shards that are neither done nor alive, and
 * resubmits failed ones up to a limit. Files alone determine which shards are done, so a driver can be killed and
 * restarted.
 */
export async function drive({report, signal, interval = 500, ...settings}: DriveOptions): Promise<Driven> {
  const driver = new Driver(settings);
  for (;;) {
    const look = await driver.look();
    report(look.progress);
    if (signal.aborted) return driver.cancel(look);
    if (look.due.length > 0) await driver.submit(look.due);
    else if (isComplete(look) && driver.removeUnsound() === 0) return driver.result(look);
    await sleep(interval, undefined, {signal}).catch(() => undefined);
  }
}

/** The shards of jobs that have not ended; undefined if the scheduler does not answer. */
export async function aliveOf(engine: Engine, jobs: readonly Job[]): Promise<Alive | undefined> {
  const answers = await Promise.all(jobs.map((job) => engine.alive(job)));
  if (answers.includes(undefined)) return undefined;
  return {running: answers.flatMap((alive) => alive!.running), pending: answers.flatMap((alive) => alive!.pending)};
}

/** The state of a sweep at one moment. */
interface Look {
  progress: Progress;
  /** Shards to submit now. */
  due: number[];
  /** Shards without retries left. */
  spent: number[];
}

function isComplete({progress, spent}: Look): boolean {
  return progress.done + spent.length === progress.shards;
}

class Driver {
  readonly #folder: Folder;
  readonly #engine: Engine;
  readonly #retries: number;
  readonly #plan: Plan;
  readonly #jobs: Job[];
  readonly #receipts: KnownReceipts;
  readonly #start;
  /** Submissions of each shard by this driver. */
  readonly #tries = new Map<number, number>();
  /** Shards that were neither done nor alive at the last check. */
  #absent: ReadonlySet<number> = new Set();
  #attempt: number;
  readonly #damaged: readonly string[];
  #unsound = 0;
  #retried = 0;

  constructor({folder, engine, retries}: Pick<DriveOptions, "folder" | "engine" | "retries">) {
    this.#folder = folder;
    this.#engine = engine;
    this.#retries = retries;
    this.#plan = folder.knownPlan();
    folder.remove("_sweep/cancel");
    this.#jobs = jobsOf(folder, engine);
    this.#attempt = this.#jobs.reduce((last, {attempt}) => Math.max(last, attempt), 0);
    this.#receipts = receipts(folder);
    this.#damaged = [...this.#receipts.damaged.values()];
    this.removeUnsound();
    this.#start = begin(this.#receipts);
  }

  async look(): Promise<Look> {
    const alive = await aliveOf(this.#engine, this.#jobs);
    receipts(this.#folder, this.#receipts);
    const absent = alive ? this.#absentOf(alive) : [];
    const spent = absent.filter((shard) => this.#triesOf(shard) > this.#retries);
    const due = absent.filter((shard) => !spent.includes(shard) && this.#isDue(shard));
    this.#absent = new Set(absent);
    return {progress: progressOf(this.#plan, this.#receipts, alive, this.#start, spent.length), due, spent};
  }

  async submit(shards: readonly number[]): Promise<void> {
    this.#retried += shards.filter((shard) => this.#tries.has(shard)).length;
    for (const shard of shards) this.#tries.set(shard, this.#triesOf(shard) + 1);
    this.#jobs.push(...(await this.#engine.submit(shards, ++this.#attempt)));
    writeJobs(this.#folder, this.#jobs);
  }

  async cancel({progress}: Look): Promise<Driven> {
    this.#folder.write("_sweep/cancel", "");
    for (const job of this.#jobs) await this.#engine.cancel(job);
    return {progress, failed: [], cancelled: true, ...this.#repairs()};
  }

  result({progress, spent}: Look): Driven {
    const failed = spent.map((shard) => ({shard, log: logOf(this.#folder, this.#jobs, shard)}));
    return {progress, failed, cancelled: false, ...this.#repairs()};
  }

  #repairs(): Pick<Driven, "unsound" | "retried" | "damaged"> {
    return {unsound: this.#unsound, retried: this.#retried, damaged: this.#damaged};
  }

  /** Removes shards whose files have changed since they were written; returns their number. */
  removeUnsound(): number {
    const removed = removeUnsound(this.#folder, this.#receipts);
    this.#unsound += removed;
    return removed;
  }

  #absentOf({running, pending}: Alive): number[] {
    const present = new Set([...this.#receipts.keys(), ...running, ...pending]);
    return Array.from({length: this.#plan.shards}, (_, shard) => shard).filter((shard) => !present.has(shard));
  }

  /**
   * A submitted shard counts as failed once it is absent at two checks: a shared file system may show its files late.
   */
  #isDue(shard: number): boolean {
    return !this.#tries.has(shard) || this.#absent.has(shard);
  }

  #triesOf(shard: number): number {
    return this.#tries.get(shard) ?? 0;
  }
}
