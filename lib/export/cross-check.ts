import type {Source} from "../model/index.js";
import {publishedChecks, type Checking, type PublishedCheck} from "../validation/index.js";
import {recordTableOf} from "./records.js";

/** Published figures and their sources, with the run that predicts them. */
export interface CrossCheck extends Checking {
  scenario: string;
  sources: readonly Source[];
}

/**
 * Published figures beside a run's predictions, with ranges over draws. Throws an `InputError` for a figure whose cell
 * or unit the model does not have.
 */
export const crossCheckTable = recordTableOf<CrossCheck>()({
  name: "cross_check",
  description: "The model's predictions beside published figures, with the error of each.",
  fields: {
    key: ["text", "", "Row"],
    scenario: ["text", "", "Scenario of the prediction; missing for the inference model and the back-test"],
    figure: ["text", "", "What is compared"],
    cell: ["text", "", "Cell of the model that predicts it"],
    unit: ["text", "", "Unit of the values"],
    published: ["number", "", "Published value; missing where only a band is published"],
    published_low: ["number", "", "Low end of the published band"],
    published_high: ["number", "", "High end of the published band"],
    predicted: ["number", "", "The model's value in the central case"],
    low: ["number", "", "5th percentile over draws of all uncertain assumptions"],
    high: ["number", "", "95th percentile"],
    error: ["number", "1", "Predicted over published, or over the middle of the band, less 1"],
    inside: ["text", "", "true where the prediction lies in the published band"],
    covered: ["text", "", "true where the published value, or the band, lies within the model's 90 % range"],
    basis: ["text", "", "What the published figure counts, and how the model's figure is made comparable"],
    as_of: ["text", "", "Date or period of the published figure"],
    counted: ["text", "", "false where an input is calibrated on the figure, which is then no test of the model"],
    reason: ["text", "", "Why the figure is not counted"],
    explanation: ["text", "", "Why the prediction misses, where it does"],
    source: ["text", "", "Titles of the sources"],
    url: ["text", "", "Address of the first source"],
    note: ["text", "", "Notes on the published value"]
  },
  rows: comparisons,
  cells: {kind: "about", cell: "{cell}", columns: ["predicted"]}
});

function comparisons({scenario, sources, ...checking}: CrossCheck) {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return publishedChecks(checking).map((check) => ({
    key: check.id,
    scenario: ofChain(check) ? scenario : "",
    figure: check.definition,
    cell: check.cell,
    unit: check.unit,
    published: check.published ?? undefined,
    published_low: check.low,
    published_high: check.high,
    predicted: check.predicted,
    low: check.predicted_low,
    high: check.predicted_high,
    error: check.predicted / centralOf(check) - 1,
    inside: check.inside,
    covered: check.covered,
    basis: check.basis,
    as_of: check.as_of,
    counted: check.counted,
    reason: check.reason,
    explanation: check.explanation,
    source: check.sources.map((id) => byId.get(id)?.title ?? id).join("; "),
    url: byId.get(check.sources[0] ?? "")?.url ?? "",
    note: check.note
  }));
}

/** Whether a cell of the chain predicts the figure, in the month that the cell names or in the first. */
function ofChain({cell}: PublishedCheck): boolean {
  return !/^(serving_check|backtest)\b/.test(cell);
}

/** The published value, or the logarithmic middle of the band, since errors are logarithmic. */
function centralOf({published, low, high}: PublishedCheck): number {
  return published ?? Math.sqrt(low * high);
}
