import {
  monthly,
  only,
  projectTerms,
  type Choice,
  type CostPart,
  type ProjectInputs,
  type Spread
} from "../lib/finance/index.js";
import type {Run} from "../lib/sheet/index.js";
import type {Case} from "../src/pages/invest/case.js";
import {projectInWords, yearsInWords} from "../src/pages/invest/project-in-words.js";
import {formatNumber, formatShare, formatUsd} from "./format.js";

/** A project's returns with ranges, and the components of a GPU-hour's cost, line by line. */
export function projectText(
  choice: Choice,
  {appraisal, run, break_even: breakEvens}: Pick<Case, "appraisal" | "run" | "break_even">,
  ranges: readonly Spread[],
  draws: number,
  stack: readonly CostPart[]
): string {
  const {cover} = appraisal;
  const lines: [string, string][] = [
    ["equity IRR", `${rates(appraisal.irr, appraisal.no_irr)}${within(ranges, "irr", percent)}`],
    [
      "project IRR",
      `${rates(appraisal.unlevered_irr, appraisal.no_unlevered_irr)}${within(ranges, "unlevered_irr", percent)}`
    ],
    ["NPV of equity", `${formatUsd(appraisal.npv)}${within(ranges, "npv", formatUsd)}`],
    ["NPV before financing", `${formatUsd(appraisal.unlevered_npv)}${within(ranges, "unlevered_npv", formatUsd)}`],
    ["multiple on invested capital", formatNumber(appraisal.moic)],
    [
      "payback of the contract",
      `${years(appraisal.contract_payback)}, hardware alone ${years(appraisal.hardware_payback)}`
    ],
    ["payback", `${years(appraisal.payback)}, discounted ${years(appraisal.discounted_payback)}`],
    ["loan", loanText(run)],
    [
      "debt service coverage",
      Number.isFinite(cover.least)
        ? `minimum ${formatNumber(cover.least)}, average ${formatNumber(cover.average)}, below the ` +
          `covenant in ${cover.breaches.length} months`
        : "no loan"
    ],
    ["levelised cost", `${formatNumber(appraisal.levelised_cost)} USD/GPU-hour`],
    ["break-even price", `${percent(breakEvens.price_level)} of the price path`],
    ["break-even utilisation", percent(breakEvens.utilisation)]
  ];
  return [
    `${projectInWords(choice, choice.set.count!)}, ${choice.orchestrator}: real rates a year, 2026 USD, 90 % range ` +
      `of ${draws} draws`,
    ...lines.map(([name, value]) => `  ${name.padEnd(30)}${value}`),
    ...stackLines(stack)
  ].join("\n");
}

function years(value: number): string {
  return yearsInWords(value, formatNumber);
}

/** The loan, and its share of the investment net of prepayment beside the permitted maximum. */
function loanText(run: Run): string {
  const of = (column: string): number => monthly(run, column)[0]!;
  const [share, most] = ["leverage", "debt_share"].map((column) => formatShare(of(column)));
  return `${formatUsd(of("loan_amount"))}, ${share!} of the investment net of prepayment (at most ${most!})`;
}

/** The cost of a GPU-hour, part by part, largest first. */
function stackLines(stack: readonly CostPart[]): string[] {
  const sorted = [...stack].sort((a, b) => b.cost - a.cost);
  return [
    "of a GPU-hour's levelised cost:",
    ...sorted.map(({name, cost}) => `  ${name.padEnd(30)}${formatNumber(cost)} USD/GPU-hour`)
  ];
}

/** Every term that may be set, with its value and range in this project. */
export function termText(inputs: ProjectInputs): string {
  const rows = projectTerms.map(({name, column, unit, doc}) => {
    const {values, provenance} = inputs[column]!;
    const {low, high, sources} = provenance?.[0] ?? {};
    const range = low === undefined || high === undefined ? "" : `${formatNumber(low)} to ${formatNumber(high)}`;
    const value = values[0] === null ? "" : formatNumber(Number(values[0]));
    return [name, value, range, unit, doc, (sources ?? []).join("; ")];
  });
  const lines = [["term", "value", "range", "unit", "meaning", "sources"], ...rows];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines
    .map((line) =>
      line
        .map((text, column) => text.padEnd(widths[column]!))
        .join("  ")
        .trimEnd()
    )
    .join("\n");
}

function within(ranges: readonly Spread[], measure: Spread["measure"], format: (value: number) => string): string {
  const {low, high} = ranges.find((one) => one.measure === measure)!;
  return ` (${format(low)} to ${format(high)})`;
}

function rates(all: readonly number[], reason: string): string {
  if (reason !== "") return `none: ${reason}`;
  if (all.length > 1) return `several: ${all.map(percent).join(", ")}`;
  return percent(only(all));
}

function percent(value: number): string {
  return Number.isFinite(value) ? formatShare(value) : "none";
}
