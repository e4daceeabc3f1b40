import {Command, CommanderError} from "commander";
import {explainCell, type ExplainFlags} from "./explain.js";
import {runCommand, type RunFlags} from "./run.js";
import {sensitivityCommand, type SensitivityFlags} from "./sensitivity.js";
import {validate} from "./validate.js";

/** Parses the arguments and runs the command; the exit code. Throws an `InputError` for wrong scenarios, cells and values. */
export function program(args: readonly string[]): number {
  let code = 0;
  const command = commands((result) => (code = result));
  try {
    command.parse([...args], {from: "user"});
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  return code;
}

function commands(done: (code: number) => void): Command {
  const program = new Command("token-factory")
    .description("The economics of AI tokens: run, explain and check the model.")
    .exitOverride();
  program
    .command("run")
    .description("run a scenario and print its headline figures")
    .argument("[scenario]", "name of a file in assumptions/scenarios", "reference")
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
  for (const one of program.commands) one.exitOverride().showHelpAfterError("(see --help)");
  return program.showHelpAfterError("(see --help)");
}
