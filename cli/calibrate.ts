import {readFileSync} from "node:fs";
import {loadValidation} from "../data-loaders/run/validation.js";
import {factorNames, fit, FOLDS, leaveOut, type Factors, type Fit, type Fold} from "../lib/validation/index.js";
import {folderOf, type GlobalFlags} from "./arguments.js";
import {folderAt} from "./output/write-folder.js";

/** Calibrates the inference model to the measurements and writes its parameters, with ranges from cross-validation. */
export async function calibrate(flags: GlobalFlags): Promise<number> {
  const folder = folderOf(flags);
  const write = folderAt("--assumptions", folder.path, {of: "the assumptions", isOurs: () => true, stays: () => true});
  const {inputs} = loadValidation(folder);
  const count = inputs.measurement!.keys.length;
  console.error(`fitting ${count} measurements`);
  const all = fit(inputs);
  const folds = Array.from({length: FOLDS}, (_, fold) => {
    console.error(`cross-validation: fold ${fold + 1} of ${FOLDS}`);
    return leaveOut(inputs, fold);
  });
  const linesOf = (file: string): string[] => readFileSync(`${folder.path}/${file}`, "utf8").split("\n");
  await write(
    new Map([
      textFile(
        "accelerator_family.csv",
        linesOf("accelerator_family.csv").map((line) => familyLine(line, all, folds))
      ),
      textFile(
        "parameter.csv",
        linesOf("parameter.csv").map((line) => maturityLine(line, all, folds))
      ),
      textFile("held_out.csv", [linesOf("held_out.csv")[0]!, ...heldOutLines(folds), ""])
    ])
  );
  console.error("wrote accelerator_family.csv, held_out.csv and software_maturity of parameter.csv");
  return 0;
}

function textFile(name: string, lines: readonly string[]): [name: string, text: string] {
  return [name, lines.join("\n")];
}

/** A row of the families: key, name, four factors, source, note. */
function familyLine(line: string, all: Fit, folds: readonly Fold[]): string {
  const [key, name] = line.split(",");
  if (line === "" || key === "key") return line;
  const fitted = all.families.get(key!);
  const cells = factorNames.map((factor) =>
    fitted
      ? cell(fitted[factor], foldsOf(factor, folds, key!), factor)
      : cell(middle(values(all, factor)), values(all, factor), factor)
  );
  const source = fitted ? "calibrated" : "calibrated;judgement";
  const note = fitted
    ? "Fitted on measurement.csv."
    : "No measurement was read: the median of the fitted families and their range. That it holds here is judgement.";
  return [key, name, ...cells, source, note].join(",");
}

function maturityLine(line: string, all: Fit, folds: readonly Fold[]): string {
  const head = /^software_maturity,[^,]*,[^,]*,[^,]*/.exec(line)?.[0];
  if (head === undefined) return line;
  const range = folds.map(({fit: one}) => one.software_maturity);
  const [low, high] = widened(all.software_maturity, range);
  return [
    head,
    low,
    digits(all.software_maturity),
    high,
    "pert",
    "calibrated",
    "Fitted with the families of accelerators."
  ].join(",");
}

function heldOutLines(folds: readonly Fold[]): string[] {
  return folds.flatMap(({fold, rates}) =>
    [...rates].map(([key, rate]) => `${key},${key},${fold + 1},${digits(rate)},calibrated,`)
  );
}

function values({families}: Fit, factor: keyof Factors): number[] {
  return [...families.values()].map((factors) => factors[factor]).sort((a, b) => a - b);
}

function foldsOf(factor: keyof Factors, folds: readonly Fold[], key: string): number[] {
  return folds.flatMap(({fit: {families}}) => families.get(key)?.[factor] ?? []);
}

function middle(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** A cell with its range: the span over the folds, at least 10 % either way; shares end at 1. */
function cell(value: number, range: readonly number[], factor: keyof Factors): string {
  const maximum = factor === "layer_latency" ? Infinity : 1;
  const [low, high] = widened(value, range, maximum);
  return `${digits(value)} (${low}..${high})`;
}

function widened(value: number, range: readonly number[], maximum = Infinity): [string, string] {
  return [digits(Math.min(value * 0.9, ...range)), digits(Math.min(maximum, Math.max(value * 1.1, ...range)))];
}

function digits(value: number): string {
  return String(Number(value.toPrecision(4)));
}
