import type {Sweep} from "../../lib/sweep/index.js";
import {formatNumber} from "../format.js";
import type {SweepOptions} from "./options.js";
import {probe, usualShards, type Probe} from "./probe.js";
import {duration} from "./progress.js";

/** Computes a few runs, and prints the estimated number, time and size of all. */
export function dryRun({sweep, shards, engine}: SweepOptions): void {
  const measured = probe(sweep);
  console.log(describe(sweep, measured, shards ?? usualShards(sweep, measured), engine.name));
}

function describe({runs, points, draws}: Sweep, measured: Probe, shards: number, engine: string): string {
  const {coreSeconds, bytes, groups, perGroup, perRun} = measured;
  const total = `${duration(coreSeconds)} of one core, ${duration(coreSeconds / shards)} a shard`;
  const parts = `${milliseconds(perRun)} a run, ${milliseconds(perGroup)} for each of ${groups} models`;
  return [
    `${runs} runs: ${points} points x ${draws} draws, in ${shards} shards on ${engine}`,
    `  ${total}: ${parts} (measured on this machine, as busy as it is)`,
    `  ${formatNumber(bytes)}B of Parquet`
  ].join("\n");
}

function milliseconds(seconds: number): string {
  return `${formatNumber(1000 * seconds)} ms`;
}
