import {group} from "d3";
import {quoted} from "../../lib/export/sql/identifier.js";
import {lines} from "../../components/figure/query-text.js";
import type {Option} from "../../components/form/controls.js";
import {share, usd} from "../../components/words/format.js";
import {recordOf, type Recorded} from "../../components/inspector/origin.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {cited, say, type Sentence} from "../../components/words/sentence.js";
import type {RowOf, RowsOf} from "../../components/rows/table-types.js";
import {capital, countOf} from "../../components/words/count.js";

/** A build-out in the shipped sweep: one accelerator in one region on one price path. */
export interface BuildOut {
  region: string;
  accelerator: string;
  path: string;
  /** Share of the draws in which it earns its cost of capital. */
  pays: number;
  /** Present value per accelerator, without a loan: 5th, 50th and 95th percentile of the draws. */
  low: number;
  median: number;
  high: number;
  /** The row of the sweep that all of these are of. */
  origin: Recorded | undefined;
}

/** The price paths that the sweep has. */
export function pathOptions(summary: RowsOf<"sweep_summary">): Option[] {
  return [...new Set(summary.map((row) => textIn(row, "price_path")))].map((path) => ({
    value: path,
    title: pathName(path)
  }));
}

/** The regions that the sweep has. */
export function regionOptions(summary: RowsOf<"sweep_summary">): Option[] {
  return [...new Set(summary.map((row) => textIn(row, "region")))].map((region) => ({
    value: region,
    title: capital(placeName(region))
  }));
}

/** `Gpu glut` as a title: `GPU glut`. */
export function pathName(path: string): string {
  return capital(path.replaceAll("-", " ")).replace(/^Gpu\b/, "GPU");
}

/** A region as a sentence names it. */
export function placeName(region: string): string {
  return region === "gulf" ? "the Gulf" : capital(region);
}

/** All build-outs, judged by their present value without a loan. */
export function buildOuts(summary: RowsOf<"sweep_summary">): BuildOut[] {
  return summary.filter((row) => row.figure === "unlevered_npv").map(buildOut);
}

/** The query that gives the build-outs of one price path or region. */
export function buildOutQuery(column: "price_path" | "region", value: string): string {
  const each = ["low", "median", "high"].map((name) => `${name} / ${COUNT} AS ${name}`).join(", ");
  return lines(
    `SELECT region, accelerator, price_path AS path, positive_share AS pays, ${each}`,
    "FROM sweep_summary",
    `WHERE figure = 'unlevered_npv' AND ${column} = ${quoted(value)}`
  );
}

/** How many build-outs earn their cost of capital in most draws, and the best of them. */
export function sweepTakeaway(all: readonly BuildOut[]): Sentence {
  const worth = all.filter(({pays}) => pays > 0.5);
  const best = mostSafe(all);
  const kinds = [...new Set(worth.map(({accelerator}) => accelerator.toUpperCase()))].join(" and ");
  const which = worth.length === 0 ? "" : `${worth.length === 1 ? ", with the" : ", all with the"} ${kinds}`;
  const earn = worth.length === 1 ? "earns its" : "earn their";
  return say`${capital(countOf(worth.length, all.length, "build-outs"))} ${earn} cost of capital in most draws${which}.
    The best, the ${best.accelerator.toUpperCase()} in ${placeName(best.region)} under “${pathName(best.path)}”,
    does so in ${paying(best)} of draws; its median NPV is ${cited(usd(best.median), best.origin)} per accelerator.`;
}

/** How safe any build-out is: how often the best one pays on the path on which it pays least. */
export function worstTakeaway(all: readonly BuildOut[]): Sentence {
  const best = [...group(all, ({path}) => path).values()].map(mostSafe);
  const worst = best.reduce((a, b) => (b.pays < a.pays ? b : a));
  return say`No build-out is safe: under “${pathName(worst.path)}”, even the best earns its cost of capital in only
    ${paying(worst)} of draws.`;
}

/** The build-out that pays in most draws. */
function mostSafe(all: readonly BuildOut[]): BuildOut {
  return all.reduce((a, b) => (b.pays > a.pays ? b : a));
}

function paying({pays, origin}: BuildOut): Sentence {
  return cited(share(pays), origin);
}

/** How far the medians of present values lie apart when one axis is changed and the others stay, in the mean. */
export function axisSpreads(all: readonly BuildOut[]): {axis: string; spread: number}[] {
  return (["price path", "accelerator", "region"] as const).map((axis) => {
    const otherAxes = ({region, accelerator, path}: BuildOut): string =>
      [axis === "region" || region, axis === "accelerator" || accelerator, axis === "price path" || path].join("|");
    const groups = group(all, otherAxes);
    const spreads = [...groups.values()].map((group) => {
      const medians = group.map(({median}) => median);
      return Math.max(...medians) - Math.min(...medians);
    });
    return {axis, spread: spreads.reduce((sum, spread) => sum + spread, 0) / spreads.length};
  });
}

/** Accelerators of the sweep's investments. */
const COUNT = 1000;

function buildOut(row: RowOf<"sweep_summary">): BuildOut {
  const each = (name: "low" | "median" | "high"): number => numberIn(row, name) / COUNT;
  return {
    region: textIn(row, "region"),
    accelerator: textIn(row, "accelerator"),
    path: textIn(row, "price_path"),
    pays: numberIn(row, "positive_share"),
    low: each("low"),
    median: each("median"),
    high: each("high"),
    origin: recordOf(row)
  };
}
