import {REFERENCE} from "../lib/model/reference.js";
import {Command, CommanderError} from "commander";
import type {Project} from "../data-loaders/run/project.js";
import {adviceCommand, type AdviceFlags} from "./advice.js";
import {calibrate} from "./calibrate.js";
import {compareCommand, type CompareFlags} from "./compare.js";
import {exportCommand, type ExportFlags} from "./export.js";
import {explainCell, type ExplainFlags} from "./explain.js";
import {marketCommand, type MarketFlags} from "./market.js";
import {predictCommand, type PredictFlags} from "./predict.js";
import {invest, type InvestFlags} from "./invest.js";
import {optimise, type OptimiseFlags} from "./optimise.js";
import {report, type ReportFlags} from "./report.js";
import {runCommand, type RunFlags} from "./run.js";
import {sensitivityCommand, type SensitivityFlags} from "./sensitivity.js";
import {mergeCommand, sweepCommand, type SweepFlags} from "./sweep/command-line.js";
import {queryCommand, type QueryFlags} from "./sweep/query.js";
import {validate} from "./validate.js";

/** What a command ends with: its exit code, at once or later. */
type Code = number | Promise<number>;

/**
 * Parses the arguments and runs the command on a project, the one in `assumptions/` by default; the exit code. Throws an
 * `InputError` for wrong scenarios, cells and values.
 */
