import {spawn, type ChildProcess} from "node:child_process";
import {closeSync, mkdirSync, openSync} from "node:fs";
import {availableParallelism} from "node:os";
import type {Engine, Job} from "./engine.js";
import {workerCommand} from "./engine.js";
import type {Folder} from "./folder.js";
import {shardName} from "./receipt.js";

/** Workers on this machine, one per core. If their driver dies, they finish their current shard. */
export function localEngine(folder: Folder, count: number, workers = availableParallelism()): Engine {
  const waiting: {shard: number; attempt: number; job: Job}[] = [];
  const running = new Map<ChildProcess, {shard: number; job: Job}>();
  let jobs = 0;
  const fill = (): void => {
    while (running.size < workers && waiting.length > 0) {
      const {shard, attempt, job} = waiting.shift()!;
      const child = start(folder, count, shard, attempt);
      running.set(child, {shard, job});
      child.on("error", () => running.delete(child));
      child.on("exit", () => {
        running.delete(child);
        fill();
      });
    }
  };
  const ofJob = <T extends {shard: number; job: Job}>(all: Iterable<T>, {id}: Job): number[] =>
    [...all].flatMap(({shard, job}) => (job.id === id ? [shard] : []));
  return {
    name: "local",
    submit: (shards, attempt) => {
      const job: Job = {engine: "local", id: `${process.pid}-${++jobs}`, shards: [...shards], attempt};
      waiting.push(...shards.map((shard) => ({shard, attempt, job})));
      fill();
      return Promise.resolve([job]);
    },
    alive: (job) => Promise.resolve({running: ofJob(running.values(), job), pending: ofJob(waiting, job)}),
    cancel: ({id}) => {
      for (let i = waiting.length - 1; i >= 0; --i) if (waiting[i]!.job.id === id) waiting.splice(i, 1);
      for (const [child, {job}] of running) if (job.id === id) child.kill();
      return Promise.resolve();
    }
  };
}

function start(folder: Folder, count: number, shard: number, attempt: number): ChildProcess {
  mkdirSync(folder.at("_sweep/logs"), {recursive: true});
  const log = openSync(folder.at(`_sweep/logs/${shardName(shard)}.log`), "a");
  const [program, ...args] = workerCommand(folder, count, attempt);
  const child = spawn(program!, [...args, "--index", String(shard)], {stdio: ["ignore", log, log]});
  closeSync(log);
  return child;
}
