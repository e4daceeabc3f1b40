import {
  rule,
  typedColumns,
  type Inputs,
  type Model,
  type Provenance,
  type Table,
  type TableInput
} from "../sheet/index.js";
import type {Source} from "../model/index.js";
import type {PublishedColumn, PublishedTable} from "./published.js";
import {recordTableOf} from "./records.js";
import type {NamedRun} from "./run-tables.js";

/** A model with its inputs. */
export interface TypedModel {
  model: Model;
  inputs: Inputs;
}

/** The models, and the tables of their results. */
export interface DictionarySource {
  models: readonly TypedModel[];
  results?: readonly PublishedTable[];
}

/**
 * The data dictionary: every column of models and results, with unit, description, formula, precedents and sources. For
 * a table that several models share, the first model's definition counts.
 */
export const dictionary = recordTableOf<DictionarySource>()({
  name: "columns",
  description: "Every column of every table: kind, unit, description, formula, inputs, sources.",
  fields: {
    table: ["text", "", "Table of the column"],
    column: ["text", "", "Name of the column"],
    kind: ["text", "", "input, ref, lookup, formula, rollup or previous; result for tables outside the models"],
    unit: ["text", "", "Unit of its numbers"],
    description: ["text", "", "What the column holds"],
    formula: ["text", "", "How it is computed; empty for inputs and results"],
    inputs: ["text", "", "Columns that the formula reads"],
    source: ["text", "", "Sources of its values, for inputs"]
  },
  rows: ({models, results = []}) => [
    ...models.flatMap((typed, index) => columnRecords(typed, tableNames(models.slice(0, index)))),
    ...results.filter(({name}) => !tableNames(models).has(name)).flatMap(resultRecords)
  ]
});

function tableNames(models: readonly TypedModel[]): Set<string> {
  return new Set(models.flatMap(({model}) => model.tables.map(({name}) => name)));
}

function columnRecords({model, inputs}: TypedModel, known: ReadonlySet<string>) {
  return [...model.columns.values()]
    .filter(({table}) => !known.has(table.name))
    .map((column) => ({
      table: column.table.name,
      column: column.name,
      kind: column.definition.kind,
      unit: column.unit.text,
      description: column.doc,
      formula: rule(column),
      inputs: [...new Set(column.reads.map(({column: read}) => read.id))].join(", "),
      source: sourcesOf(inputs[column.table.name]?.columns[column.name]?.provenance)
    }));
}

function resultRecords({name, columns}: PublishedTable) {
  return columns.map(({name: column, unit, description}) => ({
    ...{table: name, column, kind: "result", unit, description},
    ...{formula: "", inputs: "", source: ""}
  }));
}

/** A table with its inputs. */
export interface TypedTable {
  table: Table<object>;
  input: TableInput;
}

/** An input table as entered: one row per key. */
export function inputTable({table, input}: TypedTable): PublishedTable {
  const key = {name: "key", type: "text" as const, unit: "", description: "Row", values: input.keys};
  const columns = typedColumns(table).map(([name, column]): PublishedColumn => {
    const number = column.kind === "input" && column.type === "number";
    const {values} = input.columns[name]!;
    return {name, type: number ? "number" : "text", unit: number ? column.unit : "", description: column.doc, values};
  });
  return {name: table.name, description: table.doc, cells: {kind: "none"}, columns: [key, ...columns]};
}

/** Input tables, their sources, and the runs in which their values are cells. */
export interface AssumptionSource {
  tables: readonly TypedTable[];
  sources: readonly Source[];
  runs: readonly NamedRun[];
}

/** Every input value with its range and source. Values of tables that belong to a run link to that run's cells. */
export const assumptionTable = recordTableOf<AssumptionSource>()({
  name: "assumption",
  description: "Every input value, with unit, range, source and note; measurements have their own table.",
  fields: {
    table: ["text", "", "Table of the value"],
    key: ["text", "", "Row of the value"],
    column: ["text", "", "Column of the value"],
    unit: ["text", "", "Unit of the numbers"],
    low: ["number", "", "Low end of the range"],
    central: ["number", "", "Central value"],
    high: ["number", "", "High end of the range"],
    distribution: ["text", "", "Distribution: exact, pert, triangular, uniform, normal, lognormal, beta or discrete"],
    description: ["text", "", "What the value is"],
    source: ["text", "", "Titles of the sources, or judgement"],
    url: ["text", "", "Address of the first source"],
    date: ["text", "", "Date of the figure in the first source"],
    note: ["text", "", "Notes on the value"],
    place: ["text", "", "File and line of the value"]
  },
  rows: ({tables, sources}) => {
    const byId = new Map(sources.map((source) => [source.id, source]));
    return tables.flatMap((typed) => assumptions(typed, byId));
  },
  cells: ({runs}) => ({
    kind: "about",
    cell: "{table}[{key}].{column}",
    columns: ["central"],
    scenarios: scenariosOf(runs)
  })
});

/** The scenario of a run that has each table. */
function scenariosOf(runs: readonly NamedRun[]): Record<string, string> {
  return Object.fromEntries(runs.flatMap(({scenario, run}) => run.model.tables.map(({name}) => [name, scenario])));
}

/** The sources, with notes on what was read in them. */
export const sourceTable = recordTableOf<readonly Source[]>()({
  name: "source",
  description: "Publications behind the assumptions.",
  fields: {
    id: ["text", "", "Key of the source in the assumptions"],
    title: ["text", "", "Title"],
    url: ["text", "", "Address"],
    date: ["text", "", "Date of the figure"],
    note: ["text", "", "What was read, and how reliable it is"]
  },
  rows: (sources) => sources
});

function sourcesOf(provenance: readonly (Provenance | null)[] | undefined): string {
  return [...new Set(provenance?.flatMap((origin) => origin?.sources ?? []))].join(", ");
}

function assumptions({table, input}: TypedTable, sources: ReadonlyMap<string, Source>) {
  return typedColumns(table).flatMap(([column, definition]) => {
    const {values, provenance} = input.columns[column]!;
    return values.flatMap((value, row) => {
      const origin = provenance?.[row];
      if (typeof value !== "number" || !origin) return [];
      const {low, high, family, note, place} = origin;
      return [
        {
          table: table.name,
          key: input.keys[row]!,
          column,
          unit: definition.kind === "input" ? definition.unit : "",
          low,
          central: value,
          high,
          distribution: family,
          description: definition.doc,
          ...cite(origin.sources, sources),
          note,
          place
        }
      ];
    });
  });
}

function cite(
  ids: readonly string[],
  sources: ReadonlyMap<string, Source>
): Pick<Source, "url" | "date"> & {source: string} {
  const [first] = ids;
  const {url = "", date = ""} = sources.get(first ?? "") ?? {};
  return {source: ids.map((id) => sources.get(id)?.title ?? id).join("; "), url, date};
}
