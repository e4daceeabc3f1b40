import {spawn} from "node:child_process";
import {closeSync, mkdirSync, openSync, readFileSync} from "node:fs";
import {InputError} from "../../lib/sheet/index.js";
import {command} from "./command.js";
import {quoted, workerCommand, type Alive, type Engine, type Job} from "./engine.js";
import type {Folder} from "./folder.js";

/** How GNU parallel logs in, and where. */
export interface SshOptions {
  /** Hosts in the notation of `--sshlogin`: `2/w1,8/user@w2`, with the number of workers before each slash. */
  hosts: string;
  /** The ssh command, such as `ssh -F config`. */
  ssh?: string;
}

/**
 * GNU parallel over SSH, for machines without a scheduler that share the folder and have the project at the same path.
 * It continues if its driver dies; its job log lists what has ended.
 */
export function sshEngine(folder: Folder, count: number, {hosts, ssh}: SshOptions): Engine {
  return {
    name: "ssh",
    submit: (shards, attempt) => {
      mkdirSync(folder.at("_sweep/logs"), {recursive: true});
      const id = `${Date.now()}-${attempt}`;
      const log = openSync(folder.at(`_sweep/logs/ssh-${id}.log`), "a");
      const args = [
        ...["--will-cite", "--sshlogin", hosts, "--joblog", folder.at(joblog(id))],
        ...(ssh === undefined ? [] : ["--ssh", ssh]),
        ...["--tag", `${quoted(workerCommand(folder, count, attempt))} --index {}`, ":::", ...shards.map(String)]
      ];
      const child = spawn("parallel", args, {stdio: ["ignore", log, log], detached: true});
      closeSync(log);
      child.unref();
      folder.write(`_sweep/ssh-${id}.pid`, String(child.pid));
      return Promise.resolve([{engine: "ssh", id, shards: [...shards], attempt}]);
    },
    alive: (job) => Promise.resolve(alive(folder, job)),
    cancel: (job) => {
      const pid = pidOf(folder, job);
      if (pid !== undefined) process.kill(-pid, "SIGTERM");
      return Promise.resolve();
    }
  };
}

/** Throws an `InputError` if GNU parallel is missing. */
export async function checkParallel(): Promise<void> {
  const {code} = await command("parallel", ["--version"]);
  if (code !== 0)
    throw new InputError("--engine ssh: GNU parallel not found: install it, e.g. apt-get install parallel");
}

function joblog(id: string): string {
  return `_sweep/ssh-${id}.joblog`;
}

function alive(folder: Folder, job: Job): Alive {
  if (pidOf(folder, job) === undefined) return {running: [], pending: []};
  const ended = new Set(endedShards(folder.has(joblog(job.id)) ? readFileSync(folder.at(joblog(job.id)), "utf8") : ""));
  return {running: job.shards.filter((shard) => !ended.has(shard)), pending: []};
}

/** The shards listed in a job log of GNU parallel, which has a line for each that has ended, successfully or not. */
export function endedShards(log: string): number[] {
  return log.split("\n").flatMap((line) => {
    const shard = /--index (\d+)$/.exec(line)?.[1];
    return shard === undefined ? [] : [Number(shard)];
  });
}

/** The process of a job, if it still runs: its number may since have been reused. */
function pidOf(folder: Folder, {id}: Job): number | undefined {
  try {
    const pid = Number(readFileSync(folder.at(`_sweep/ssh-${id}.pid`), "utf8"));
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(joblog(id)) ? pid : undefined;
  } catch {
    return undefined;
  }
}
