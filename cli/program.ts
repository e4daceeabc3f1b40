import {Command, CommanderError} from "commander";
import type {Project} from "../data-loaders/run/project.js";
import {adviceDesign} from "../lib/advice/design.js";
import {REFERENCE} from "../lib/model/reference.js";
import {design, SOBOL_ROWS} from "../lib/uncertainty/design.js";

/**
 * Parses the arguments and runs the command on a project, by default that of the folder of assumptions; its exit code.
 * Rejects with an `InputError` for wrong names and values.
 */
export async function program(args: readonly string[], {project}: {project?: Project} = {}): Promise<number> {
  let code = 0;
  const command = commands((load) => async (...given) => {
    const run = await load();
    code = await run(...([...argumentsOf(given), project] as never[]));
  });
  if (args[0] === "--version") return printVersion();
  const invests = args.includes("invest");
  try {
    if (invests) await addTerms(command);
    await command.parseAsync(invests ? hyphened(args) : [...args], {from: "user"});
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  return code;
}

async function printVersion(): Promise<number> {
  const [{versionText}, {commit}] = await Promise.all([
    import("../lib/export/identity.js"),
    import("../scripts/commit.js")
  ]);
  console.log(versionText(commit()));
  return 0;
}

/** The flags of a project's terms are those of its table, which other commands need not load. */
async function addTerms(command: Command): Promise<void> {
  const {addTermFlags} = await import("./term-flags.js");
  addTermFlags(command.commands.find((one) => one.name() === "invest")!);
}

/** Flags may be written as terms are named elsewhere: `--power_price` is `--power-price`. */
function hyphened(args: readonly string[]): string[] {
  return args.map((arg) => arg.replace(/^--[a-z_0-9]+/, (name) => name.replaceAll("_", "-")));
}

/** A command's function: it takes the arguments, all flags and, where it runs the model, a project. */
type Run = (...args: never[]) => number | Promise<number>;

/** The action of a command, whose code is loaded when it is called. */
type Action = (load: () => Promise<Run>) => (...given: unknown[]) => Promise<void>;

/** All commands with their arguments and options; `action` makes what each does. */
export function commands(action: Action): Command {
  const program = new Command("token-factory")
    .description("The economics of AI tokens: run, explain and check the model.")
    .option("--assumptions <dir>", "folder of assumptions to read in place of the published one")
    .option("--version", "print the version and the commit")
    .exitOverride();
  for (const define of definitions) define(program, action);
  for (const one of program.commands) one.exitOverride().showHelpAfterError("(see --help)");
  return program.showHelpAfterError("(see --help)");
}

/** Each adds a command; the order is that of the help. */
const definitions = [
  defineRun,
  defineExport,
  defineExplain,
  defineCompare,
  defineSensitivity,
  defineValidate,
  defineVerify,
  defineDiff,
  defineCheck,
  definePredict,
  defineServe,
  defineCalibrate,
  defineInvest,
  defineBuild,
  defineAdvice,
  defineMarket,
  defineOptimise,
  defineReport,
  defineSweep,
  defineMerge,
  defineQuery
];

function defineRun(program: Command, action: Action): void {
  program
    .command("run")
    .description("run a scenario and print its headline figures")
    .argument("[scenario]", "name of a file in assumptions/scenarios, or path of a YAML file", REFERENCE)
    .option(
      "--set <cell=value...>",
      "override inputs, e.g. parameter.cost_of_capital=0.12 or cluster[atlas-h100].extra_count=800"
    )
    .option("--months <n>", "months to run")
    .option("--draws <n>", "run n Monte Carlo draws on all cores and print ranges")
    .option("--seed <n>", "seed of the draws, from 0", "1")
    .option("--out <dir>", "write every table as Parquet into this folder")
    .option("--json", "print one JSON object: scenario, model_hash, hash, months, headline, tables")
    .action(action(async () => (await import("./run.js")).runCommand));
}

function defineExport(program: Command, action: Action): void {
  program
    .command("export")
    .description("write a run as a workbook with formulas, as SQL, or as a zip of its tables")
    .argument("[scenario]", "name of a file in assumptions/scenarios", REFERENCE)
    .requiredOption("--format <name>", "xlsx, sql, csv, parquet, arrow, or zip for all of them")
    .option("--out <place>", "file or folder to write; default: the current folder, under the scenario's name")
    .option("--months <n>", "months to run")
    .option("--set <cell=value...>", "override inputs")
    .action(action(async () => (await import("./export.js")).exportCommand));
}

function defineExplain(program: Command, action: Action): void {
  program
    .command("explain")
    .description("explain a cell: formula, values, units, sources and dependents")
    .argument("<table.column>", "the column, e.g. cluster.levelised_cost")
    .option("--row <key>", "the row; not needed for a table of one row")
    .option("--month <n>", "month of the run, from 0, or a date such as 2028-12", "0")
    .option("--scenario <name>", "scenario to run", REFERENCE)
    .option("--set <cell=value...>", "override inputs")
    .option("--json", "print the explanation as JSON")
    .action(action(async () => (await import("./explain.js")).explainCell));
}

function defineCompare(program: Command, action: Action): void {
  program
    .command("compare")
    .description(
      "compare two scenarios: paths of the headline figures, and the contribution of each changed " +
        "input to one of them"
    )
    .argument("<a>", "name of a file in assumptions/scenarios, or path of a YAML file")
    .argument("<b>", "the other scenario")
    .option("--figure <column>", "figure whose difference is attributed to the changed inputs", "tokens")
    .option("--month <n>", "month to compare, from 0, or a date such as 2028-12; default: the last")
    .option("--json", "print paths and bridge as JSON")
    .action(action(async () => (await import("./compare.js")).compareCommand));
}

function defineSensitivity(program: Command, action: Action): void {
  program
    .command("sensitivity")
    .description("rank the assumptions that influence an output: one-at-a-time swings and Sobol' indices")
    .argument("<output>", "a headline figure, e.g. value_per_cost, or a column of a table of one row")
    .option("--month <n>", "month of the run, from 0, or a date such as 2028-12", "0")
    .option("--scenario <name>", "scenario to run", REFERENCE)
    .option("--rows <n>", "rows of Saltelli's matrices; a power of two is best", String(SOBOL_ROWS))
    .option("--seed <n>", "seed of the draws, from 0", "1")
    .option("--set <cell=value...>", "override inputs")
    .option("--json", "print every driver and factor as JSON")
    .action(action(async () => (await import("./sensitivity.js")).sensitivityCommand));
}

function defineValidate(program: Command, action: Action): void {
  program
    .command("validate")
    .description("read all assumptions, run all scenarios, and check the accounting identities and physical limits")
    .option("--json", "print the results as JSON")
    .action(action(async () => (await import("./validate.js")).validate));
}

function defineVerify(program: Command, action: Action): void {
  program
    .command("verify")
    .description("recompute the published tables, or one figure, and compare them with the published values")
    .argument("[figure]", "a cell, e.g. economy.tokens@2027-12 or cluster[atlas-b200].price; default: all tables")
    .option("--against <place>", "folder or address of a built site, or of its data; default: the site built here")
    .option("--scenario <name>", "scenario of the figure", REFERENCE)
    .option("--json", "print what was compared as JSON")
    .action(action(async () => (await import("./verify/command.js")).verifyCommand));
}

function defineDiff(program: Command, action: Action): void {
  program
    .command("diff")
    .description("list what this project changed: assumptions, formulas, scenarios, tables, columns")
    .argument(
      "<upstream>",
      "version it started from: address or folder of a site, published_model.json, or assumptions"
    )
    .option("--record", "write upstream.json, by which the site says that it is a fork of that version")
    .option("--json", "print the changes as JSON")
    .action(action(async () => (await import("./diff/command.js")).diffCommand));
}

function defineCheck(program: Command, action: Action): void {
  program
    .command("check")
    .description(
      "compare predictions with published figures: which are inside the published band, and which ranges cover it"
    )
    .argument("[scenario]", "name of a file in assumptions/scenarios, or path of a YAML file", REFERENCE)
    .option("--draws <n>", "draws behind the ranges", "1024")
    .option("--set <cell=value...>", "override inputs")
    .option("--json", "print the figures that count as a JSON list")
    .option("--backtest", "instead, start in December 2024 and compare with figures published since")
    .action(action(async () => (await import("./check.js")).checkCommand));
}

function definePredict(program: Command, action: Action): void {
  program
    .command("predict")
    .description("predict the serving speed of published configurations and compare it with measurements")
    .requiredOption(
      "--cases <file>",
      "JSON or CSV: cases with model, gpu, gpus, lengths, concurrency or limits; or results of a benchmark"
    )
    .option("--explain <id>", "show the components of this case's time per token and memory")
    .option("--json", "print predictions and accuracy as JSON")
    .action(action(async () => (await import("./predict.js")).predictCommand));
}

function defineServe(program: Command, action: Action): void {
  program
    .command("serve")
    .description(
      "find the cheapest accelerators that serve a model within latency limits, their bottleneck, and cheaper sellers"
    )
    .argument("<model>", "row of language_model, e.g. llama-3-3-70b")
    .option("--gpu <key...>", "accelerators to try; default: all with a price")
    .option("--gpus <n>", "accelerators that may serve together, 1 to 72", "72")
    .option("--weights <format>", "number format of the weights: auto (as published), bf16, fp8, fp4, w4a16", "fp8")
    .option(
      "--kv <format>",
      "number format of the KV cache: bf16, fp8, fp4; default: 8 bits, or 16 with 16-bit weights"
    )
    .option("--stack <name>", "serving software: vllm, sglang, tensorrt-llm, atom or tuned", "tuned")
    .option("--drafts", "speculative decoding, with the acceptance rate of benchmarks")
    .option("--input <tokens>", "mean input tokens of a request, 1 to 128,000", "4000")
    .option("--cached <share>", "share of the input read from the prefix cache", "50%")
    .option("--output <tokens>", "mean output tokens of a request, 1 to 128,000", "500")
    .option("--ttft <ms>", "limit on the mean time to the first token [ms]", "2000")
    .option("--tpot <ms>", "limit on the 99th percentile of the time per output token [ms]", "50")
    .option(
      "--basis <basis>",
      "price of GPU-hours: rent (on-demand market price) or cost (the chain's, including " + "capital)",
      "rent"
    )
    .option("--price <usd>", "one GPU-hour price for all accelerators [USD]; default: each one's own")
    .option("--busy <share>", "utilisation: share of paid GPU-hours that compute", "100%")
    .option("--sold <usd>", "price of a million tokens in the mix [USD]; default: the median seller's")
    .option("--json", "print one JSON object")
    .action(action(async () => (await import("./serve.js")).serveCommand));
}

function defineCalibrate(program: Command, action: Action): void {
  program
    .command("calibrate")
    .description("calibrate the inference model to measurement.csv and save its parameters (a few minutes)")
    .option("--accept", "write even if a class of measurements got worse by over 3 percentage points")
    .action(action(async () => (await import("./calibrate.js")).calibrate));
}

function defineInvest(program: Command, action: Action): void {
  program
    .command("invest")
    .description("appraise an investment in a cluster: returns, debt service coverage, levelised cost, break-even")
    .option("--gpu <key>", "accelerator; default: that of the largest cluster")
    .option("--facility <key>", "data centre, owned or colocated")
    .option("--site <kind>", "in place of a facility: owned or colocated, in --region")
    .option("--region <key>", "region whose power, water and tax apply; default: the data centre's")
    .option("--orchestrator <key>", "software that allocates accelerators to users")
    .option("--cluster <key>", "cluster that supplies the contract mix and the cost of capital")
    .option("--amortisation <kind>", "repayment of the loan: sculpted (which sizes it), level, straight or bullet")
    .option("--counterparty <rating>", "customer of the long contract: investment_grade, speculative or unrated")
    .option("--depreciation <kind>", "tax depreciation of hardware: bonus, straight, or as in the site's country")
    .option("--scenario <name>", "scenario that supplies the prices", REFERENCE)
    .option("--flat", "keep prices at their initial level")
    .option("--set <term=number...>", "set terms, e.g. debt_share=0.5; the flags below do the same")
    .option("--terms", "print every term with its value, range, unit and sources, then stop")
    .option("--draws <n>", "draws behind the ranges", "512")
    .option(
      "--beside <flags...>",
      'further projects next to the first, which differ in the terms named: "gpu=h100 region=texas debt-share=50%"'
    )
    .option("--out <file>", "write the project as a workbook (XLSX) with live formulas")
    .option("--report <file>", "write a report for a board: .html, .docx, .pdf (requires Chromium), .xlsx or .json")
    .option("--json", "print one JSON object")
    .action(action(async () => (await import("./invest.js")).invest));
}

function defineBuild(program: Command, action: Action): void {
  program
    .command("build")
    .description(
      "plan what to order, and when, for a new site, in whole units, with the value of more power and budget"
    )
    .requiredOption(
      "--power <month=MW...>",
      "IT power available from a month, e.g. 2027-07=10MW 2028-01=20MW, or 20MW from the first month on"
    )
    .requiredOption("--budget <usd>", "budget for hardware and buildings, e.g. 400M [USD]")
    .option("--budget-by <period>", "period of the budget: total or year", "total")
    .option("--facility <key>", "data centre, owned or colocated; or --site and --region")
    .option("--site <kind>", "in place of a facility: owned or colocated, in --region")
    .option("--region <key>", "region whose power, water and tax apply; default: the data centre's")
    .option("--start <month>", "first month in which orders may be placed, YYYY-MM; default: the run's first")
    .option("--horizon <years>", "planning period in years, 1 to 10; assets left at its end count at resale value", "6")
    .option("--gpus <key...>", "accelerators that may be bought; default: all that are sold new and have a price")
    .option("--lead-time <months>", "months from an order to the first GPU-hour; default: the project's build time")
    .option("--scenario <name>", "scenario that supplies prices and terms", REFERENCE)
    .option("--flat", "keep prices at their initial level")
    .option(
      "--price-changes <shares>",
      'yearly changes of GPU-hour prices, in place of the scenario\'s: "-20% -10% 0%"; the last continues'
    )
    .option(
      "--before-tax",
      "maximise value before tax on profits; default: after tax, each order taxed as its own company"
    )
    .option("--set <term=number...>", "set terms of the project, as in invest, e.g. utilisation=0.7")
    .option(
      "--demand <month=tokens...>",
      "output tokens a month to serve from a month on, at minimum cost, e.g. 2027-07=100B"
    )
    .option("--model <key>", "with --demand: row of language_model that is served, as in serve")
    .option("--ttft <ms>", "with --demand: limit on the mean time to the first token [ms]", "2000")
    .option("--tpot <ms>", "with --demand: limit on the 99th percentile of the time per output token [ms]", "50")
    .option("--robust", "also value the plan in every scenario and in draws, and find the plan of least regret")
    .option("--draws <n>", "with --robust: draws of all uncertain terms", "200")
    .option("--out <file.xlsx>", "also write the plan as a workbook in which units, power and budget can be changed")
    .option("--report <file>", "write a report for a board: .html, .docx, .pdf (requires Chromium), .xlsx or .json")
    .option("--json", "print one JSON object")
    .action(action(async () => (await import("./build.js")).build));
}

function defineAdvice(program: Command, action: Action): void {
  program
    .command("advice")
    .description("value each company's possible actions, with ranges, and the shadow prices of the chain's constraints")
    .argument("[scenario]", "name of a file in assumptions/scenarios", REFERENCE)
    .option("--company <key>", "one company only, e.g. atlas, meridian or coder")
    .option("--set <cell=value...>", "override inputs")
    .option("--months <n>", "months to run")
    .option("--draws <n>", "draws behind the ranges", String(adviceDesign.draws))
    .option("--seed <n>", "seed of the draws, from 0", "1")
    .option("--json", "print one JSON object: advice, advice_joint, shadow_price")
    .action(action(async () => (await import("./advice.js")).adviceCommand));
}

function defineMarket(program: Command, action: Action): void {
  program
    .command("market")
    .description("compare list prices of tokens and GPU-hours with the chain's costs, or a company with its peers")
    .argument("[model]", "one model, under any seller's name: its sellers and their implied margins")
    .option("--kind <layer>", "kind of company: neocloud, inference or application", "neocloud")
    .option("--blend <use>", "token mix: chat, long-context, coding-agent or batch", "chat")
    .option("--offers", "all offers of all sellers with their cost, losses first")
    .option("--losing", "with --offers: only those below cost")
    .option(
      "--mix <input:cached:output>",
      "with --offers: a mix of your own in place of the blend, e.g. 24:276:1; a fourth part is written to the cache"
    )
    .option(
      "--figures <file>",
      "a company's own figures, a CSV or XLSX table of names, values and units: percentiles and gap to the median"
    )
    .option("--report <file>", "with --offers: write a report: .html, .docx, .pdf (requires Chromium), .xlsx or .json")
    .option("--json", "print as JSON")
    .action(action(async () => (await import("./market.js")).marketCommand));
}

function defineOptimise(program: Command, action: Action): void {
  program
    .command("optimise")
    .description("plan each year's workloads, rentals, purchases, construction and sales, with shadow prices")
    .argument("[scenario]", "name of a file in assumptions/scenarios", REFERENCE)
    .option("--goal <goal>", "npv, value (additional output less cost) or cost (of meeting all demand)", "npv")
    .option(
      "--limit <limit=number...>",
      "change constraints, e.g. power[virginia]=50, capital[2028]=2e9, carbon=100000, service=0.9; none removes one"
    )
    .option("--latency <ratio>", "latency limits as a multiple of the deployments' own", "1")
    .option("--whole", "buy whole servers and racks")
    .option("--set <cell=value...>", "override inputs")
    .option("--frontiers", "trade-off of cost with greenhouse gas emissions and with latency limits")
    .option("--out <dir>", "write the plan's tables as Parquet into this folder")
    .option("--json", "print one JSON object")
    .action(action(async () => (await import("./optimise.js")).optimise));
}

function defineReport(program: Command, action: Action): void {
  program
    .command("report")
    .description("write seven reports on a scenario: executive, one per layer, and financial")
    .argument("[scenario]", "name of a file in assumptions/scenarios", REFERENCE)
    .option("--format <format>", "html, docx, pdf (requires Chromium), xlsx, csv or json", "html")
    .option("--out <dir>", "folder for the files", "reports")
    .option("--paper <size>", "paper size of PDF and DOCX: a4 or letter", "a4")
    .option("--draws <n>", "draws behind the ranges", String(design.draws))
    .option("--seed <n>", "seed of the draws, from 0", "1")
    .option("--set <cell=value...>", "override inputs")
    .action(action(async () => (await import("./report.js")).report));
}

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
    .action(action(async () => (await import("./sweep/command-line.js")).sweepCommand));
}

function defineMerge(program: Command, action: Action): void {
  program
    .command("merge")
    .description("check the parts of a sweep and write its small tables, manifest and data dictionary")
    .argument("<dir>", "folder of the sweep (its --out)")
    .action(action(async () => (await import("./sweep/command-line.js")).mergeCommand));
}

function defineQuery(program: Command, action: Action): void {
  program
    .command("query")
    .description("query the tables of a sweep in SQL; rows are printed as they arrive")
    .argument("<dir>", "folder of the sweep (its --out)")
    .argument("<sql>", "a query over runs, counts, points, summary, quantiles")
    .option("--json", "print one JSON object per line instead of CSV")
    .action(action(async () => (await import("./sweep/query.js")).queryCommand));
}

/** The arguments of an action, of which commander gives the command last: its arguments and all flags. */
function argumentsOf(given: readonly unknown[]): unknown[] {
  const command = given.at(-1) as Command;
  return [...given.slice(0, -2), command.optsWithGlobals()];
}
