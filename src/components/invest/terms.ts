import type {Cell, Terms} from "../../lib/finance/project-inputs.js";
import type {Family} from "../../lib/sheet/inputs.js";
import {numberIn, textIn} from "../row-values.js";
import type {Row} from "../tables.js";

/** The tables in which a project's terms are looked up: those of a run by name, rows of one scenario, and `assumption`. */
export type TermTables = Readonly<Record<string, readonly Row[]>> & {readonly assumption: readonly Row[]};

/** The terms of projects, read from published tables. */
export function termsOf(tables: TermTables): Terms {
  const typed = new Map(tables.assumption.map((row) => [place(row.table, row.key, row.column), row]));
  const first = new Map<string, Row>();
  for (const [table, rows] of Object.entries(tables))
    for (const row of rows) if (!first.has(place(table, row.key))) first.set(place(table, row.key), row);
  return {
    keys: (table) => [...new Set((tables[table] ?? []).map((row) => textIn(row, "key")))],
    cell: (table, key, column) => {
      const row = typed.get(place(table, key, column));
      return row ? rangedCell(row) : {value: valueOf(first.get(place(table, key)), column)};
    },
    prices: (accelerator) => pricesOf(tables.cluster ?? [], accelerator)
  };
}

function place(...parts: unknown[]): string {
  return parts.join("\n");
}

function rangedCell(row: Row): Cell {
  const [low, central, high] = [numberIn(row, "low"), numberIn(row, "central"), numberIn(row, "high")];
  const family = textIn(row, "distribution") as Family;
  const {source, note} = {source: textIn(row, "source"), note: textIn(row, "note")};
  return {value: central, provenance: {low, high, family, sources: [source], note, place: textIn(row, "place")}};
}

function valueOf(row: Row | undefined, column: string): number | string | null {
  const value = row?.[column];
  return typeof value === "number" || typeof value === "string" ? value : null;
}

function pricesOf(clusters: readonly Row[], accelerator: string): number[] {
  const [one] = clusters.filter((row) => row.accelerator === accelerator);
  return one ? clusters.filter(({key}) => key === one.key).map((row) => numberIn(row, "on_demand_price")) : [];
}
