import {mkdirSync} from "node:fs";
import {InputError} from "../../lib/sheet/index.js";
import {command} from "./command.js";
import {quoted, ranges, workerCommand, type Alive, type Engine, type Job} from "./engine.js";
import {sha256, type Folder} from "./folder.js";

/**
 * A Slurm job array, one task per shard, on nodes that share the folder and have the project at the same path. The
 * driver resubmits failed tasks, so Slurm itself requeues none. `flags` go to sbatch unchanged.
 */
export function slurmEngine(folder: Folder, count: number, flags: readonly string[] = []): Engine {
  return {
    name: "slurm",
    submit: async (shards, attempt) => {
      mkdirSync(folder.at("_sweep/logs"), {recursive: true});
      const size = await arraySize();
      const offsets = [...new Set(shards.map((shard) => Math.floor(shard / size) * size))];
      const jobs: Job[] = [];
      for (const offset of offsets)
        jobs.push(
          await submit(
            folder,
            count,
            shards.filter((shard) => Math.floor(shard / size) * size === offset),
            offset,
            attempt,
            flags
          )
        );
      return jobs;
    },
    alive: (job) => alive(folder, job),
    cancel: async ({id}) => {
      await command("scancel", [`--name=${nameOf(folder)}`, idOf(id).job]);
    }
  };
}

/** Throws an `InputError` if sbatch is missing. */
export async function checkSlurm(): Promise<void> {
  const {code} = await command("sbatch", ["--version"]);
  if (code !== 0) throw new InputError("--engine slurm: sbatch not found: start the sweep on a login node");
}

async function submit(
  folder: Folder,
  count: number,
  shards: number[],
  offset: number,
  attempt: number,
  flags: readonly string[]
): Promise<Job> {
  const worker = [...workerCommand(folder, count, attempt), "--offset", String(offset)];
  const {code, output, errors} = await command(
    "sbatch",
    [
      "--parsable",
      `--job-name=${nameOf(folder)}`,
      `--array=${ranges(shards.map((shard) => shard - offset))}`,
      "--ntasks=1",
      "--cpus-per-task=1",
      "--no-requeue",
      "--open-mode=append",
      `--chdir=${folder.path}`,
      `--output=${folder.at("_sweep/logs/array-%A-%a.log")}`,
      ...flags
    ],
    `#!/bin/sh\nexec ${quoted(worker)}\n`
  );
  if (code !== 0) throw new InputError(`--engine slurm: sbatch: ${errors.trim()}`);
  return {engine: "slurm", id: `${output.trim().split(";")[0]!}+${offset}`, shards, attempt};
}

async function alive(folder: Folder, {id}: Job): Promise<Alive | undefined> {
  const {job, offset} = idOf(id);
  const {code, output, errors} = await command("squeue", [
    "-h",
    "-r",
    "-a",
    "-t",
    "all",
    "-j",
    job,
    "-n",
    nameOf(folder),
    "-o",
    "%K|%T"
  ]);
  if (code !== 0) return /Invalid job id/i.test(errors) ? {running: [], pending: []} : undefined;
  return readQueue(output, offset);
}

const waiting = ["PENDING", "CONFIGURING", "REQUEUED", "REQUEUE_HOLD", "SUSPENDED", "RESV_DEL_HOLD", "SPECIAL_EXIT"];
const working = ["RUNNING", "COMPLETING", "STAGE_OUT", "SIGNALING", "STOPPED", "RESIZING"];

/** The shards that have not ended according to a listing of `%K|%T` (array index, state). */
export function readQueue(output: string, offset: number): Alive {
  const tasks = output.split("\n").flatMap((line) => {
    const [index, state] = line.trim().split("|");
    return state === undefined ? [] : [{shard: Number(index) + offset, state}];
  });
  const within = (states: readonly string[]) =>
    tasks.flatMap(({shard, state}) => (states.includes(state) ? [shard] : []));
  return {running: within(working), pending: within(waiting)};
}

/** Job numbers may recur after a controller loses its state; the name identifies a job as the sweep's. */
function nameOf(folder: Folder): string {
  return `token-factory-${sha256(folder.path).slice(0, 8)}`;
}

function idOf(id: string): {job: string; offset: number} {
  const [job, offset] = id.split("+") as [string, string];
  return {job, offset: Number(offset)};
}

/** One more than the highest index of an array; Slurm's default if it cannot be queried. */
async function arraySize(): Promise<number> {
  const {output} = await command("scontrol", ["show", "config"]);
  return Number(/^MaxArraySize\s*=\s*(\d+)/m.exec(output)?.[1] ?? 1001);
}
