import {figures} from "../model/index.js";
import {columnsOf, keysOf, type Inputs, type Model} from "../sheet/index.js";
import {
  outputOf,
  type Correlation,
  type Driver,
  type Draws,
  type OutputIndices,
  type OutputSwings,
  type Sketches,
  type Study
} from "../uncertainty/index.js";
import type {PublishedColumn, PublishedTable} from "./published.js";
import {recordTableOf} from "./records.js";
import {dateAt} from "./run-tables.js";

const figure = ["text", "", "Column of economy"] as const;
const date = ["date", "", "Month"] as const;

/** The tables whose monthly series are published with quantiles: sectors and the economy, not single machines. */
const wide = ["economy", "neocloud", "provider", "application"];

/** The columns (`table.column`) for which `quantileTable` needs counts: all that are computed and change over time. */
export function seriesColumns(model: Model): string[] {
  return wide.flatMap((table) =>
    columnsOf(model, table)
      .filter(({dynamic, holds, definition}) => dynamic && holds === "number" && definition.kind !== "previous")
      .map(({id}) => id)
  );
}

/** The name of a driver in tables: its cell, in letters, digits and underscores. */
function driverName(cell: string): string {
  return cell.replaceAll(/[^a-z0-9]+/g, "_");
}

/** The uncertain inputs. */
export const driverTable = recordTableOf<{model: Model; inputs: Inputs; drivers: readonly Driver[]}>()({
  name: "driver",
  description: "Every uncertain assumption behind a headline figure.",
  fields: {
    driver: ["text", "", "Name of the driver, as in the tables draw and swing"],
    cell: ["text", "", "Cell of the assumptions"],
    title: ["text", "", "Description"],
    unit: ["text", "", "Unit of the numbers"],
    low: ["number", "", "Low end of the range"],
    central: ["number", "", "Central value"],
    high: ["number", "", "High end of the range"],
    distribution: ["text", "", "Distribution"],
    place: ["text", "", "File and line of the assumption"]
  },
  rows: ({model, inputs, drivers}) =>
    drivers.map(({cell, column, row, low, central, high, family}) => ({
      driver: driverName(cell),
      cell,
      title: model.columns.get(column)!.doc,
      unit: model.columns.get(column)!.unit.text,
      low,
      central,
      high,
      distribution: family,
      place: inputs[column.split(".")[0]!]!.columns[column.split(".")[1]!]!.provenance![row]!.place
    })),
  cells: {kind: "about", cell: "{cell}", columns: []}
});

/** A completed study, with the drivers' values in its draws. */
export interface Drawn {
  model: Model;
  study: Study;
  drivers: readonly Driver[];
  draws: Draws;
}

/** Headline figures and the drivers behind them, draw by draw, in the first and the last month. */
export function drawTable({model, study, drivers, draws}: Drawn, values: readonly Float64Array[]): PublishedTable {
  const inputs = drivers.map((driver, i): PublishedColumn => {
    const {doc, unit} = model.columns.get(driver.column)!;
    return number(driverName(driver.cell), unit.text, `${driver.cell}: ${doc}`, values[i]!);
  });
  const outputs = [0, study.months - 1].flatMap((month, last) =>
    figures.map(({column, title}) =>
      number(
        last ? `${column}_last` : column,
        model.columns.get(`economy.${column}`)!.unit.text,
        `${title} in the ${last ? "last" : "first"} month`,
        outputOf(study, draws, `economy.${column}`, month)
      )
    )
  );
  const place = number(
    "draw",
    "1",
    "Number of the draw, from 0",
    Float64Array.from({length: draws.to}, (_, i) => i)
  );
  return {
    name: "draw",
    description: "Draws of the reference scenario: headline figures and their most influential assumptions.",
    cells: {kind: "none"},
    columns: [place, ...outputs, ...inputs]
  };
}

/** The shares of draws at which quantiles are published. */
const shares = [0.05, 0.25, 0.5, 0.75, 0.95];

/** Quantiles of every monthly series of sectors and of the economy. */
export const quantileTable = recordTableOf<QuantileSource>()({
  name: "quantile",
  description: "Monthly series of the reference scenario at 5, 25, 50, 75 and 95 % of draws.",
  fields: {
    date: ["date", "", "Month"],
    table: ["text", "", "Table of the series"],
    key: ["text", "", "Row of the series"],
    column: ["text", "", "Column of the series"],
    unit: ["text", "", "Unit of the values"],
    p05: ["number", "", "5th percentile over draws, to 0.4 %"],
    p25: ["number", "", "25th percentile"],
    p50: ["number", "", "50th percentile"],
    p75: ["number", "", "75th percentile"],
    p95: ["number", "", "95th percentile"]
  },
  rows: quantileRecords,
  cells: {kind: "about", cell: "{table}[{key}].{column}", columns: []}
});

