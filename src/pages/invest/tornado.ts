import {foremost} from "../../components/words/foremost.js";
import {intervals} from "../../components/charts/intervals.js";
import {responsive} from "../../components/figure/responsive.js";
import {lower} from "../../components/words/count.js";
import {share} from "../../components/words/format.js";
import type {ReturnSwing} from "./return-swings.js";

/** As many as a glance takes in. */
const SHOWN = 10;

/** The equity IRR with each term at either end of its range. */
export function tornadoFigure(swings: readonly ReturnSwing[]): HTMLElement {
  const shown = swings.slice(0, SHOWN);
  const rows = shown.map(({label, title, low, central, high}) => ({
    label,
    low: Math.min(low, high),
    middle: central,
    high: Math.max(low, high),
    color: "var(--layer-neocloud)",
    tip: `${title}: ${share(low)} with the term low, ${share(high)} with it high`
  }));
  const options = {
    title: "Equity IRR, one term at a time",
    finding: swingsFinding(swings),
    unit: "a year, real; from the low to the high end of each term’s range, all others central",
    source: "computed on this page from the assumptions.",
    ariaLabel: tornadoInWords(swings),
    table: shown.map(({title, low, central, high}) => ({term: title, low, central, high})),
    query: {made: "computed on this page from the terms above"}
  };
  return responsive(options, ({width}) => intervals(rows, {width, format: share}));
}

/** The term that moves the equity IRR most, in a sentence. */
export function tornadoInWords([most]: readonly ReturnSwing[]): string {
  if (!most) return "No uncertain term moves the equity IRR, or it has no single value at their ends.";
  const ends = `${share(Math.min(most.low, most.high))} to ${share(Math.max(most.low, most.high))}`;
  return `The term “${most.label}” (${lower(most.title)}) moves the equity IRR most: ${ends} a year.`;
}

/** The term with the widest swing; undefined where two share the place. */
function swingsFinding(swings: readonly ReturnSwing[]): string | undefined {
  const most = foremost(swings.map(({label, low, high}) => ({name: label, value: Math.abs(high - low)})));
  return most && most.value > 0 ? `The term “${most.name}” moves the equity IRR most` : undefined;
}
