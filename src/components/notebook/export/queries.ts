import {InputError} from "../../../lib/sheet/error.js";
import {identifier} from "../../../lib/export/sql/identifier.js";
import {statements} from "../../database/statements.js";
import {inOrder, readsOf} from "../graph.js";
import type {Cell, InputCell, Notebook, SqlCell} from "../notebook.js";
import {mentions, withReplaced} from "../sql-names.js";
import {textValues} from "../text-values.js";

/** The cells in dependency order. Throws an `InputError` for a circle. */
export function cellsInOrder(notebook: Notebook): Cell[] {
  const order = inOrder(readsOf(notebook));
  if (order.length < notebook.cells.length)
    throw new InputError("cells read each other in a circle: nothing to export");
  return order.map((name) => notebook.cells.find((cell) => cell.name === name)!);
}

/** The model's tables that the notebook's queries mention. */
export function tablesIn({cells}: Notebook, tables: readonly string[]): string[] {
  const named = new Set(
    cells.flatMap((cell) => (cell.kind === "sql" ? mentions(cell.query).tables : [])).map(({name}) => name)
  );
  const quoted = cells.flatMap((cell) =>
    cell.kind === "sql" ? Array.from(cell.query.matchAll(/\bdata\/(\w+)\.parquet/g)) : []
  );
  for (const [, name = ""] of quoted) named.add(name);
  return tables.filter((name) => named.has(name));
}

/** A cell's statements, the last of which gives its result. */
export function statementsOf({query}: SqlCell): {before: string[]; last: string} {
  const all = statements(query).map(({text}) => text.trim());
  return {before: all.slice(0, -1), last: all.at(-1) ?? ""};
}

/** Whether a statement returns rows that others can read. */
export function isQuery(statement: string): boolean {
  return /^\s*(?:--[^\n]*\n\s*)*(select|with|from|values|pivot|unpivot|table|\()/i.test(statement);
}

/**
 * A cell's query with the cells that it reads in a WITH, so that it needs no other cell. Throws an `InputError` for a
 * cell with several queries, which a single query cannot hold.
 */
export function wholeQuery(notebook: Notebook, cell: SqlCell): string {
  return withCells(notebook, [cell.name], oneQuery(cell));
}

/** A text's values as a query of one row, `v0`, `v1`; undefined if there are none. */
export function valuesQuery(notebook: Notebook, text: string): string | undefined {
  const values = textValues(text);
  if (values.length === 0) return undefined;
  const read = values.map(({reads}) => reads);
  const direct = notebook.cells.flatMap((cell) => (cell.kind === "sql" && read.includes(cell.name) ? [cell.name] : []));
  const select = `SELECT ${values.map(({sql}, i) => `${sql} AS v${i}`).join(",\n  ")}`;
  return withCells(notebook, direct, select, direct);
}

/** A query with each input replaced. */
export function withInputs(notebook: Notebook, query: string, by: (input: InputCell) => string): string {
  const inputs = new Map(notebook.cells.flatMap((cell) => (cell.kind === "input" ? [[cell.name, cell]] : [])));
  return withReplaced(query, mentions(query).inputs, (name) => {
    const input = inputs.get(name);
    if (!input) throw new InputError(`no input is called ${name}`);
    return by(input);
  });
}

function withCells(notebook: Notebook, from: readonly string[], query: string, own: readonly string[] = []): string {
  const reads = readsOf(notebook);
  const needed = new Set(from.flatMap((name) => reads.get(name) ?? []));
  for (const name of needed) for (const read of reads.get(name) ?? []) needed.add(read);
  for (const name of own) needed.add(name);
  const parts = cellsInOrder(notebook).flatMap((cell) =>
    cell.kind === "sql" && needed.has(cell.name) ? [`${identifier(cell.name)} AS (\n${oneQuery(cell)}\n)`] : []
  );
  return parts.length === 0 ? query : `WITH ${parts.join(", ")}\nFROM (\n${query}\n)`;
}

function oneQuery(cell: SqlCell): string {
  const {before, last} = statementsOf(cell);
  if (before.length > 0 || !isQuery(last))
    throw new InputError(`cell ${cell.name} is not one query: export the notebook as SQL or for Jupyter`);
  return last;
}
