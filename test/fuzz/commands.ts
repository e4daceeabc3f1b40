import {existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import fc from "fast-check";
import type {Command, Option} from "commander";
import {commands, program} from "../../cli/program.js";
import type {Project} from "../../data-loaders/run/project.js";
import {InputError} from "../../lib/sheet/error.js";
import {printedBy} from "../cli/printed.js";
import type {Attempt} from "./attempt.js";
import {hostileText} from "./hostile.js";

/** Calls of every command, generated from the program's own list of arguments and options. */
export function commandCalls(project: Project, {heavy}: {heavy: boolean}): fc.Arbitrary<Attempt> {
  const list = commands(() => () => Promise.resolve()).commands.filter((command) => isTried(command.name(), heavy));
  return fc.constantFrom(...list).chain((command) => callOf(command).map((args) => attempt(args, project)));
}

/** `calibrate` changes the assumptions; the others take seconds each. */
function isTried(name: string, heavy: boolean): boolean {
  return name !== "calibrate" && (heavy || !["optimise", "report", "advice", "validate", "sensitivity"].includes(name));
}

function callOf(command: Command): fc.Arbitrary<string[]> {
  const values = command.registeredArguments.map((argument) => valueOf(argument.name()));
  const options = command.options.filter(({long}) => long !== "--help").map(flagOf);
  return fc
    .tuple(fc.tuple(...values), fc.subarray(options, {maxLength: Math.min(4, options.length)}))
    .chain(([given, chosen]) =>
      fc.tuple(...chosen).map((flags) => [command.name(), ...given, ...short(command.name()), ...flags.flat()])
    );
}

/** Flags that keep a call short and leave the machine unchanged. */
function short(name: string): string[] {
  if (name === "sweep") return ["--dry-run"];
  if (name === "report") return ["--format", "json", "--draws", "8", "--out", `${folder}/reports`];
  return name === "run" || name === "export" ? ["--months", "1"] : [];
}

function flagOf(option: Option): fc.Arbitrary<string[]> {
  const flag = option.long!;
  if (!option.required) return fc.constant([flag]);
  return valueOf(option.name()).map((value) => [`${flag}=${value}`]);
}

const folder = mkdtempSync(`${tmpdir()}/token-factory-fuzz-`);
writeFileSync(`${folder}/file`, "a file in the way");

/** A value for an argument or option, valid half of the time. */
function valueOf(name: string): fc.Arbitrary<string> {
  if (name === "out") return fc.constantFrom(...places);
  const fitting = fits[name];
  return fitting ? fc.oneof(fc.constantFrom(...fitting), hostileText) : hostileText;
}

/** Files and folders that a test may write, and unwritable places. */
const places = [
  ...["out", "new/folder", "file", "file/below"].map((path) => `${folder}/${path}`),
  ...["", "/proc/none/x", "/dev/full", "/sys/x", `${folder}/${"x".repeat(300)}`]
];

const fits: Readonly<Record<string, readonly string[]>> = {
  scenario: ["reference", "gpu-glut", "readme-baseline"],
  a: ["reference"],
  b: ["gpu-glut", "power-crunch"],
  "table.column": ["cluster.revenue", "economy.cost_per_token", "accelerator.unit_price"],
  output: ["value_per_cost"],
  dir: [folder],
  sql: ["select 1"],
  spec: ["sweeps/build-out.yaml"],
  row: ["h100", "atlas-b200"],
  months: ["1", "2"],
  draws: ["2", "8"],
  rows: ["2"],
  seed: ["1"],
  month: ["0"],
  gpu: ["h100"],
  count: ["8"],
  company: ["atlas"],
  kind: ["neocloud"],
  figures: ["test/fuzz/figures.csv"],
  cases: ["test/fuzz/cases.json"],
  format: ["json", "csv", "sql"],
  goal: ["npv", "cost"],
  limit: ["power[virginia]=50", "carbon=1e5"],
  set: ["parameter.realised_share=0.1", "debt_share=0.5"]
};

function attempt(args: readonly string[], project: Project): Attempt {
  return {
    input: JSON.stringify(args).slice(0, 400),
    run: async () => {
      const before = contents();
      const {code, printed} = await printedBy(() => program(args, {project}));
      if (code === 2 && contents() !== before) throw new Error(`a refused call wrote ${contents()}`);
      if (code === 2) throw new InputError(printed || "the help");
      return printed;
    }
  };
}

function contents(): string {
  const names = readdirSync(folder, {recursive: true, encoding: "utf8"}).sort();
  return existsSync(`${folder}/file`) ? `${names.join()} ${readFileSync(`${folder}/file`, "utf8")}` : "no file";
}
