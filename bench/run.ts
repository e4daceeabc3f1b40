import {writeFileSync} from "node:fs";
import {cpus} from "node:os";
import {inBrowser, type InBrowser} from "./browser.js";
import {engine} from "./engine.js";
import {fullModel} from "./full-model.js";
import {arquero, mathjs, objects} from "./libraries.js";
import {race, spread, type Spread} from "./measure.js";
import {c, numpy} from "./native.js";
import {sampling} from "./sampling.js";
import {steps} from "./synthetic.js";

/** As many rows as are not a matter of luck: fewer where each takes longer. */
const [MANY, SOME, FEW] = [2 ** 20, 2 ** 14, 2 ** 9];
const ROUNDS = 7;

const contestants = [engine(MANY), ...c(MANY), ...numpy(MANY), arquero(SOME), objects(SOME), mathjs(FEW)];
const sheet = race(contestants, steps.length, ROUNDS);
const {ours, squiggle} = await sampling(ROUNDS);
const results = {
  machine: `${cpus()[0]?.model ?? "unknown"}, ${cpus().length} cores, Node ${process.versions.node}`,
  sheet,
  sampling: {ours: spread(ours), squiggle: spread(squiggle)},
  full_model: fullModel(ROUNDS),
  browser: await inBrowser(ROUNDS)
};
writeFileSync("bench/results.json", `${JSON.stringify(results, null, 2)}\n`);
writeFileSync("docs/bench.md", report(results));
console.log(report(results));

function report({machine, sheet, sampling, full_model, browser}: typeof results): string {
  const own = sheet[0]!.median;
  const row = ({median, least, greatest}: Spread): string =>
    `${digits(median)} | ${digits(least)} to ${digits(greatest)}`;
  return `# Bench

Written by \`npm run bench\`, in one run on ${machine}. Ratios are what to look at: times depend on what else the machine does.

## A synthetic sheet

30 inputs and 60 formulas (add, multiply, divide, least, greatest), double precision, one thread. All contestants give the
same sums. Each round runs all in turn; ${ROUNDS} rounds after one to warm up.

| | ns per cell, median | least to greatest | times this engine |
|---|---|---|---|
${sheet.map((one) => `| ${one.name} | ${row(one)} | ${digits(one.median / own)} |`).join("\n")}

## Sampling

Draws of a lognormal number.

| | ns per draw, median | least to greatest |
|---|---|---|
| this engine, Latin hypercube | ${row(sampling.ours)} |
| Squiggle | ${row(sampling.squiggle)} |

## The full model

The reference scenario over 60 months.

| | ms, median | least to greatest |
|---|---|---|
| one run, all columns, warm | ${row(full_model.deterministic)} |
| 1,000 draws, one thread | ${row(full_model.thousand)} |
${Object.entries(full_model.draws)
  .map(([draws, ms]) => `| ${Number(draws).toLocaleString("en")} draws, all cores | ${digits(ms)} | once |`)
  .join("\n")}

Time grows with draws to the power of ${digits(full_model.exponent)}; the process holds ${Math.round(full_model.memory)} MB at the end.
${browser ? inChromium(browser, row) : ""}`;
}

function inChromium(found: InBrowser, row: (one: Spread) => string): string {
  return `
## In Chromium

The built site on this machine, from what a reader does to the last picture of what follows.

| | ms, median | least to greatest |
|---|---|---|
| 1,000 draws of 60 months, two workers | ${row(found.draws)} |
| the same, the model still to be loaded and compiled | ${row(found.first_draws)} |
| an edit on the Sheet page, ${found.edits.count} of them; 95th percentile ${digits(found.edits.p95)} | ${row(found.edits)} |
| the ranges after an edit | ${row(found.ranges)} |
| a slider of the Invest page, ranges included | ${row(found.invest)} |
`;
}

function digits(value: number): string {
  return String(Number(value.toPrecision(3)));
}
