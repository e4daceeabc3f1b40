import {lines} from "../figure/query-text.js";
import {quantile} from "../../lib/validation/summary.js";
import {share} from "../words/format.js";
import {recordOf, type Made, type Recorded} from "../inspector/origin.js";
import {derivedFrom} from "../words/provenance.js";
import {numberIn, textIn, type Names} from "./row-values.js";
import {cited, say, type Sentence} from "../words/sentence.js";
import type {RowOf} from "./table-types.js";

/** Matches additions to a publisher's name, and to the kind of a test. */
const edition = / \(.*| perf-overview.*|:.*|, .*|\/.*/;
const load = / \(.*\)$| \d+$/;

/** Which predictions to show: from factors fitted on all measurements, or with the measurement's group held out. */
export type Fit = "held_out" | "fitted";

/** A prediction beside its measurement. */
export interface Prediction {
  key: string;
  model: string;
  accelerator: string;
  family: string;
  publisher: string;
  /** Kind of test: the publisher's scenario without its load. */
  scenario: string;
  measured: number;
  predicted: number;
  /** Relative error: predicted over measured, less 1. */
  error: number;
  url: string;
  row: RowOf<"measurement">;
  /** Origins of the prediction and of its error. */
  origin: Recorded | undefined;
  off: Recorded | undefined;
}

/** The measurements with the requested predictions. Those without one are left out; `accuracyOf` counts them. */
export function predictions(
  measurements: readonly RowOf<"measurement">[],
  accelerators: readonly Pick<RowOf<"accelerator">, "key" | "accelerator_family">[],
  fit: Fit
): Prediction[] {
  const families = new Map(accelerators.map((row) => [textIn(row, "key"), textIn(row, "accelerator_family")]));
  const [rate, error] = columnsOf(fit);
  return measurements
    .map((row) => ({
      key: textIn(row, "key"),
      model: textIn(row, "language_model"),
      accelerator: textIn(row, "accelerator"),
      family: families.get(textIn(row, "accelerator")) ?? "other",
      publisher: publisherOf(row),
      scenario: textIn(row, "scenario").replace(load, ""),
      measured: numberIn(row, "measured_rate"),
      predicted: numberIn(row, rate),
      error: numberIn(row, error),
      url: textIn(row, "url"),
      row,
      origin: recordOf(row, rate),
      off: recordOf(row, error)
    }))
    .filter(({predicted}) => predicted > 0);
}

/** The accuracy of predictions; errors are shares of the measured figure. */
export interface Accuracy {
  count: number;
  median: number;
  /** 90th percentile of the absolute errors. */
  p90: number;
  /** Median bias: median of predicted over measured, less 1. */
  bias: number;
  /** The measurements behind these figures. */
  origin: Made | undefined;
}

function columnsOf(fit: Fit) {
  return fit === "fitted" ? (["predicted_rate", "error"] as const) : (["held_out_rate", "held_out_error"] as const);
}

/** The accuracy over some measurements. */
export function accuracyOf(points: readonly Prediction[]): Accuracy {
  const errors = points.map(({error}) => error);
  const sizes = errors.map(Math.abs);
  return {
    count: points.length,
    median: quantile(sizes, 0.5) ?? NaN,
    p90: quantile(sizes, 0.9) ?? NaN,
    bias: quantile(errors, 0.5) ?? NaN,
    origin: originOf(points)
  };
}

function originOf(points: readonly Prediction[]): Made | undefined {
  const worstFirst = worst(points, points.length);
  return derivedFrom(
    `Computed on this page from the errors of ${points.length} measurements, largest first`,
    worstFirst.map(({off}) => off)
  );
}

/** The 90 % range of measured figures around their predictions, as factors. */
export interface Spread {
  low: number;
  high: number;
}

/** The 5th and 95th percentiles of measured over predicted. */
export function spreadOf(points: readonly Pick<Prediction, "measured" | "predicted">[]): Spread {
  const ratios = points.map(({measured, predicted}) => measured / predicted).sort((a, b) => a - b);
  return {low: quantile(ratios, 0.05) ?? NaN, high: quantile(ratios, 0.95) ?? NaN};
}

/** The median error in a clause, where `error` says of what. */
export function medianErrorInWords(points: readonly Prediction[], all: number, error = "error"): Sentence {
  const {count, median, origin} = accuracyOf(points);
  const predicted = count === all ? "" : `${count} of ${all} are predicted: `;
  return say`${predicted}the median ${error} is ${cited(share(median), origin)}`;
}

/** The accuracy in a sentence. */
export function accuracyInWords(points: readonly Prediction[], all: number): Sentence {
  const {p90, bias, origin} = accuracyOf(points);
  const part = (value: number): Sentence => cited(share(value), origin);
  const side = bias > 0 ? "high" : "low";
  const lean =
    Math.abs(bias) < 0.005
      ? "and there is no median bias"
      : say`and the median prediction is ${part(Math.abs(bias))} too ${side}`;
  return say`${medianErrorInWords(points, all)}, 90\u202f% of predictions are within ${part(p90)}, ${lean}`;
}

/** Possible groupings of errors. */
export const groupings = [
  {value: "accelerator", title: "accelerator"},
  {value: "model", title: "model"},
  {value: "publisher", title: "publisher"},
  {value: "scenario", title: "kind of test"}
] as const;

export type Grouping = (typeof groupings)[number]["value"];

/** A group of measurements with its accuracy. */
export interface Group extends Accuracy {
  name: string;
  points: Prediction[];
}

/** The measurements by group, best predicted first. */
export function groupsOf(points: readonly Prediction[], by: Grouping): Group[] {
  const names = [...new Set(points.map((point) => point[by]))];
  return names
    .map((name) => {
      const members = points.filter((point) => point[by] === name);
      return {name, points: members, ...accuracyOf(members)};
    })
    .sort((a, b) => a.median - b.median);
}

/** The query that returns the accuracies of `groupsOf`. */
export function groupsQuery(by: Grouping, fit: Fit): string {
  const [rate, error] = columnsOf(fit);
  return lines(
    "SELECT name, count(*) AS count, median(abs(error)) AS median, quantile_cont(abs(error), 0.9) AS p90,",
    "  median(error) AS bias",
    `FROM (SELECT ${groupSql[by]} AS name, ${error} AS error, row_number() OVER () AS place`,
    `  FROM measurement WHERE ${rate} > 0)`,
    "GROUP BY name",
    "ORDER BY median, min(place)"
  );
}

/** The groupings in SQL, as in `predictions`. */
const groupSql: Record<Grouping, string> = {
  accelerator: "accelerator",
  model: "language_model",
  publisher: `regexp_replace(publisher, '${edition.source.replace("\\/", "/")}', '')`,
  scenario: `regexp_replace(scenario, '${load.source}', '')`
};

/** The groups in a sentence. */
export function groupsInWords(groups: readonly Group[], names: Names): Sentence {
  const best = groups[0];
  const worst = groups.at(-1);
  if (!best || !worst) return say`No measurements.`;
  const inWords = ({median, name, count, origin}: Group) =>
    say`${cited(share(median), origin)} (${names(name)}, ${count} points)`;
  return say`The median error ranges from ${inWords(best)} to ${inWords(worst)}.`;
}

/** The measurements with the largest errors, by the ratio of predicted to measured. */
export function worst(points: readonly Prediction[], count = 10): Prediction[] {
  const ratio = ({predicted, measured}: Prediction): number => Math.abs(Math.log(predicted / measured));
  return [...points].sort((a, b) => ratio(b) - ratio(a)).slice(0, count);
}

/** A publisher's name without edition and additions. */
function publisherOf(row: RowOf<"measurement">): string {
  return textIn(row, "publisher").replace(edition, "");
}