export function program(args: readonly string[], {project}: {project?: Project} = {}): Code {
  let code: Code = 0;
  const command = commands((result) => {
    code = result;
  }, project);
  try {
    command.parse([...args], {from: "user"});
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  return code;
}

function commands(done: (code: Code) => void, project: Project | undefined): Command {
  const program = new Command("token-factory")
    .description("The economics of AI tokens: run, explain and check the model.")
    .exitOverride();
  program
    .command("run")
    .description("run a scenario and print its headline figures")
    .argument("[scenario]", "name of a file in assumptions/scenarios, or the path of a YAML file", REFERENCE)
    .option(
      "--set <cell=value...>",
      "override inputs, e.g. parameter.cost_of_capital=0.12 or cluster[atlas-h100].count=800"
    )
    .option("--months <n>", "months to run")
    .option("--draws <n>", "draw the uncertain inputs n times, on all cores, and give ranges")
    .option("--seed <n>", "seed of the draws, from 0", "1")
    .option("--out <dir>", "write every table as Parquet into this folder")
    .option("--json", "print one JSON object: scenario, hash, months, headline, tables")
    .action((scenario: string, options: RunFlags) => done(runCommand(scenario, options, project)));
  program
    .command("export")
    .description("write a run as a workbook of formulas, as SQL, or as a zip of its tables")
    .argument("[scenario]", "name of a file in assumptions/scenarios", REFERENCE)
    .requiredOption("--format <name>", "xlsx, sql, csv, parquet, arrow, or zip for all of them")
    .option("--out <place>", "file or folder to write it to; in this folder under the scenario's name, if not given")
    .option("--months <n>", "months to run")
    .option("--set <cell=value...>", "override inputs")
    .action((scenario: string, options: ExportFlags) => done(exportCommand(scenario, options, project)));
  program
    .command("explain")
    .description("explain a cell: formula, values, units, sources, and what reads it")
    .argument("<table.column>", "the column, e.g. cluster.levelised_cost")
    .option("--row <key>", "the row; not needed where the table has one row")
    .option("--month <n>", "month of the run, from 0", "0")
    .option("--scenario <name>", "scenario to run", REFERENCE)
    .option("--set <cell=value...>", "override inputs")
    .option("--json", "print the explanation as JSON")
    .action((column: string, options: ExplainFlags) => done(explainCell(column, options, project)));
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
    .action((a: string, b: string, options: CompareFlags) => done(compareCommand(a, b, options, project)));
  program
    .command("sensitivity")
    .description("what moves an output most: swings of each driver alone, and Sobol' indices")
    .argument("<output>", "a headline figure, e.g. value_per_cost, or a column of a table of one row")
    .option("--month <n>", "month of the run, from 0", "0")
    .option("--scenario <name>", "scenario to run", REFERENCE)
    .option("--rows <n>", "rows of Saltelli's matrices; a power of two is best", "1024")
    .option("--seed <n>", "seed of the draws, from 0", "1")
    .option("--set <cell=value...>", "override inputs")
    .option("--json", "print every driver and factor as JSON")
    .action((output: string, options: SensitivityFlags) => done(sensitivityCommand(output, options, project)));
  program
    .command("validate")
    .description("read all assumptions, run all scenarios, and check the rules of accounting and matter")
    .option("--json", "print the results as JSON")
    .action((options: {json?: boolean}) => done(validate(options, project)));
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
    .option("--scenario <name>", "scenario whose prices it earns", REFERENCE)
    .option("--flat", "prices that stay as they are at the start")
    .option("--set <term=number...>", "set terms, e.g. debt_share=0.5 or utilisation=0.7")
    .option("--draws <n>", "draws behind the ranges", "512")
    .option("--json", "print one JSON object")
    .action((options: InvestFlags) => done(invest(options, project)));
  program
    .command("advice")
    .description("what each company could do, what it is worth with its range, and what the chain's limits cost")
    .argument("[scenario]", "name of a file in assumptions/scenarios", REFERENCE)
    .option("--company <key>", "one company only, e.g. atlas, meridian or coder")
    .option("--set <cell=value...>", "override inputs")
    .option("--months <n>", "months to run")
    .option("--draws <n>", "draws behind the ranges", "255")
    .option("--seed <n>", "seed of the draws, from 0", "1")
    .option("--json", "print one JSON object: advice, advice_joint, shadow_price")
    .action((scenario: string, options: AdviceFlags) => done(adviceCommand(scenario, options, project)));
  program
    .command("market")
    .description("prices of tokens and GPU-hours beside the chain's costs, or where a company stands")
    .argument("[model]", "one model, under any seller's name, with its sellers and the margins that prices imply")
    .option("--kind <layer>", "kind of company: neocloud, inference or application", "neocloud")
    .option("--figures <csv>", "a company's own figures, rows of metric,value,unit: percentiles and what makes the gap")
    .option("--json", "print as JSON")
    .action((model: string | undefined, options: MarketFlags) => done(marketCommand(model, options, project)));
  program
    .command("optimise")
    .description(
      "plan what to serve where, and what to rent, buy, build and sell each year; what binds, and what more is worth"
    )
    .argument("[scenario]", "name of a file in assumptions/scenarios", REFERENCE)
    .option("--goal <goal>", "npv, value (output gained less cost) or cost (of serving all that is asked)", "npv")
    .option(
      "--limit <limit=number...>",
      "change limits, e.g. power[virginia]=50, capital[2028]=2e9, carbon=100000, service=0.9; none takes one away"
    )
    .option("--latency <ratio>", "limits on latency, of those that deployments state", "1")
    .option("--whole", "buy whole servers and racks")
    .option("--set <cell=value...>", "override inputs")
    .option("--frontiers", "cost of the same service at less greenhouse gas and at other limits on latency")
    .option("--out <dir>", "write the plan's tables as Parquet into this folder")
    .option("--json", "print one JSON object")
    .action((scenario: string, options: OptimiseFlags) => done(optimise(scenario, options, project)));
  program
    .command("report")
    .description("write an executive report, one a layer and a financial one, each in a file of its own")
    .argument("[scenario]", "name of a file in assumptions/scenarios", REFERENCE)
    .option("--format <format>", "html, pdf (with a Chromium that is there), json, csv or xlsx", "html")
    .option("--out <dir>", "folder for the files", "reports")
    .option("--paper <size>", "paper of the PDF: a4 or letter", "a4")
    .option("--draws <n>", "draws behind the ranges", "4096")
    .option("--seed <n>", "seed of the draws, from 0", "1")
    .option("--set <cell=value...>", "override inputs")
    .action((scenario: string, options: ReportFlags) => done(report(scenario, options, project)));
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
    .action((spec: string, options: SweepFlags) => done(sweepCommand(spec, options)));
  program
    .command("merge")
    .description("check the parts of a sweep and make its small tables, manifest and data dictionary")
    .argument("<dir>", "folder that --out named")
    .action((dir: string) => done(mergeCommand(dir)));
  program
    .command("query")
    .description("ask the tables of a sweep in SQL; rows are printed as they come")
    .argument("<dir>", "folder that --out named")
    .argument("<sql>", "a query over runs, counts, points, summary, quantiles")
    .option("--json", "print a JSON object a line; CSV without it")
    .action((dir: string, sql: string, options: QueryFlags) => done(queryCommand(dir, sql, options)));
  for (const one of program.commands) one.exitOverride().showHelpAfterError("(see --help)");
  return program.showHelpAfterError("(see --help)");
}
