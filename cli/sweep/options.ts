import {existsSync} from "node:fs";
import {assumptionFolder, published, readText, type AssumptionFolder} from "../../data-loaders/run/files.js";
import {loadProject} from "../../data-loaders/run/project.js";
import {sweepBase} from "../../data-loaders/run/sweep.js";
import {InputError, oneOf} from "../../lib/sheet/index.js";
import {resolveSweep, readSweep, slicesOf, type Sweep} from "../../lib/sweep/index.js";
import {wholeNumber, type GlobalFlags} from "../arguments.js";
import type {EngineOptions} from "./engines.js";
import {checkFolder, labelOf} from "../output/place.js";
import {Folder} from "./folder.js";
import {MOST_SHARDS} from "./plan.js";

/** Flags of `sweep`, as entered. */
export interface SweepFlags extends GlobalFlags {
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

/** A checked request for a sweep: the specification and the flags. */
export interface SweepOptions {
  task: SweepTask;
  sweep: Sweep;
  /** Text of the specification. */
  spec: string;
  assumptions: AssumptionFolder;
  /** Number of parts; undefined to choose it by measurement. */
  shards: number | undefined;
  engine: EngineOptions;
}

/** The task, and the sweep's folder, which a dry run does not need. */
export type SweepTask = {kind: "dry run"} | {kind: "start" | "resume" | "watch" | "cancel"; folder: Folder};

/** Checks a specification's file and the flags. Throws an `InputError` for invalid ones. */
export function sweepOptions(file: string, flags: SweepFlags): SweepOptions {
  const spec = readText(file);
  const engine = engineOptions(flags);
  const task = taskOf(flags);
  const assumptions = assumptionsOf(flags, task);
  const sweep = resolveSweep(readSweep(spec, file), sweepBase(loadProject(assumptions)));
  return {task, sweep, spec, assumptions, shards: shardsOf(flags, sweep), engine};
}

function taskOf({dryRun, out, watch, cancel, resume}: SweepFlags): SweepTask {
  if (dryRun) return {kind: "dry run"};
  if (out === undefined) throw new InputError("--out is missing: name a folder for the tables");
  const kind = watch ? "watch" : cancel ? "cancel" : resume ? "resume" : "start";
  const label = labelOf("--out", out);
  if (kind === "start" || kind === "resume") checkFolder("--out", out);
  else if (!existsSync(out)) throw new InputError(`${label}: no sweep in this folder: check the path`);
  return {kind, folder: new Folder(out)};
}

/** The assumptions named by `--assumptions` or, without the flag, those of the sweep in the folder. */
function assumptionsOf({assumptions}: SweepFlags, task: SweepTask): AssumptionFolder {
  if (assumptions !== undefined) return assumptionFolder(assumptions);
  return task.kind === "dry run" ? published : task.folder.assumptions;
}

function shardsOf({shards}: SweepFlags, sweep: Sweep): number | undefined {
  return shards === undefined ? undefined : wholeNumber("--shards", shards, 1, Math.min(MOST_SHARDS, slicesOf(sweep)));
}

const engineNames = ["local", "slurm", "kubernetes", "ssh"] as const;

function engineOptions(flags: SweepFlags): EngineOptions {
  const retries = wholeNumber("--retries", flags.retries, 0, 100);
  const name = oneOf("--engine", "engine", flags.engine, engineNames);
  const {slurm = [], ssh, image, claim, namespace} = flags;
  switch (name) {
    case "local":
      return {name, retries, workers: workersOf(flags)};
    case "slurm":
      return {name, retries, flags: slurm};
    case "kubernetes":
      return {name, retries, image, claim, ...(namespace !== undefined && {namespace})};
    case "ssh":
      return {name, retries, hosts: hostsOf(flags), ...(ssh !== undefined && {ssh})};
  }
}

/** A dry run starts no workers, so it needs no hosts. */
function hostsOf({hosts, dryRun}: SweepFlags): string {
  if (hosts === undefined && !dryRun) throw new InputError("--engine ssh needs --hosts: e.g. --hosts 8/node1,8/node2");
  return hosts ?? "";
}

function workersOf({workers}: SweepFlags): number | undefined {
  return workers === undefined ? undefined : wholeNumber("--workers", workers, 1, 4096);
}
