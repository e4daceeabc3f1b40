import {only, type Reading} from "../lib/finance/index.js";
import {formatNumber, formatShare, formatUsd} from "./format.js";

/** The returns of the same cluster as the favourable terms are removed one by one, line by line. */
export function readingLines(all: readonly Reading[]): string[] {
  if (all.length < 2) return [];
  const width = Math.max(...all.map(({name}) => name.length));
  const rate = (rates: readonly number[]): string => (rates.length === 1 ? formatShare(only(rates)) : "none");
  return [
    "what the return rests on: the same cluster, each step added to those above:",
    ...all.map(
      ({name, appraisal: {irr, unlevered_irr, npv, cover}}) =>
        `  ${name.padEnd(width)}  equity IRR ${rate(irr).padStart(8)}, ` +
        `project IRR ${rate(unlevered_irr).padStart(8)}, ` +
        `NPV of equity ${formatUsd(npv)}, ` +
        (Number.isFinite(cover.least) ? `minimum coverage ${formatNumber(cover.least)}` : "no loan")
    )
  ];
}

/** The same readings as JSON. */
export function readingsJson(all: readonly Reading[]) {
  return all.map(({name, appraisal: {irr, unlevered_irr, npv, cover}}) => ({
    name,
    irr,
    unlevered_irr,
    npv,
    minimum_coverage: cover.least
  }));
}
