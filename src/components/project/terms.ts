import type {Cell, Terms} from "../../lib/finance/project-inputs.js";
import type {Family} from "../../lib/sheet/inputs.js";
import {parseQuantity} from "../../lib/sheet/quantity.js";
import {cached} from "../rows/cached.js";
import {numberIn, rowOf, textIn, valueIn} from "../rows/row-values.js";
import type {assumptionColumns} from "./tables.js";
import type {Row, RowOf, Rows, RowsOf} from "../rows/table-types.js";

/** The tables behind projects' terms by name, for all scenarios, with the columns that the terms need. */
export interface Tables {
  readonly scenario: RowsOf<"scenario">;
  readonly assumption: Rows<Assumption>;
  readonly accelerator: Rows<Pick<RowOf<"accelerator">, Keys | "name" | "spot_price" | "unit_price" | "tdp">>;
  readonly facility: Rows<Pick<RowOf<"facility">, Keys | "name" | "tenure">>;
  readonly region: RowsOf<"region">;
  readonly orchestrator: RowsOf<"orchestrator">;
  readonly cluster: Rows<Pick<RowOf<"cluster">, Keys>>;
  readonly price_book: Rows<Pick<RowOf<"price_book">, Keys | "date" | "new_price">>;
  readonly tenor: Rows<Pick<RowOf<"tenor">, Keys>>;
}

type Keys = "scenario" | "key";

type Assumption = Pick<RowOf<"assumption">, (typeof assumptionColumns)[number]>;

/**
 * The terms of projects by scenario. What all scenarios share is read once; the rest only for the scenarios requested.
 */
export function termsByScenario({assumption, scenario: scenarios, ...run}: Tables): (scenario: string) => Terms {
  const typed = new Map(assumption.map((row) => [place(row.table, row.key, row.column), row]));
  const tables = run as Readonly<Record<string, readonly Row[]>>;
  const groups = cached((table: string) => byScenario(tables[table] ?? []));
  return cached((scenario) => {
    const changes = textIn(
      rowOf(scenarios, ({name}) => name === scenario),
      "changes"
    );
    return termsOf((table) => groups(table).get(scenario) ?? [], typed, new Map(changedCells(changes)));
  });
}

function byScenario(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const scenario = textIn(row, "scenario");
    const group = groups.get(scenario);
    if (group) group.push(row);
    else groups.set(scenario, [row]);
  }
  return groups;
}

/** The terms of projects in one scenario, from its tables' rows and from the inputs or the scenario's changes. */
function termsOf(
  rowsIn: (table: string) => readonly Row[],
  typed: ReadonlyMap<string, Assumption>,
  changed: ReadonlyMap<string, Cell>
): Terms {
  const firstRows = cached((table: string) => firstByKey(rowsIn(table)));
  return {
    keys: (table) => [...firstRows(table).keys()],
    cell: (table, key, column) => {
      const where = place(table, key, column);
      const row = typed.get(where);
      return changed.get(where) ?? (row ? rangedCell(row) : {value: valueOf(firstRows(table).get(key), column)});
    },
    prices: cached((accelerator) => pricesOf(rowsIn("price_book"), accelerator))
  };
}

function firstByKey(rows: readonly Row[]): Map<string, Row> {
  const first = new Map<string, Row>();
  for (const row of rows) if (!first.has(textIn(row, "key"))) first.set(textIn(row, "key"), row);
  return first;
}

function place(...parts: unknown[]): string {
  return parts.join("\n");
}

function rangedCell(row: Assumption): Cell {
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

/** The cells in a scenario's `changes`, written `table[row].column: value; …`. */
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

/** Throws for a column that was not read, which would otherwise pass for a missing term. */
function valueOf(row: Row | undefined, column: string): number | string | null {
  const value = row && valueIn(row, column);
  return typeof value === "number" || typeof value === "string" ? value : null;
}

function pricesOf(priceBook: readonly Row[], accelerator: string): number[] {
  return priceBook.filter(({key}) => key === `${accelerator}-on-demand`).map((row) => numberIn(row, "new_price"));
}
