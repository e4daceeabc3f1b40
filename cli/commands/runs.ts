import type {Command} from "commander";
import {REFERENCE} from "../../lib/model/reference.js";
import {SOBOL_ROWS} from "../../lib/uncertainty/design.js";
import type {Action, Define} from "./define.js";

/** Commands that run scenarios and explain their results. */
export const runCommands: readonly Define[] = [
  defineRun,
  defineExport,
  defineExplain,
  defineCompare,
  defineSensitivity
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
    .action(action(async () => (await import("../run.js")).runCommand));
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
    .action(action(async () => (await import("../export.js")).exportCommand));
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
    .action(action(async () => (await import("../explain.js")).explainCell));
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
    .action(action(async () => (await import("../compare.js")).compareCommand));
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
    .action(action(async () => (await import("../sensitivity.js")).sensitivityCommand));
}
