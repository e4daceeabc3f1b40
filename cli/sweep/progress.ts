import {formatNumber} from "../format.js";
import type {Alive} from "./engine.js";
import type {Plan} from "./plan.js";
import {runsDone, type KnownReceipts} from "./receipt.js";

/** Progress of a sweep in shards, and in runs for the rate. */
export interface Progress {
  shards: number;
  done: number;
  running: number;
  pending: number;
  failed: number;
  runs: number;
  runsDone: number;
  /** Seconds since observation began, and the runs done at that point. */
  seconds: number;
  runsBefore: number;
}

/** The start of an observation: `performance.now()`, and the runs done by then. */
export interface Start {
  time: number;
  runs: number;
}

/** Begins to observe a sweep. */
export function begin(known: KnownReceipts): Start {
  return {time: performance.now(), runs: runsDone(known)};
}

/** A sweep's progress since observation began; no shards run or wait if the scheduler does not answer. */
export function progressOf(
  {shards, runs}: Plan,
  known: KnownReceipts,
  alive: Alive | undefined,
  start: Start,
  failed = 0
): Progress {
  const notDone = (some: readonly number[] = []): number => some.filter((shard) => !known.has(shard)).length;
  return {
    shards,
    done: known.size,
    running: notDone(alive?.running),
    pending: notDone(alive?.pending),
    failed,
    runs,
    runsDone: runsDone(known),
    seconds: (performance.now() - start.time) / 1000,
    runsBefore: start.runs
  };
}

/** One line: shards done, running, waiting and failed, runs a second, and the time left. */
export function progressLine(progress: Progress): string {
  const {shards, done, running, pending, failed} = progress;
  const rate = rateOf(progress);
  const eta = rate > 0 ? `, ${duration((progress.runs - progress.runsDone) / rate)} left` : "";
  const share = Math.floor((100 * progress.runsDone) / progress.runs);
  const states = `${done} of ${shards} shards done, ${running} running, ${pending} waiting, ${failed} failed`;
  return `${share} %: ${states}; ${formatNumber(rate)} runs/s${eta}`;
}

/** Runs a second. */
function rateOf({seconds, runsDone: now, runsBefore}: Progress): number {
  return seconds > 0 ? (now - runsBefore) / seconds : 0;
}

/** Shows progress: in place on a terminal, otherwise one line per change, every few seconds at most. */
export function reporter(stream: NodeJS.WriteStream = process.stderr): (progress: Progress) => void {
  let last = "";
  let at = -Infinity;
  return (progress) => {
    const line = progressLine(progress);
    if (stream.isTTY) return void stream.write(`\r\x1b[K${line}${progress.done === progress.shards ? "\n" : ""}`);
    const state = `${progress.done} ${progress.failed}`;
    if (state === last || (progress.seconds < at + 5 && progress.done < progress.shards)) return;
    last = state;
    at = progress.seconds;
    stream.write(`${line}\n`);
  };
}

/** A duration for readers: 42 s, 3 min 5 s, 2 h 10 min. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
