import {spawn, spawnSync, type ChildProcess} from "node:child_process";
import {mkdirSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync} from "node:fs";
import {setTimeout as sleep} from "node:timers/promises";
import {localEngine} from "../../cli/sweep/engine-local.js";
import {slurmEngine} from "../../cli/sweep/engine-slurm.js";
import {sshEngine} from "../../cli/sweep/engine-ssh.js";
import type {Folder} from "../../cli/sweep/folder.js";
import {isSound, receiptOf, receipts} from "../../cli/sweep/receipt.js";
import {root} from "../../scripts/paths.js";
import type {Slurm} from "./slurm.js";
import {ready} from "./slurm.js";
import type {Sshd} from "./sshd.js";
import {asPods} from "./pods.js";
import {begin, processesOf, specFile, sweep, until, workerOf, workersOf} from "./sweeps.js";

/** The clusters for the cases; an unavailable one is undefined. */
export interface Places {
  folder: string;
  slurm?: Slurm;
  sshd?: Sshd;
}

/** The course of a case: how many of its shards were retried or found damaged. */
export interface Outcome {
  folder: Folder;
  retried: number;
  unsound: number;
}

/** A case that must end with the same rows as all others. */
export interface Case {
  name: string;
  engine: "local" | "slurm" | "ssh" | "kubernetes";
  shards: number;
  run: (places: Places) => Promise<Outcome>;
}

/** Three engines with different cuts, and the start of a fourth; then seven faults. */
export const cases: readonly Case[] = [
  {name: "nothing happens", engine: "local", shards: 3, run: (places) => plain(places, "local", 3)},
  {name: "nothing happens", engine: "slurm", shards: 8, run: (places) => plain(places, "slurm", 8)},
  {name: "nothing happens", engine: "ssh", shards: 5, run: (places) => plain(places, "ssh", 5)},
  {name: "its manifest's command, on the image's files", engine: "kubernetes", shards: 6, run: asPods},
  {name: "a worker is killed (SIGKILL)", engine: "slurm", shards: 8, run: workerKilled},
  {name: "a node goes down in mid-array", engine: "slurm", shards: 12, run: nodeDown},
  {name: "a node is lost without notice (SIGKILL to all on it)", engine: "slurm", shards: 12, run: nodeLost},
  {name: "slurmctld is stopped and started again", engine: "slurm", shards: 8, run: controllerRestarted},
  {name: "the driver is killed, then resumed", engine: "slurm", shards: 8, run: driverKilled},
  {name: "two parts are corrupt", engine: "local", shards: 4, run: partsCorrupt},
  {name: "the disk is full, then has room", engine: "local", shards: 4, run: diskFull}
];

async function plain({folder, sshd}: Places, name: Case["engine"], shards: number): Promise<Outcome> {
  const own = begin(`${folder}/${name}`, shards);
  const engine =
    name === "local"
      ? localEngine(own, shards)
      : name === "slurm"
        ? slurmEngine(own, shards)
        : sshEngine(own, shards, {hosts: sshd!.hosts, ssh: sshd!.ssh});
  const {retried, unsound} = await sweep(own, engine);
  return {folder: own, retried, unsound};
}

async function workerKilled({folder}: Places): Promise<Outcome> {
  const own = begin(`${folder}/killed`, 8);
  const driven = await sweep(own, slurmEngine(own, 8), async () => {
    process.kill(await until("a worker", () => workerOf(own)), "SIGKILL");
  });
  expectRetries(driven.retried, 1);
  return {...driven, folder: own};
}

async function nodeDown({folder}: Places): Promise<Outcome> {
  const own = begin(`${folder}/node`, 12);
  const scontrol = (...args: string[]) => spawnSync("scontrol", ["update", "NodeName=n2", ...args], {encoding: "utf8"});
  const driven = await sweep(own, slurmEngine(own, 12), async () => {
    // A stopped worker does not end before its node is down.
    for (const pid of await workersOn("n2", own)) process.kill(pid, "SIGSTOP");
    scontrol("State=DOWN", "Reason=test");
  });
  scontrol("State=RESUME");
  await ready(2);
  expectRetries(driven.retried, 1);
  return {...driven, folder: own};
}

async function nodeLost({folder, slurm}: Places): Promise<Outcome> {
  const own = begin(`${folder}/lost`, 12);
  const driven = await sweep(own, slurmEngine(own, 12), async () => {
    const lost = await workersOn("n2", own);
    slurm!.kill("slurmd-n2", "SIGKILL");
    // Above each worker is the process through which its node watches it.
    const watching = lost.map((pid) => Number(/^PPid:\s*(\d+)/m.exec(proc(pid, "status"))![1]));
    for (const pid of [...new Set(watching), ...lost]) process.kill(pid, "SIGKILL");
  });
  slurm!.startNode("n2");
  await ready(2);
  expectRetries(driven.retried, 1);
  return {...driven, folder: own};
}

