import {execFile, spawnSync} from "node:child_process";
import {chmodSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {cpus, loadavg, tmpdir} from "node:os";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";
import {drive} from "../cli/sweep/driver.js";
import type {Engine} from "../cli/sweep/engine.js";
import {localEngine} from "../cli/sweep/engine-local.js";
import {slurmEngine} from "../cli/sweep/engine-slurm.js";
import {Folder, sha256} from "../cli/sweep/folder.js";
import {receipts} from "../cli/sweep/receipt.js";
import {duration} from "../cli/sweep/progress.js";
import {root} from "../scripts/paths.js";
import {loadProject} from "../data-loaders/run/project.js";
import {sweepBase} from "../data-loaders/run/sweep.js";
import {resolveSweep, computeRuns, readSweep} from "../lib/sweep/index.js";
import {runHash} from "../scripts/hash.js";
import {install} from "../test/cluster/programs.js";
import {startSlurm, type Slurm} from "../test/cluster/slurm.js";
import {dispatch} from "./dispatch.js";
import {specOf} from "./sweep-spec.js";

/** Target seconds per shard: the first argument. */
const wanted = Number(process.argv[2] ?? 30);
/**
 * Consecutive shards in each of two workers, so that one-off losses at both ends weigh as little as in a real sweep.
 */
const WAVES = 3;
const SHARDS = 2 * WAVES;
const script = fileURLToPath(new URL("sweep-bare.ts", import.meta.url));
const base = sweepBase(loadProject());
const folder = mkdtempSync(`${tmpdir()}/token-factory-bench-`);
chmodSync(folder, 0o755);
const load = loadavg()[0]!;
let slurm: Slurm | undefined;

try {
  const draws = Math.ceil(drawsFor(wanted) / 4096) * 4096;
  const text = specOf(SHARDS * draws);
  const [bare] = (await bareProcesses(1, draws)) as [number];
  const beside = Math.max(...(await bareProcesses(2, draws)));
  const one = await run("one", text, (own) => localEngine(own, SHARDS, 1));
  const two = await run("two", text, (own) => localEngine(own, SHARDS, 2));
  const none = install();
  if (none === undefined) slurm = await startSlurm(`${folder}/slurm`, 2, 8);
  const array =
    slurm && (await run("slurm", text, (own) => slurmEngine(own, SHARDS, ["--exclusive=user", "--cpus-per-task=8"])));
  const rate = slurm && schedulingRate();
  write({draws, bare, beside, one, two, array, rate, none});
} finally {
  await slurm?.down();
  rmSync(folder, {recursive: true, force: true});
}

interface Timed {
  /** Total seconds, and workers' seconds per shard. */
  wall: number;
  work: number[];
}

interface Measured {
  draws: number;
  /** Seconds in which a process computes a shard, alone and beside another. */
  bare: number;
  beside: number;
  one: Timed;
  two: Timed;
  array: Timed | undefined;
  rate: number | undefined;
  none: string | undefined;
}

function drawsFor(seconds: number): number {
  const sweep = resolveSweep(readSweep(specOf(4096), "bench"), base);
  computeRuns(sweep, {from: 0, to: 64});
  return (seconds * 2048) / timed(() => computeRuns(sweep, {from: 0, to: 2048}));
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

/** Seconds in which processes side by side compute a shard each, without a sweep around them. */
async function bareProcesses(count: number, draws: number): Promise<number[]> {
  const started = Array.from({length: count}, () =>
    promisify(execFile)(process.execPath, ["--import", "tsx", script, String(draws)])
  );
  return (await Promise.all(started)).map(({stdout}) => Number(stdout));
}

async function run(name: string, text: string, engineOf: (own: Folder) => Engine): Promise<Timed> {
  const own = new Folder(`${folder}/${name}`);
  const {runs, points} = resolveSweep(readSweep(text, "bench"), base);
  own.open(text, {shards: SHARDS, runs, points, spec: sha256(text), model: runHash()}, false);
  const start = performance.now();
  const options = {folder: own, engine: engineOf(own), retries: 0, signal: new AbortController().signal};
  const {failed} = await drive({...options, report: () => undefined, interval: 200});
  if (failed.length > 0) throw new Error(failed[0]!.log);
  const wall = (performance.now() - start) / 1000;
  console.log(`${name.padEnd(8)}${wall.toFixed(1)} s`);
  return {wall, work: [...receipts(own).values()].map(({seconds}) => seconds)};
}

/** Rate at which Slurm starts and ends empty tasks, per second. */
function schedulingRate(): number {
  const tasks = 120;
  const start = performance.now();
  const {stdout} = spawnSync("sbatch", ["--parsable", `--array=0-${tasks - 1}`, "--output=/dev/null", "--wrap=true"], {
    encoding: "utf8"
  });
  while (spawnSync("squeue", ["-h", "-j", stdout.trim(), "-t", "PD,R,CG"], {encoding: "utf8"}).stdout !== "");
  return (1000 * tasks) / (performance.now() - start);
}

const shared =
  ": **the machine was shared, so these are not clean figures**; in particular, two workers had no two free cores";

function write({draws, bare, beside, one, two, array, rate, none}: Measured): void {
  const million = (seconds: number) => `${Math.round((1e6 * seconds) / draws)} core-seconds`;
  const startup = Math.max(0, (one.wall - sum(one.work)) / SHARDS);
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
  const overhead = (wall: number, least: number) => percent(wall / least - 1);
  const lines = [
    "# Sweeps: what engines cost",
    "",
    `Written by \`npm run bench:sweep\` on ` +
      `${cpus().length} cores of ${cpus()[0]?.model ?? "an unknown processor"}, Node ${process.version}, ` +
      `load average over a minute ${load.toFixed(1)} when it began${load >= 1 ? shared : ""}.`,
    "",
    `The sweep: the reference's ${SHARDS} x ${draws} draws of 60 months, all headline figures, in ${SHARDS} shards.`,
    "",
    "| | seconds | |",
    "|---|---:|---|",
    `| one shard, only computed, in a process alone | ${bare.toFixed(1)} | ${million(bare)} for a million draws |`,
    `| one shard, only computed, in each of two processes | ` +
      `${beside.toFixed(1)} | ${((2 * bare) / beside).toFixed(2)} times as fast: what two cores here can do |`,
    `| local engine, one worker | ${one.wall.toFixed(1)} | ${overhead(one.wall, SHARDS * bare)} longer than as ` +
      `many shards only computed, alone |`,
    `| local engine, two workers | ` +
      `${two.wall.toFixed(1)} | ${(one.wall / two.wall).toFixed(2)} times as fast as one; ` +
      `${overhead(two.wall, WAVES * beside)} longer than the shards only computed, side by side |`,
    ...(array
      ? [
          `| Slurm on loopback, two tasks at once | ` +
            `${array.wall.toFixed(1)} | ${overhead(array.wall, two.wall)} longer than the local engine, ` +
            `${overhead(array.wall, WAVES * beside)} than the shards only computed, side by side |`
        ]
      : [`| Slurm | | skipped: ${none} |`]),
    `| starting a worker: process, model, files, the driver's check | ` +
      `${startup.toFixed(2)} | ${percent(startup / 30)} of a shard of 30 s |`,
    "",
    "The driver looks every 0.2 s here, every 0.5 s otherwise.",
    "",
    "## To 10,000 shards on 1,000 nodes",
    "",
    `A simulation, event by event (\`bench/dispatch.ts\`): Slurm starts tasks one after another at the rate that ` +
      `was measured here, ${
        rate ? `${rate.toFixed(1)} empty tasks a second on 2 x 8 claimed ` + `CPUs` : "not measured, 10 a second taken"
      }; each takes ${startup.toFixed(2)} s to start and then a time ` +
      `drawn from the measured shards, scaled. No network, no file system, no failures.`,
    "",
    "| nodes | tasks a node | shards | seconds a shard | makespan | of the slots' time computes | most at once |",
    "|---:|---:|---:|---:|---:|---:|---:|",
    ...simulated(one, rate ?? 10, startup)
  ];
  writeFileSync(`${root}/docs/bench-sweep.md`, `${[...lines, "", ...bottleneck(rate ?? 10)].join("\n")}\n`);
}

function simulated({work}: Timed, rate: number, startup: number): string[] {
  const mean = sum(work) / work.length;
  const sizes = [
    [10, 1, 100],
    [100, 1, 1000],
    [1000, 1, 10_000],
    [1000, 10, 10_000],
    [1000, 10, 100_000]
  ] as const;
  return sizes.flatMap(([nodes, tasks, shards]) =>
    [30, 300].map((seconds) => {
      const time = (shard: number) => (seconds * work[shard % work.length]!) / mean;
      const {makespan, efficiency, busiest} = dispatch({shards, slots: nodes * tasks, rate, startup, work: time});
      const percent = `${(100 * efficiency).toFixed(0)} %`;
      return `| ${nodes} | ${tasks} | ${shards} | ${seconds} | ${duration(makespan)} | ${percent} | ${busiest} |`;
    })
  );
}

function bottleneck(rate: number): string[] {
  return [
    `A scheduler of ${rate.toFixed(1)} tasks a second keeps that rate times the seconds of a shard busy: ` +
      `${Math.round(30 * rate)} slots at 30 s, ${Math.round(300 * rate)} at 300 s. With fewer slots, time is lost ` +
      `starting workers and waiting for the last shards. With more, the scheduler is the bottleneck and slots ` +
      `stay empty: shards must then be longer, not more. So cut a sweep into a few times as many shards as ` +
      `there are slots, of half a minute or more each. The controller that was measured shared two cores ` +
      `with its nodes and with others.`
  ];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
