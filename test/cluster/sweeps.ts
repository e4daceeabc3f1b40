import {readdirSync, readFileSync} from "node:fs";
import {setTimeout as sleep} from "node:timers/promises";
import {drive, type Driven} from "../../cli/sweep/driver.js";
import {openDataSet} from "../../cli/sweep/data-set.js";
import type {Engine} from "../../cli/sweep/engine.js";
import {Folder, sha256} from "../../cli/sweep/folder.js";
import {merge} from "../../cli/sweep/merge.js";
import {loadProject} from "../../data-loaders/run/project.js";
import {sweepBase} from "../../data-loaders/run/sweep.js";
import {resolveSweep, readSweep} from "../../lib/sweep/index.js";
import {runHash} from "../../scripts/hash.js";

/** The specification of all cases. */
export const specFile = new URL("sweep.yaml", import.meta.url).pathname;
const text = readFileSync(specFile, "utf8");
const {runs, points} = resolveSweep(readSweep(text, "sweep.yaml"), sweepBase(loadProject()));

/** A folder with a sweep about to begin, cut into a number of shards. */
export function begin(path: string, shards: number): Folder {
  const folder = new Folder(path);
  folder.open(text, {shards, runs, points, spec: sha256(text), model: runHash()}, true);
  return folder;
}

/** Drives a sweep to its end while something happens to it. */
export async function sweep(
  folder: Folder,
  engine: Engine,
  happens: () => Promise<void> = () => Promise.resolve()
): Promise<Driven> {
  const report = (): void => undefined;
  const signal = new AbortController().signal;
  const [driven] = await Promise.all([drive({folder, engine, retries: 4, report, signal, interval: 200}), happens()]);
  return driven;
}

/** The content of a data set: whether runs are missing or duplicated, and a digest of its sorted rows. */
export interface Holdings {
  rows: number;
  missing: number;
  doubled: number;
  digest: string;
}

/** Merges a sweep and counts its rows. */
export async function holdings(folder: Folder): Promise<Holdings> {
  await merge(folder);
  const connection = await openDataSet(folder);
  const read = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
  const [[rows, distinct]] = (await read("select count(*)::int, count(distinct (run, month))::int from runs")) as [
    [number, number]
  ];
  const tables = [
    "select * from runs order by run, month",
    "select * from counts order by point, slice, month, output, value",
    "select * from summary order by point, month, output",
    "select * from quantiles order by point, output, month"
  ];
  const digest = sha256(JSON.stringify(await Promise.all(tables.map(read))));
  connection.closeSync();
  return {rows, missing: 2 * runs - distinct, doubled: rows - distinct, digest};
}

/** Waits for a condition to hold or an item to appear. */
export async function until<T>(what: string, look: () => T | undefined | false, seconds = 60): Promise<T> {
  for (const end = Date.now() + 1000 * seconds; Date.now() < end; await sleep(20)) {
    const found = look();
    if (found !== undefined && found !== false) return found;
  }
  throw new Error(`waited ${seconds} s for ${what}`);
}

/** Processes whose command line names a folder. */
export function processesOf(path: string): {pid: number; command: string}[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) return [];
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ");
      return command.includes(path) ? [{pid: Number(name), command}] : [];
    } catch {
      return [];
    }
  });
}

/** A running worker of a folder. */
export function workerOf(folder: Folder): number | undefined {
  return workersOf(folder)[0];
}

/** The running workers of a folder. */
export function workersOf({path}: Folder): number[] {
  return processesOf(path).flatMap(({pid, command}) => (/^\S*node \S*worker-bin\.js/.test(command) ? [pid] : []));
}