/** A study with the counts of its series. */
export interface QuantileSource extends Pick<Drawn, "model" | "study"> {
  sketches: Sketches;
}

function quantileRecords({model, study, sketches}: QuantileSource) {
  let place = 0;
  return study.series.flatMap((id) => {
    const {table, name, unit} = model.columns.get(id)!;
    return Array.from({length: study.months}, (_, month) =>
      keysOf({model, inputs: study.inputs}, table.name).map((key) => {
        const [p05, p25, p50, p75, p95] = sketches.quantiles(place++, shares) as [
          number,
          number,
          number,
          number,
          number
        ];
        const date = dateAt(study, month);
        return {date, table: table.name, key, column: name, unit: unit.text, p05, p25, p50, p75, p95};
      })
    ).flat();
  });
}

/** Each figure with one driver at either end of its range and all others at their central values. */
export const swingTable = recordTableOf<{study: Study; swings: readonly OutputSwings[]}>()({
  name: "swing",
  description: "One-at-a-time sensitivity: headline figures with each driver at either end of its range.",
  fields: {
    figure,
    date,
    driver: ["text", "", "Driver that is varied"],
    central: ["number", "", "The figure in the central case"],
    at_low: ["number", "", "The figure with the driver at its low end"],
    at_high: ["number", "", "The figure with the driver at its high end"]
  },
  rows: ({study, swings: outputs}) =>
    outputs.flatMap(({output, month, central, swings}) =>
      swings
        .filter(({at_low, at_high}) => at_low !== central || at_high !== central)
        .map(({driver, at_low, at_high}) => ({
          figure: figureOf(output),
          date: dateAt(study, month),
          driver: driverName(driver.cell),
          central,
          at_low,
          at_high
        }))
    ),
  cells: {kind: "about", cell: "economy.{figure}", columns: []}
});

const share = (doc: string) => ["number", "share", doc] as const;

/** The share of each figure's variance that each factor explains. */
export const sensitivityTable = recordTableOf<{study: Study; indices: readonly OutputIndices[]}>()({
  name: "sensitivity",
  description: "Sobol' indices: how much of each headline figure's variance each assumption explains.",
  fields: {
    figure,
    date,
    factor: ["text", "", "A driver's cell, or drivers that are correlated and vary together"],
    title: ["text", "", "Description"],
    rank: [
      "number",
      "1",
      "One more than the number of factors that certainly explain a larger share; equal ranks cannot be told apart"
    ],
    first: share("Share of the figure's variance explained by the factor alone, between 0 and its total"),
    first_low: share("5th percentile of the bootstrap"),
    first_high: share("95th percentile"),
    first_raw: share("The estimate before it was bounded"),
    first_resolved: ["text", "", "Whether the draws resolve it: true or false"],
    total: share("Share explained including its interactions"),
    total_low: share("5th percentile of the bootstrap"),
    total_high: share("95th percentile"),
    total_raw: share("The estimate before it was bounded"),
    total_resolved: ["text", "", "Whether the draws resolve it: true or false"],
    rows: ["number", "1", "Rows of each matrix of draws"],
    seed: ["number", "1", "Seed of the draws"]
  },
  rows: ({study, indices}) =>
    indices.flatMap(({output, month, rows, seed, factors}) =>
      factors.map(({factor, title, rank, first, total}) => ({
        figure: figureOf(output),
        date: dateAt(study, month),
        factor,
        title,
        rank,
        first: first.estimate,
        first_low: first.low,
        first_high: first.high,
        first_raw: first.raw,
        first_resolved: first.resolved,
        total: total.estimate,
        total_low: total.low,
        total_high: total.high,
        total_raw: total.raw,
        total_resolved: total.resolved,
        rows,
        seed
      }))
    ),
  cells: {kind: "about", cell: "economy.{figure}", columns: []}
});

/** The correlations between inputs. */
export const correlationTable = recordTableOf<readonly Correlation[]>()({
  name: "correlation",
  description: "Correlations between uncertain assumptions.",
  fields: {
    key: ["text", "", "Name of the correlation"],
    first: ["text", "", "Cell, or every row of a column"],
    second: ["text", "", "Cell correlated with it"],
    rank_correlation: ["number", "1", "Spearman's rank correlation"],
    source: ["text", "", "Sources, or judgement"],
    note: ["text", "", "Why"],
    place: ["text", "", "File and line of the correlation"]
  },
  rows: (correlations) => correlations
});

/** The column of `economy.column`. */
function figureOf(output: string): string {
  return output.slice(output.indexOf(".") + 1);
}

function number(name: string, unit: string, description: string, values: Float64Array): PublishedColumn {
  return {name, type: "number", unit, description, values: Array.from(values)};
}