/** The workers on a node, once there are any. */
function workersOn(node: string, folder: Folder): Promise<number[]> {
  return until(`workers on ${node}`, () => {
    const there = workersOf(folder).filter((pid) => proc(pid, "environ").includes(`\0SLURMD_NODENAME=${node}\0`));
    return there.length > 0 && there;
  });
}

function proc(pid: number, file: "environ" | "status"): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}

async function controllerRestarted({folder, slurm}: Places): Promise<Outcome> {
  const own = begin(`${folder}/controller`, 8);
  const driven = await sweep(own, slurmEngine(own, 8), async () => {
    await until("a worker", () => workerOf(own));
    slurm!.kill("slurmctld", "SIGTERM");
    await sleep(1500);
    slurm!.startController();
  });
  await ready(2);
  return {...driven, folder: own};
}

async function driverKilled({folder}: Places): Promise<Outcome> {
  const path = `${folder}/driver`;
  const first = commandLine(["--engine", "slurm", "--out", path, "--shards", "8"]);
  await until("a shard that is done", () => existsDone(path));
  first.kill("SIGKILL");
  const {code, errors} = await ended(commandLine(["--engine", "slurm", "--out", path, "--resume"]));
  if (code !== 0) throw new Error(`the resumed driver ended with ${code}: ${errors}`);
  const jobs = JSON.parse(readFileSync(`${path}/_sweep/jobs.json`, "utf8")) as unknown[];
  if (jobs.length !== 1) throw new Error(`the resumed driver did not take over its job: there are ${jobs.length}`);
  return {folder: begin(path, 8), retried: 0, unsound: 0};
}

async function partsCorrupt({folder}: Places): Promise<Outcome> {
  const own = begin(`${folder}/corrupt`, 4);
  await sweep(own, localEngine(own, 4));
  const [first, , third] = own.files("runs") as [string, string, string];
  const bytes = readFileSync(own.at(first));
  bytes[100]! ^= 1;
  writeFileSync(own.at(first), bytes);
  truncateSync(own.at(third), 10);
  const unsound = [0, 1, 2, 3].filter((index) => {
    const receipt = receiptOf(own, index);
    return !receipt || !isSound(own, receipt);
  });
  const driven = await sweep(own, localEngine(own, 4));
  // A file of another size counts as missing; one with other content is found by its checksum.
  if (driven.unsound !== 1) throw new Error(`${driven.unsound} of 1 part with another checksum was found`);
  return {...driven, folder: own, unsound: unsound.length};
}

async function diskFull({folder}: Places): Promise<Outcome> {
  const [path, ballast] = [`${folder}/small/sweep`, `${folder}/small/ballast`];
  mkdirSync(`${folder}/small`);
  const {status, stderr} = spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", `${folder}/small`], {
    encoding: "utf8"
  });
  if (status !== 0) throw new Skipped(`no tmpfs can be mounted: ${stderr.trim()}`);
  writeFileSync(ballast, Buffer.alloc(960 * 1024));
  const flags = ["--out", path, "--shards", "4"];
  const full = await ended(commandLine([...flags, "--retries", "0"]));
  if (full.code === 0 || !/space/.test(full.errors))
    throw new Error(`a full disk was not reported: ${full.code} ${full.errors}`);
  const retried = 4 - receipts(begin(path, 4)).size;
  rmSync(ballast);
  const {code, errors} = await ended(commandLine([...flags, "--resume"]));
  if (code !== 0) throw new Error(`the resumed sweep ended with ${code}: ${errors}`);
  return {folder: begin(path, 4), retried, unsound: 0};
}

/** A case that cannot be run here. */
export class Skipped extends Error {}

function expectRetries(retried: number, least: number): void {
  if (retried < least) throw new Error(`${retried} shards were tried again: the fault did not happen`);
}

function existsDone(path: string): boolean {
  try {
    return readdirSync(`${path}/_sweep/done`).some((name) => name.endsWith(".json"));
  } catch {
    return false;
  }
}

function commandLine(flags: readonly string[]): ChildProcess {
  return spawn(process.execPath, [`${root}/cli/bin.js`, "sweep", specFile, ...flags], {
    stdio: ["ignore", "pipe", "pipe"]
  });
}

function ended(child: ChildProcess): Promise<{code: number | null; errors: string}> {
  let errors = "";
  child.stdout!.resume();
  child.stderr!.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  return new Promise((resolve) => child.on("close", (code) => resolve({code, errors})));
}

/** Kills what a case may have left running, by process number; returns how many there were. */
export function endWorkers(path: string): number {
  const left = processesOf(path).filter(({command}) => command.includes("worker-bin.js"));
  for (const {pid} of left) process.kill(pid, "SIGKILL");
  return left.length;
}
