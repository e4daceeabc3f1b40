import type {Source} from "../model/index.js";
import {publishedChecks, type Checking, type PublishedCheck} from "../validation/index.js";
import {recordTableOf} from "./records.js";

/** Published figures, the run that predicts them, and where they were published. */
export interface CrossCheck extends Checking {
  scenario: string;
  sources: readonly Source[];
}

/**
 * Published figures beside what a run predicts, with the range over draws. Throws an `InputError` for a figure whose
 * cell or unit the model does not have.
 */
export const crossCheckTable = recordTableOf<CrossCheck>()({
  name: "cross_check",
  description: "What the model predicts beside what others publish, with the error of each.",
  fields: {
    key: ["text", "", "Row"],
    scenario: ["text", "", "Scenario of the prediction; none where serving or the back-test predict it"],
    figure: ["text", "", "What is compared"],
    cell: ["text", "", "Cell of the model that predicts it"],
    unit: ["text", "", "Unit of the values"],
    published: ["number", "", "Published value; where only a band is published, none"],
    published_low: ["number", "", "Low end of what is published"],
    published_high: ["number", "", "High end of what is published"],
    predicted: ["number", "", "What the model says at the central assumptions"],
    low: ["number", "", "5th percentile over draws of all uncertain assumptions"],
    high: ["number", "", "95th percentile"],
    error: ["number", "1", "Predicted over published, or over the middle of the band, less 1"],
    inside: ["text", "", "true where the prediction lies in the published band"],
    covered: ["text", "", "true where the published value, or the band, lies in the model's 5 to 95 % range"],
    basis: ["text", "", "What the published figure counts, and how the model's is made to count the same"],
    as_of: ["text", "", "Date or period of the published figure"],
    counted: ["text", "", "false where an input is calibrated on the figure, so that it says nothing of the model"],
    reason: ["text", "", "Why it is not counted"],
    explanation: ["text", "", "Why the prediction is off, where it is"],
    source: ["text", "", "Titles of the sources"],
    url: ["text", "", "Address of the first source"],
    note: ["text", "", "What to know of the published value"]
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

/** Whether a cell of the chain predicts it, in the month that the cell names, or the first. */
function ofChain({cell}: PublishedCheck): boolean {
  return !/^(serving_check|backtest)\b/.test(cell);
}

/** The published value, or the middle of the band, in logarithms as errors are. */
function centralOf({published, low, high}: PublishedCheck): number {
  return published ?? Math.sqrt(low * high);
}
