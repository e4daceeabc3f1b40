import {Command, CommanderError} from "commander";
import type {Project} from "../data-loaders/run/project.js";
import {checkCommands} from "./commands/checks.js";
import {decisionCommands} from "./commands/decisions.js";
import type {Action, Define} from "./commands/define.js";
import {inferenceCommands} from "./commands/inference.js";
import {runCommands} from "./commands/runs.js";
import {sweepCommands} from "./commands/sweeps.js";

/**
 * Parses the arguments and runs the command on a project, by default that of the folder of assumptions. Returns the
 * exit code; rejects with an `InputError` for invalid names and values.
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

/** Adds the flags of a project's terms, which come from a table that other commands need not load. */
async function addTerms(command: Command): Promise<void> {
  const {addTermFlags} = await import("./term-flags.js");
  addTermFlags(command.commands.find((one) => one.name() === "invest")!);
}

/** Accepts flags spelt like the terms' names: `--power_price` for `--power-price`. */
function hyphened(args: readonly string[]): string[] {
  return args.map((arg) => arg.replace(/^--[a-z_0-9]+/, (name) => name.replaceAll("_", "-")));
}

/** All commands with their arguments and options; `action` makes the action of each. */
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

/** The order is that of the help. */
const definitions: readonly Define[] = [
  ...runCommands,
  ...checkCommands,
  ...inferenceCommands,
  ...decisionCommands,
  ...sweepCommands
];

/** A command's arguments and all flags; commander passes the command itself as an action's last argument. */
function argumentsOf(given: readonly unknown[]): unknown[] {
  const command = given.at(-1) as Command;
  return [...given.slice(0, -2), command.optsWithGlobals()];
}
