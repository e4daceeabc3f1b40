import {
  addressOf,
  InputError,
  numberAt,
  parseUnit,
  resolve,
  unknown,
  type Inputs,
  type Run,
  type TableInput
} from "../sheet/index.js";
import {monthAt} from "../sheet/address.js";
import {commensurable} from "../sheet/unit.js";
import {outputOf, prepare, type Correlation, type Study} from "../uncertainty/index.js";
import {design as published} from "../uncertainty/design.js";
import type {BacktestRow} from "./backtest.js";
import {agreement, bandIn, centralRange, textIn} from "./published-band.js";
import {servingChecks, servingDraws} from "./serving-checks.js";

/** The draws behind `covered`: those of the published ranges, as many as take a few seconds. */
const checkDesign = {...published, draws: 1024} as const;

/** What is checked: published figures, and the runs and inputs that predict them. */
export interface Checking {
  run: Run;
  /** The table `published_check`. */
  checks: TableInput;
  /** Inputs of the model of serving, whose figures are checked, too. */
  serving: Inputs;
  correlations: readonly Correlation[];
  draws?: number;
  /** The back-test's figures, which are checked, too: a cell `backtest.x` is the row of the key `x`. */
  tested: readonly BacktestRow[];
}

/** A published figure beside what the model predicts. */
export interface PublishedCheck {
  id: string;
  definition: string;
  cell: string;
  unit: string;
  basis: string;
  as_of: string;
  predicted: number;
  /** 5th and 95th percentile of the prediction, over draws of all uncertain assumptions. */
  predicted_low: number;
  predicted_high: number;
  /** The published band, and its central value where there is one. */
  low: number;
  high: number;
  published: number | null;
  /** Whether the prediction lies in the published band. */
  inside: boolean;
  /** Whether the published value, or the band where there is no central value, meets the range of the prediction. */
  covered: boolean;
  counted: boolean;
  reason: string;
  explanation: string;
  sources: readonly string[];
  note: string;
}

/**
 * Every published figure beside its prediction. Throws an `InputError` for a figure whose cell, month or unit the model
 * does not have.
 */
export function publishedChecks({run, checks, serving, correlations, tested, draws = checkDesign.draws}: Checking) {
  const places = checks.keys.map((_, row) => placeOf(run, checks, row));
  const predictions = [
    ...chainPredictions(run, places, correlations, draws),
    ...servingPredictions(serving, places, draws),
    ...backtestPredictions(tested, places)
  ];
  const byCell = new Map(predictions.map((one) => [one.cell, one]));
  return places.map((place, row) => checkOf(checks, row, place, byCell.get(place.cell)!));
}

/** How many of the checks that count are inside and covered. */
export function checkShares(checks: readonly PublishedCheck[]): {of: number; inside: number; covered: number} {
  const counted = checks.filter((check) => check.counted);
  return {
    of: counted.length,
    inside: counted.filter(({inside}) => inside).length,
    covered: counted.filter(({covered}) => covered).length
  };
}

/** A cell of the chain in a month, or a row of the checks of serving; `scale` brings it to the published unit. */
interface CheckPlace {
  cell: string;
  scale: number;
  chain?: {output: string; column: string; row: number; month: number};
  serving?: string;
  backtest?: string;
}

interface Prediction {
  cell: string;
  central: number;
  /** 5th and 95th percentile. */
  range: readonly [low: number, high: number];
}

function placeOf(run: Run, checks: TableInput, i: number): CheckPlace {
  const cell = textIn(checks, "cell", i);
  const {table, key, column: name, month = "0"} = addressOf(cell);
  if (table === "serving_check") return {cell, scale: 1, serving: key ?? ""};
  if (table === "backtest") return {cell, scale: 1, backtest: name};
  const unit = parseUnit(textIn(checks, "unit", i));
  const at = checks.columns.low!.provenance![i]!.place;
  const output = cell.replace(/@.*$/, "");
  const {column, row} = resolve(run, output, at);
  if (!commensurable(unit, column.unit))
    throw new InputError(`${at}: ${cell}: ${unit.text} does not go with the model's ${column.unit.text}`);
  const scale = column.unit.scale / unit.scale;
  return {cell, scale, chain: {output, column: column.id, row, month: monthAt(run, cell, month)}};
}

function chainPredictions(
  {model, inputs, start, ...run}: Run,
  places: readonly CheckPlace[],
  correlations: readonly Correlation[],
  draws: number
): Prediction[] {
  const found = places.flatMap(({chain, ...place}) => (chain ? [{...place, ...chain}] : []));
  const at = [...new Set(found.map(({month}) => month))].sort((a, b) => a - b);
  const outputs = [...new Set(found.map(({output}) => output))];
  const design = {...checkDesign, draws};
  const study: Study = {inputs, months: at.at(-1)! + 1, start, design, correlations, outputs, at, series: []};
  const drawn = prepare(model, study).run(0, draws);
  return found.map(({cell, scale, output, column, row, month}) => ({
    cell,
    central: numberAt({model, inputs, start, ...run}, column, row, month) * scale,
    range: centralRange(outputOf(study, drawn, output, month).map((value) => value * scale))
  }));
}

function servingPredictions(inputs: Inputs, places: readonly CheckPlace[], draws: number): Prediction[] {
  const wanted = places.filter(({serving}) => serving !== undefined);
  if (wanted.length === 0) return [];
  const central = new Map(servingChecks(inputs).map(({key, predicted}) => [key, predicted]));
  const drawn = servingDraws(inputs, {...checkDesign, draws});
  return wanted.map(({cell, serving}) => ({
    cell,
    central: central.get(serving!) ?? unknown(cell, "row", serving!, central.keys()),
    range: centralRange(drawn.get(serving!)!)
  }));
}

function backtestPredictions(tested: readonly BacktestRow[], places: readonly CheckPlace[]): Prediction[] {
  const rows = new Map(tested.map((row) => [row.id, row]));
  return places.flatMap(({cell, backtest: id}) => {
    if (id === undefined) return [];
    const {predicted, predicted_low, predicted_high} = rows.get(id) ?? unknown(cell, "row", id, rows.keys());
    return [{cell, central: predicted, range: [predicted_low, predicted_high] as const}];
  });
}

function checkOf(checks: TableInput, i: number, {cell}: CheckPlace, {central, range}: Prediction): PublishedCheck {
  const band = bandIn(checks, i);
  const {sources, note} = checks.columns.low!.provenance![i]!;
  return {
    id: checks.keys[i]!,
    definition: textIn(checks, "definition", i),
    cell,
    unit: textIn(checks, "unit", i),
    basis: textIn(checks, "basis", i),
    as_of: textIn(checks, "as_of", i),
    predicted: central,
    predicted_low: range[0],
    predicted_high: range[1],
    ...band,
    ...agreement(central, range, band),
    counted: textIn(checks, "counted", i) !== "no",
    reason: textIn(checks, "reason", i),
    explanation: textIn(checks, "explanation", i),
    sources,
    note
  };
}
