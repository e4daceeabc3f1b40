import {formatNumber} from "../format.js";
import type {Progress} from "./driver.js";

/** One line: shards done, running, waiting and failed, runs a second, and how long the rest will take. */
export function progressLine({
  shards,
  done,
  running,
  pending,
  failed,
  runs,
  runsDone,
  seconds,
  runsBefore
}: Progress): string {
  const rate = seconds > 0 ? (runsDone - runsBefore) / seconds : 0;
  const eta = rate > 0 ? `, ${duration((runs - runsDone) / rate)} left` : "";
  const share = Math.floor((100 * runsDone) / runs);
  return `${share} %: ${done} of ${shards} shards done, ${running} running, ${pending} waiting, ${failed} failed; ${formatNumber(rate)} runs/s${eta}`;
}

/** Shows progress: in place on a terminal, else a line whenever something changed, at most every few seconds. */
export function reporter(stream: NodeJS.WriteStream = process.stderr): (progress: Progress) => void {
  let [last, at] = ["", -Infinity];
  return (progress) => {
    const line = progressLine(progress);
    if (stream.isTTY) return void stream.write(`\r\x1b[K${line}${progress.done === progress.shards ? "\n" : ""}`);
    const state = `${progress.done} ${progress.failed}`;
    if (state === last || (progress.seconds < at + 5 && progress.done < progress.shards)) return;
    [last, at] = [state, progress.seconds];
    stream.write(`${line}\n`);
  };
}

/** Seconds for a reader: 42 s, 3 min 5 s, 2 h 10 min. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
