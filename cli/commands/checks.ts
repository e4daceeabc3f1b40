import type {Command} from "commander";
import {REFERENCE} from "../../lib/model/reference.js";
import type {Action, Define} from "./define.js";

/** Commands that check assumptions, the published tables and predictions. */
export const checkCommands: readonly Define[] = [defineValidate, defineVerify, defineDiff, defineCheck];

function defineValidate(program: Command, action: Action): void {
  program
    .command("validate")
    .description("read all assumptions, run all scenarios, and check the accounting identities and physical limits")
    .option("--json", "print the results as JSON")
    .action(action(async () => (await import("../validate.js")).validate));
}

function defineVerify(program: Command, action: Action): void {
  program
    .command("verify")
    .description("recompute the published tables, or one figure, and compare them with the published values")
    .argument("[figure]", "a cell, e.g. economy.tokens@2027-12 or cluster[atlas-b200].price; default: all tables")
    .option("--against <place>", "folder or address of a built site, or of its data; default: the site built here")
    .option("--scenario <name>", "scenario of the figure", REFERENCE)
    .option("--json", "print what was compared as JSON")
    .action(action(async () => (await import("../verify/command.js")).verifyCommand));
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
    .action(action(async () => (await import("../diff/command.js")).diffCommand));
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
    .action(action(async () => (await import("../check.js")).checkCommand));
}
