import type {Command} from "commander";
import type {Action, Define} from "./define.js";

/** Commands on sweeps. */
export const sweepCommands: readonly Define[] = [defineSweep, defineMerge, defineQuery];

function defineSweep(program: Command, action: Action): void {
  program
    .command("sweep")
    .description("run the scenarios and draws of a specification, on this machine or on a cluster")
    .argument("<spec>", "YAML file: base scenario, axes, draws, outputs; see sweeps/")
    .option("--engine <name>", "local, slurm, kubernetes or ssh", "local")
    .option("--out <dir>", "folder for the tables; a cluster's workers must see it at the same path")
    .option("--shards <n>", "parts of the work; default: one per half minute of one core")
    .option("--dry-run", "compute a few runs and estimate number, time and size of all")
    .option("--resume", "continue the sweep in --out; complete shards are kept")
    .option("--watch", "show the progress of the sweep in --out; start nothing")
    .option("--cancel", "stop the jobs of the sweep in --out")
    .option("--retries <n>", "retries per shard", "3")
    .option("--workers <n>", "local: maximum workers at once; default: one per core")
    .option("--hosts <list>", "ssh: workers and machines in GNU parallel's notation, e.g. 8/node1,8/node2")
    .option("--ssh <command>", "ssh: login command, e.g. 'ssh -F config'")
    .option("--slurm <flag...>", "slurm: flags for sbatch, e.g. --slurm=--partition=cpu")
    .option("--image <name>", "kubernetes: image of the workers", "token-factory")
    .option("--claim <name>", "kubernetes: PersistentVolumeClaim that holds --out", "token-factory-sweeps")
    .option("--namespace <name>", "kubernetes: namespace of the job")
    .action(action(async () => (await import("../sweep/command-line.js")).sweepCommand));
}

function defineMerge(program: Command, action: Action): void {
  program
    .command("merge")
    .description("check the parts of a sweep and write its small tables, manifest and data dictionary")
    .argument("<dir>", "folder of the sweep (its --out)")
    .action(action(async () => (await import("../sweep/command-line.js")).mergeCommand));
}

function defineQuery(program: Command, action: Action): void {
  program
    .command("query")
    .description("query the tables of a sweep in SQL; rows are printed as they arrive")
    .argument("<dir>", "folder of the sweep (its --out)")
    .argument("<sql>", "a query over runs, counts, points, summary, quantiles")
    .option("--json", "print one JSON object per line instead of CSV")
    .action(action(async () => (await import("../sweep/query.js")).queryCommand));
}
