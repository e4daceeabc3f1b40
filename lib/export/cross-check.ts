import type {ScenarioRun, Source} from "../model/index.js";
import {
  InputError,
  keysOf,
  numberAt,
  parseUnit,
  resolve,
  type ModelColumn,
  type Run,
  type TableInput
} from "../sheet/index.js";
import {commensurable} from "../sheet/unit.js";
import {prepare, type Correlation, type Design} from "../uncertainty/index.js";
import {recordTableOf} from "./records.js";

/** Published figures, and the run whose first month predicts them, with the draws of its range. */
export interface CrossCheck {
  reference: ScenarioRun;
  published: TableInput;
  drawing: {design: Design; correlations: readonly Correlation[]};
  sources: readonly Source[];
}

/**
 * Published figures beside what the first month of a run predicts, with the range over draws. Throws an `InputError`
 * for a figure whose cell or unit the model does not have.
 */
export const crossCheckTable = recordTableOf<CrossCheck>()({
  name: "cross_check",
  description: "What the model predicts beside what others publish, with the error of each.",
  fields: {
    key: ["text", "", "Row"],
    scenario: ["text", "", "Scenario of the prediction, in its first month"],
    figure: ["text", "", "What is compared"],
    cell: ["text", "", "Cell of the model that predicts it"],
    unit: ["text", "", "Unit of the values"],
    published: ["number", "", "Published value"],
    published_low: ["number", "", "Low end of what is published"],
    published_high: ["number", "", "High end of what is published"],
    predicted: ["number", "", "What the model says at the central assumptions"],
    low: ["number", "", "5th percentile over draws of all uncertain assumptions"],
    high: ["number", "", "95th percentile"],
    error: ["number", "1", "Predicted over published, less 1"],
    source: ["text", "", "Titles of the sources"],
    url: ["text", "", "Address of the first source"],
    note: ["text", "", "What to know of the published value"]
  },
  rows: comparisons,
  cells: {kind: "about", cell: "{cell}", columns: ["predicted"]}
});

function comparisons({reference: {scenario, run}, published, drawing, sources}: CrossCheck) {
  const cells = published.keys.map((_, row) => locate(run, published, row));
  const spread = rangesOf(run, [...new Set(cells.map(({column}) => column.id))], drawing);
  const byId = new Map(sources.map((source) => [source.id, source]));
  return published.keys.map((key, i) => {
    const {column, row, scale} = cells[i]!;
    const provenance = published.columns.value!.provenance![i]!;
    const central = Number(published.columns.value!.values[i]);
    const predicted = numberAt(run, column.id, row, 0) * scale;
    const [low, high] = spread(column.id, row);
    return {
      key,
      scenario: scenario.name,
      figure: textIn(published, "figure", i),
      cell: textIn(published, "cell", i),
      unit: textIn(published, "unit", i),
      published: central,
      published_low: provenance.low,
      published_high: provenance.high,
      predicted,
      low: low * scale,
      high: high * scale,
      error: predicted / central - 1,
      source: provenance.sources.map((id) => byId.get(id)?.title ?? id).join("; "),
      url: byId.get(provenance.sources[0] ?? "")?.url ?? "",
      note: provenance.note
    };
  });
}

/** The 5th and 95th percentile of cells in the first month, over draws of all uncertain assumptions. */
function rangesOf(
  {model, inputs, start}: Run,
  columns: readonly string[],
  drawing: {design: Design; correlations: readonly Correlation[]}
): (column: string, row: number) => [low: number, high: number] {
  const prepared = prepare(model, {inputs, months: 1, start, ...drawing, outputs: [], at: [], series: columns});
  prepared.run(0, drawing.design.draws);
  const rows = columns.map((id) => keysOf({model, inputs}, id.split(".")[0]!).length);
  return (column, row) => {
    const before = rows.slice(0, columns.indexOf(column)).reduce((sum, count) => sum + count, 0);
    return prepared.sketches.quantiles(before + row, [0.05, 0.95]) as [number, number];
  };
}

/** The cell that a figure names, and the factor from its unit to that of the figure. */
function locate(run: Run, published: TableInput, i: number): {column: ModelColumn; row: number; scale: number} {
  const cell = textIn(published, "cell", i);
  const unit = parseUnit(textIn(published, "unit", i));
  const place = published.columns.value!.provenance![i]!.place;
  const {column, row} = resolve(run, cell, place);
  if (!commensurable(unit, column.unit))
    throw new InputError(`${place}: ${cell}: ${unit.text} does not go with the model's ${column.unit.text}`);
  return {column, row, scale: column.unit.scale / unit.scale};
}

function textIn(published: TableInput, column: string, row: number): string {
  return String(published.columns[column]!.values[row]);
}
