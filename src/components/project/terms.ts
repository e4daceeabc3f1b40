import type {Cell, Terms} from "../../lib/finance/project-inputs.js";
import type {Family} from "../../lib/sheet/inputs.js";
import {parseQuantity} from "../../lib/sheet/quantity.js";
import {of} from "../rows/filter.js";
import {numberIn, rowOf, textIn} from "../rows/row-values.js";
import type {Row, RowOf, Rows, RowsOf} from "../rows/table-types.js";

/** The tables of projects' terms by name, each of all scenarios. */
export type Tables = {readonly [N in TableName]: RowsOf<N>};

type TableName = "assumption" | "scenario" | "accelerator" | "facility" | "region" | "orchestrator" | "cluster";

/** The terms of projects in a scenario. */
export function termsIn({assumption, scenario: scenarios, ...run}: Tables, scenario: string): Terms {
  const rows = Object.entries<Rows>(run).map(([name, table]) => [name, of(table, scenario)] as const);
  const changes = textIn(
    rowOf(scenarios, ({name}) => name === scenario),
    "changes"
  );
  return termsOf({...Object.fromEntries(rows), assumption}, changes);
}

/** The terms of projects by scenario, each read once: the tables hold all months of all scenarios. */
export function termsByScenario(tables: Tables): (scenario: string) => Terms {
  const known = new Map<string, Terms>();
  return (scenario) => {
    const terms = known.get(scenario) ?? termsIn(tables, scenario);
    known.set(scenario, terms);
    return terms;
  };
}

/** The tables that hold a project's terms: those of a run by name, rows of one scenario, and `assumption`. */
type TermTables = Readonly<Record<string, readonly Row[]>> & {
  readonly assumption: readonly RowOf<"assumption">[];
};

/** The terms of projects in a scenario, read from published tables; `changes` is what the scenario sets. */
function termsOf(tables: TermTables, changes: string): Terms {
  const inputs = new Map(tables.assumption.map((row) => [place(row.table, row.key, row.column), rangedCell(row)]));
  for (const [where, cell] of changedCells(changes)) inputs.set(where, cell);
  const first = new Map<string, Row>();
  for (const [table, rows] of Object.entries(tables))
    for (const row of rows) if (!first.has(place(table, row.key))) first.set(place(table, row.key), row);
  return {
    keys: (table) => [...new Set((tables[table] ?? []).map((row) => textIn(row, "key")))],
    cell: (table, key, column) => {
      return inputs.get(place(table, key, column)) ?? {value: valueOf(first.get(place(table, key)), column)};
    },
    prices: (accelerator) => pricesOf(tables.price_book ?? [], accelerator)
  };
}

function place(...parts: unknown[]): string {
  return parts.join("\n");
}

function rangedCell(row: RowOf<"assumption">): Cell {
  return {
    value: numberIn(row, "central"),
    provenance: {
      low: numberIn(row, "low"),
      high: numberIn(row, "high"),
      family: textIn(row, "distribution") as Family,
      sources: textIn(row, "source").split(/;\s*/),
      note: textIn(row, "note"),
      place: textIn(row, "place")
    }
  };
}

/** The cells of a scenario's `changes`, written `table[row].column: value; …`. */
function changedCells(changes: string): [string, Cell][] {
  return changes.split("; ").flatMap((change): [string, Cell][] => {
    const {table, key = table, column, text = ""} = changePattern.exec(change)?.groups ?? {};
    return table === undefined ? [] : [[place(table, key, column), changedCell(text)]];
  });
}

const changePattern = /^(?<table>[a-z_0-9]+)(?:\[(?<key>[^\]]+)\])?\.(?<column>[a-z_0-9]+): (?<text>.+)$/;

function changedCell(text: string): Cell {
  if (!/^[-+.,\d\u2212]/.test(text)) return {value: text};
  const quantity = parseQuantity({text, file: "scenario", line: 0, column: ""});
  if (!quantity) return {value: null};
  const {central, low, high, family} = quantity;
  return {value: central, provenance: {low, high, family, sources: [], note: "set by the scenario", place: "scenario"}};
}

function valueOf(row: Row | undefined, column: string): number | string | null {
  const value = row?.[column];
  return typeof value === "number" || typeof value === "string" ? value : null;
}

function pricesOf(priceBook: readonly Row[], accelerator: string): number[] {
  return priceBook.filter(({key}) => key === `${accelerator}-on-demand`).map((row) => numberIn(row, "new_price"));
}
