import {columnsOf, dateOf, keysOf, monthsOf, valueAt, type ModelColumn, type Run} from "../sheet/index.js";
import type {PublishedColumn, PublishedTable} from "./published.js";
import {recordTableOf} from "./records.js";

/** A run and the name of its scenario. */
export interface NamedRun {
  scenario: string;
  run: Run;
}

/**
 * The tables of a model over the runs of several scenarios: one row per scenario, key and, if anything in the table
 * changes over time, month. A missing cell is null; `missingTable` gives the reason.
 */
export function runTables(runs: readonly NamedRun[]): PublishedTable[] {
  const [first] = runs;
  return first ? first.run.model.tables.map(({name}) => runTableOf(runs, name)) : [];
}

/** A single table of several runs. */
export function runTableOf(runs: readonly NamedRun[], name: string): PublishedTable {
  const {doc} = runs[0]!.run.model.tables.find((table) => table.name === name)!;
  return {name, description: doc, cells: {kind: "row", row: `${name}[{key}]`}, columns: columnsFor(name, runs)};
}

/** A table of a run without a scenario: one row per key, with values of the first month. */
export function runTable(run: Run, name: string): PublishedTable {
  const {doc} = run.model.tables.find((table) => table.name === name)!;
  const places = placesOf({scenario: "", run}, name, false);
  const key = textColumn("key", "Row", places, ({row}) => keysOf(run, name)[row]!);
  const columns = columnsOf(run.model, name).map((column) => publish(column, places, false));
  return {name, description: doc, cells: {kind: "none"}, columns: [key, ...columns]};
}

/** Every missing cell with its reason, each reason once, in its first month. */
export const missingTable = recordTableOf<readonly NamedRun[]>()({
  name: "missing",
  description: "Cells without a value, and why.",
  fields: {
    scenario: ["text", "", "Scenario"],
    table: ["text", "", "Table of the cell"],
    key: ["text", "", "Row of the cell"],
    column: ["text", "", "Column of the cell"],
    month: ["number", "month", "First month without a value"],
    kind: ["text", "", "Kind of reason"],
    origin: ["text", "", "Cell in which the value first went missing"],
    reason: ["text", "", "Why the value is missing"]
  },
  rows: (runs) => runs.flatMap(missingCells)
});

interface Place {
  run: NamedRun;
  row: number;
  month: number;
}

function columnsFor(table: string, runs: readonly NamedRun[]): PublishedColumn[] {
  const columns = [
    ...new Map(runs.flatMap(({run}) => columnsOf(run.model, table).map((column) => [column.id, column]))).values()
  ];
  const dynamic = columns.some((column) => column.dynamic);
  const places = runs.flatMap((run) => placesOf(run, table, dynamic));
  return [
    textColumn("scenario", "Scenario of the run", places, ({run}) => run.scenario),
    textColumn("key", "Row", places, ({run, row}) => keysOf(run.run, table)[row]!),
    ...(dynamic ? [dateColumn(places)] : []),
    ...columns.map((column) => publish(column, places, dynamic))
  ];
}

function textColumn(
  name: string,
  description: string,
  places: readonly Place[],
  value: (place: Place) => string
): PublishedColumn {
  return {name, type: "text", unit: "", description, values: places.map(value)};
}

function placesOf(run: NamedRun, table: string, dynamic: boolean): Place[] {
  const rows = keysOf(run.run, table).map((_, row) => row);
  return Array.from({length: dynamic ? run.run.months : 1}, (_, month) =>
    rows.map((row) => ({run, row, month}))
  ).flat();
}

function dateColumn(places: readonly Place[]): PublishedColumn {
  return {
    name: "date",
    type: "date",
    unit: "",
    description: "Month",
    values: places.map(({run, month}) => dateAt(run.run, month))
  };
}

/** The date of a month of a run, YYYY-MM. */
export function dateAt({start}: Pick<Run, "start">, month: number): string {
  return dateOf(monthsOf(start) + month);
}

function publish(column: ModelColumn, places: readonly Place[], dynamic: boolean): PublishedColumn {
  const {definition, holds} = column;
  const date = definition.kind === "input" && definition.type === "date";
  const type = date ? "date" : holds === "number" ? "number" : "text";
  const values = places.map(({run, row, month}) => {
    if (!run.run.cells.has(column.id)) return null;
    const value = valueAt(run.run, column.id, row, dynamic ? month : 0);
    return typeof value === "object" ? null : date && typeof value === "number" ? dateOf(value) : value;
  });
  return {name: column.name, type, unit: type === "number" ? column.unit.text : "", description: column.doc, values};
}

function missingCells({scenario, run}: NamedRun) {
  return [...run.cells].flatMap(([id, {faults}]) => {
    const {table, name} = run.model.columns.get(id)!;
    const seen = new Set<number>();
    return [...faults].flatMap(([month, cells]) =>
      [...cells].flatMap(([row, {kind, cell, message}]) => {
        if (seen.has(row)) return [];
        seen.add(row);
        return [
          {
            scenario,
            table: table.name,
            key: keysOf(run, table.name)[row]!,
            column: name,
            month,
            kind,
            origin: cell,
            reason: message
          }
        ];
      })
    );
  });
}
