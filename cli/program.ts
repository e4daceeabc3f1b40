import {Command, CommanderError} from "commander";
import {calibrate} from "./calibrate.js";
import {compareCommand, type CompareFlags} from "./compare.js";
import {explainCell, type ExplainFlags} from "./explain.js";
import {predictCommand, type PredictFlags} from "./predict.js";
import {invest, type InvestFlags} from "./invest.js";
import {runCommand, type RunFlags} from "./run.js";
import {sensitivityCommand, type SensitivityFlags} from "./sensitivity.js";
import {mergeCommand, sweepCommand, type SweepFlags} from "./sweep/command-line.js";
import {queryCommand, type QueryFlags} from "./sweep/query.js";
import {validate} from "./validate.js";

/**
 * Parses the arguments and runs the command; the exit code. Commands that take a while hand theirs to `later`. Throws an `InputError` for wrong scenarios, cells and values.
 */
export function program(args: readonly string[], later: (code: Promise<number>) => void = () => undefined): number {
  let code = 0;
  const command = commands((result) => void (code = result), later);
  try {
    command.parse([...args], {from: "user"});
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  return code;
}

function commands(done: (code: number) => void, later: (code: Promise<number>) => void): Command {
  const program = new Command("token-factory")
    .description("The economics of AI tokens: run, explain and check the model.")
    .exitOverride();
  program
    .command("run")
    .description("run a scenario and print its headline figures")
    .argument("[scenario]", "name of a file in assumptions/scenarios, or the path of a YAML file", "reference")
    .option(
      "--set <cell=value...>",
      "override inputs, e.g. parameter.cost_of_capital=0.12 or cluster[atlas-h100].count=800"
    )
    .option("--months <n>", "months to run")
    .option("--draws <n>", "draw the uncertain inputs n times, on all cores, and give ranges")
    .option("--seed <n>", "seed of the draws, from 0", "1")
    .option("--out <dir>", "write every table as Parquet into this folder")
    .option("--json", "print one JSON object: scenario, hash, months, headline, tables")
    .action((scenario: string, options: RunFlags) => done(runCommand(scenario, options)));
  program
    .command("explain")
    .description("explain a cell: formula, values, units, sources, and what reads it")
    .argument("<table.column>", "the column, e.g. cluster.levelised_cost")
    .option("--row <key>", "the row; not needed where the table has one row")
    .option("--month <n>", "month of the run, from 0", "0")
    .option("--scenario <name>", "scenario to run", "reference")
    .option("--set <cell=value...>", "override inputs")
    .option("--json", "print the explanation as JSON")
    .action((column: string, options: ExplainFlags) => done(explainCell(column, options)));
  program
    .command("compare")
    .description(
      "compare two scenarios: paths of the headline figures, and what each changed input adds to one of them"
    )
    .argument("<a>", "name of a file in assumptions/scenarios, or the path of a YAML file")
    .argument("<b>", "name of another")
    .option("--figure <column>", "figure whose difference is divided among the changed inputs", "tokens")
    .option("--month <n>", "month that is compared, from 0; the last, if not given")
    .option("--json", "print paths and bridge as JSON")
    .action((a: string, b: string, options: CompareFlags) => done(compareCommand(a, b, options)));
  program
    .command("sensitivity")
    .description("what moves an output most: swings of each driver alone, and Sobol' indices")
    .argument("<output>", "a headline figure, e.g. value_per_cost, or a column of a table of one row")
    .option("--month <n>", "month of the run, from 0", "0")
    .option("--scenario <name>", "scenario to run", "reference")
    .option("--rows <n>", "rows of Saltelli's matrices; a power of two is best", "1024")
    .option("--seed <n>", "seed of the draws, from 0", "1")
    .option("--set <cell=value...>", "override inputs")
    .option("--json", "print every driver and factor as JSON")
    .action((output: string, options: SensitivityFlags) => done(sensitivityCommand(output, options)));
  program
    .command("validate")
    .description("read all assumptions, run all scenarios, and check the rules of accounting and matter")
    .option("--json", "print the results as JSON")
    .action((options: {json?: boolean}) => done(validate(options)));
  program
    .command("predict")
    .description("predict how fast published configurations serve, and compare with what was measured")
    .requiredOption("--cases <file>", "JSON array of cases: model, gpu, gpus, lengths, concurrency or limits")
    .option("--json", "print predictions and accuracy as JSON")
    .action((options: PredictFlags) => done(predictCommand(options)));
  program
    .command("calibrate")
    .description("fit the factors of serving on assumptions/measurement.csv and write them; takes a minute or two")
    .action(() => done(calibrate()));
  program
    .command("invest")
    .description("appraise an investment in a cluster: returns, coverage, levelised cost, break-even")
    .option("--gpu <key>", "accelerator; without it, that of the largest cluster")
    .option("--count <n>", "accelerators; without it, 1000")
    .option("--facility <key>", "where they stand")
    .option("--orchestrator <key>", "how they are handed to users")
    .option("--cluster <key>", "cluster whose contract mix and cost of capital it has")
    .option("--amortisation <kind>", "how the loan is repaid: level, straight or bullet")
    .option("--scenario <name>", "scenario whose prices it earns", "reference")
    .option("--flat", "prices that stay as they are at the start")
    .option("--set <term=number...>", "set terms, e.g. debt_share=0.5 or utilisation=0.7")
    .option("--draws <n>", "draws behind the ranges", "512")
    .option("--json", "print one JSON object")
    .action((options: InvestFlags) => done(invest(options)));
  program
    .command("sweep")
    .description("run the scenarios and draws of a specification, on this machine or on a cluster")
    .argument("<spec>", "YAML: base scenario, axes, draws, outputs; see sweeps/")
    .option("--engine <name>", "local, slurm, kubernetes or ssh", "local")
    .option("--out <dir>", "folder for the tables; the workers of a cluster must see it at the same path")
    .option("--shards <n>", "pieces of the work; without it, of half a minute each")
    .option("--dry-run", "compute a few runs and say how many there are, what they take in time and bytes")
    .option("--resume", "go on with the sweep in --out: what is done and sound stays")
    .option("--watch", "show how far the sweep in --out is; start nothing")
    .option("--cancel", "end what the sweep in --out has started")
    .option("--retries <n>", "tries of a shard after its first", "3")
    .option("--workers <n>", "local: workers at once; one a core, if not given")
    .option("--hosts <list>", "ssh: workers and machines as GNU parallel has them, e.g. 8/node1,8/node2")
    .option("--ssh <command>", "ssh: the command to log in with, e.g. 'ssh -F config'")
    .option("--slurm <flag...>", "slurm: flags for sbatch, e.g. --slurm=--partition=cpu")
    .option("--image <name>", "kubernetes: image of the workers", "token-factory")
    .option("--claim <name>", "kubernetes: PersistentVolumeClaim that holds --out", "token-factory-sweeps")
    .option("--namespace <name>", "kubernetes: namespace of the job")
    .action((spec: string, options: SweepFlags) => later(sweepCommand(spec, options)));
  program
    .command("merge")
    .description("check the parts of a sweep and make its small tables, manifest and data dictionary")
    .argument("<dir>", "folder that --out named")
    .action((dir: string) => later(mergeCommand(dir)));
  program
    .command("query")
    .description("ask the tables of a sweep in SQL; rows are printed as they come")
    .argument("<dir>", "folder that --out named")
    .argument("<sql>", "a query over runs, counts, points, summary, quantiles")
    .option("--json", "print a JSON object a line; CSV without it")
    .action((dir: string, sql: string, options: QueryFlags) => later(queryCommand(dir, sql, options)));
  for (const one of program.commands) one.exitOverride().showHelpAfterError("(see --help)");
  return program.showHelpAfterError("(see --help)");
}
