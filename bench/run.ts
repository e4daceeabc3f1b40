import {writeFileSync} from "node:fs";
import {cpus} from "node:os";
import {inBrowser, type InBrowser} from "./browser.js";
import {engine, engineOnce} from "./engine.js";
import {fullModel} from "./full-model.js";
import {arquero, mathjs, objects} from "./libraries.js";
import {race, spread, type Raced, type Spread} from "./measure.js";
import {c, numpy} from "./native.js";
import {sampling} from "./sampling.js";
import {steps} from "./synthetic.js";

/** Enough rows for stable times: fewer where each takes longer. */
const [LARGE, MANY, SOME, FEW] = [2 ** 22, 2 ** 20, 2 ** 14, 2 ** 9];
const ROUNDS = 7;

const native = (rows: number) => [engine(rows), engineOnce(rows), ...c(rows), ...numpy(rows)];
const libraries = [engine(SOME), arquero(SOME), objects(SOME), engine(FEW), mathjs(FEW)];
const sheet = race([...native(MANY), ...libraries], steps.length, ROUNDS);
const large = race(native(LARGE), steps.length, 3);
const {ours, squiggle} = await sampling(ROUNDS);
const results = {
  machine: `${cpus()[0]?.model ?? "unknown"}, ${cpus().length} cores, Node ${process.versions.node}`,
  sheet: [...sheet, ...large],
  sampling: {ours: spread(ours), squiggle: spread(squiggle)},
  full_model: fullModel(ROUNDS),
  browser: await inBrowser(ROUNDS)
};
writeFileSync("bench/results.json", `${JSON.stringify(results, null, 2)}\n`);
writeFileSync("docs/bench.md", report(results));
console.log(report(results));

function report({machine, sheet, sampling, full_model, browser}: typeof results): string {
  const row = ({median, least, greatest}: Spread): string =>
    `${digits(median)} | ${digits(least)} to ${digits(greatest)}`;
  const sheetRow = (one: (typeof sheet)[number]): string =>
    `| ${one.rows.toLocaleString("en")} | ${one.name} | ${row(one)} | ${digits(one.median / own(sheet, one).median)} |`;
  return `# Bench

Written by \`npm run bench\`, in one run on ${machine}. Compare ratios, not times: times depend on what else the
machine does.

## A synthetic sheet

30 inputs and 60 formulas (add, multiply, divide, minimum, maximum), double precision, one thread. Contestants with
as many rows give the same sum to 1e-9, or the bench fails. Each round runs all in turn, best of three;
${ROUNDS} rounds after one to warm up, 3 of the largest size. *Once* is the first run of a process, for this engine
with parsing and compiling, for NumPy with memory still to be allocated; *reused* is the best of three runs in a
process.

| rows | | ns per cell, median | minimum to maximum | times this engine |
|---:|---|---|---|---|
${sheet.map(sheetRow).join("\n")}

## Sampling

Draws of a lognormal number.

| | ns per draw, median | minimum to maximum |
|---|---|---|
| this engine, Latin hypercube | ${row(sampling.ours)} |
| Squiggle | ${row(sampling.squiggle)} |

## The full model

The reference scenario over 60 months.

| | ms, median | minimum to maximum |
|---|---|---|
| one run, all columns, warm | ${row(full_model.deterministic)} |
| preparing draws on one thread: distributions, compilation | ${row(full_model.prepare)} |
${byDraws(full_model.draws, (draws, ms) => `| ${draws} prepared draws, one thread | ${digits(ms)} | |`)}

For prepared draws, time grows with their number to the power of
${digits(full_model.exponent)} (least squares on logarithms).

| a separate process, all cores, from start to end | seconds | peak memory, MB |
|---|---|---|
${byDraws(full_model.processes, (draws, {seconds, memory}) => {
  return `| ${draws} draws | ${digits(seconds)} | ${Math.round(memory)} |`;
})}
${browser ? inChromium(browser, row) : ""}`;
}

/** This engine with the same number of rows. */
function own(all: readonly Raced[], {rows, name}: Raced): Raced {
  const wanted = name.endsWith(", once") ? "this engine, once" : "this engine";
  return all.find((one) => one.rows === rows && one.name === wanted)!;
}

function byDraws<T>(found: Record<string, T>, line: (draws: string, one: T) => string): string {
  return Object.entries(found)
    .map(([draws, one]) => line(Number(draws).toLocaleString("en"), one))
    .join("\n");
}

function inChromium(found: InBrowser, row: (one: Spread) => string): string {
  const {painted, first_edit, edits, ranges} = found.sheet;
  return `
## In Chromium

The built site on this machine, from a reader's action to the last repaint that it causes.

| | ms, median | minimum to maximum |
|---|---|---|
| 1,000 draws of 60 months, two workers | ${row(found.draws)} |
| the same, the model still to be loaded and compiled | ${row(found.first_draws)} |
| the Sheet page from navigation until its grid is painted | ${row(painted)} |
| its first edit, a second later | ${row(first_edit)} |
| ${edits.count} edits; 95th percentile ${digits(edits.p95)} | ${row(edits)} |
| the ranges after an edit | ${row(ranges)} |
| a slider of the Invest page, ranges included | ${row(found.invest)} |
`;
}

function digits(value: number): string {
  return String(Number(value.toPrecision(3)));
}
