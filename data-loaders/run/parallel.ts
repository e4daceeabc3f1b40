import {availableParallelism} from "node:os";
import {MessageChannel, receiveMessageOnPort, Worker, type MessagePort} from "node:worker_threads";
import type {Model} from "../../lib/sheet/index.js";
import {
  prepare,
  Sketches,
  type Driver,
  type Draws,
  type PackedSketches,
  type PreparedStudy,
  type Study
} from "../../lib/uncertainty/index.js";

/** The result of a study: all its draws, and the counts of its series. */
export interface StudyResult {
  drivers: readonly Driver[];
  draws: Draws;
  sketches: Sketches;
}

/** Draws in a part, which a thread takes at a time. */
export const PART = 512;

/** Shared counters: next part, parts done, threads that took a part, threads that sent their counts. */
export const NEXT = 0;
const DONE = 1;
export const BUSY = 2;
export const SENT = 3;

/** What a thread receives for each study. */
export interface StudyJob {
  /** Name of the model; a message cannot hold the model itself. */
  model: string;
  study: Study;
  parts: number;
  shared: SharedArrayBuffer;
  values: SharedArrayBuffer;
  port: MessagePort;
}

export interface ParallelOptions {
  /** Number of threads including this one; by default, the number of cores. */
  threads?: number;
  /** Reports the draws done and their total from time to time. */
  progress?: (done: number, draws: number) => void;
}

/**
 * Runs a study on all cores and returns when it is done. This thread works as well, so that slow starts of the others
 * cost nothing. The result does not depend on the number of threads.
 */
export function runStudy(
  name: string,
  model: Model,
  study: Study,
  {threads = availableParallelism(), progress}: ParallelOptions = {}
): StudyResult {
  const own = prepare(model, study);
  const parts = Math.ceil(own.draws / PART);
  const shared = new SharedArrayBuffer(16);
  const values = new SharedArrayBuffer(8 * study.outputs.length * study.at.length * own.draws);
  const ports = share({model: name, study, parts, shared, values}, Math.min(threads, parts) - 1);
  const counters = new Int32Array(shared);
  takeParts(study, own, counters, new Float64Array(values), (done) =>
    progress?.(Math.min(done * PART, own.draws), own.draws)
  );
  waitFor(counters, DONE, () => parts);
  waitFor(counters, SENT, () => Atomics.load(counters, BUSY));
  for (const port of ports) {
    const sent = receiveMessageOnPort(port)?.message as PackedSketches | undefined;
    if (sent) own.sketches.merge(Sketches.unpack(sent));
    port.close();
  }
  return {
    drivers: own.drivers,
    draws: {from: 0, to: own.draws, values: new Float64Array(values)},
    sketches: own.sketches
  };
}

/** Takes parts until none is left, and stores each in its place among all draws. */
export function takeParts(
  {outputs, at}: Study,
  prepared: PreparedStudy,
  counters: Int32Array,
  values: Float64Array,
  progress: (done: number) => void = () => undefined
): void {
  const {draws, order} = prepared;
  const parts = Math.ceil(draws / PART);
  for (let part; (part = Atomics.add(counters, NEXT, 1)) < parts;) {
    const some = order.subarray(part * PART, (part + 1) * PART);
    const own = prepared.take(some);
    for (let i = 0; i < outputs.length * at.length; ++i)
      for (let k = 0; k < some.length; ++k) values[i * draws + some[k]!] = own[i * some.length + k]!;
    progress(Atomics.add(counters, DONE, 1) + 1);
    Atomics.notify(counters, DONE);
  }
}

/** Threads that wait for a study: to start one costs as much as hundreds of draws. */
const started: Worker[] = [];

/** Gives a study to other threads; each answers on a port of its own. */
function share(job: Omit<StudyJob, "port">, threads: number): MessagePort[] {
  while (started.length < threads) started.push(start());
  return started.slice(0, threads).map((worker) => {
    const {port1, port2} = new MessageChannel();
    port1.unref();
    worker.postMessage({...job, port: port2} satisfies StudyJob, [port2]);
    return port1;
  });
}

function start(): Worker {
  const worker = new Worker(new URL("study-worker.js", import.meta.url), {stderr: true});
  worker.unref();
  return worker;
}

/** A thread's last part takes seconds; after this many ms without news, the thread is presumed dead. */
const patience = 120_000;

function waitFor(counters: Int32Array, counter: number, wanted: () => number): void {
  for (let value; (value = Atomics.load(counters, counter)) < wanted();)
    if (Atomics.wait(counters, counter, value, patience) === "timed-out")
      throw new Error("a worker thread stopped: run again");
}
