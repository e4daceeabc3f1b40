import {columnsOf, rule, type ModelColumn} from "../../lib/sheet/model.js";
import {dateOf, monthsOf} from "../../lib/sheet/inputs.js";
import {keysOf} from "../../lib/sheet/run.js";
import {cellId, columnsInOrder, isTyped, settingsOf, sheetCell, type SheetCell} from "./cells.js";
import type {Computed} from "./store.js";

/** A heading of a grid's row or column. */
export interface Heading {
  /** `table.column` or a row's key, by which a layout is remembered. */
  id: string;
  title: string;
  unit: string;
  doc: string;
  /** How its column is computed: `ƒ`, `→`, `Σ`, `↶`; empty for inputs. */
  mark: string;
  numeric: boolean;
  typed: boolean;
  /** Description of a line in a list, shown beside its cells. */
  sentence?: string;
}

/** What a grid shows: headings, and cells on demand. */
export interface GridModel {
  label: string;
  /** The corner: the name and number of the rows. */
  corner: {title: string; unit: string};
  columns: readonly Heading[];
  rows: readonly Heading[];
  cellAt: (row: number, column: number) => SheetCell;
  /** The model's column and row of a grid cell. */
  placeOf: (row: number, column: number) => {column: ModelColumn; row: number; month: number};
}

/** What a table shows, and how. */
export interface TableView {
  table: string;
  month: number;
  /** The columns, by name. */
  columns: readonly string[];
  sort?: {column: string; down: boolean} | undefined;
  /** By column, a filter on the rows: a text to contain, or a comparison such as `> 3`. */
  filters: Readonly<Record<string, string>>;
  /** The keys of the rows to show; all by default. */
  rows?: readonly string[];
  /** Columns to show over the months, for all rows. */
  months: readonly string[];
}

/** A table of the model as a grid: rows down, columns across; a one-row table is shown as a list. */
export function tableGrid(computed: Computed, view: TableView): GridModel {
  const columns = shownColumns(computed, view);
  const {single, name} = columns[0]?.table ?? {single: false, name: view.table};
  if (view.months.length > 0) return monthsAcross(computed, view, columns);
  if (single) return listOf(computed, view, columns);
  const rows = rowsOf(computed, view);
  const place = (row: number, column: number) => ({column: columns[column]!, row: rows[row]!, month: view.month});
  return {
    label: name,
    corner: {title: words(name), unit: countOf(rows.length, keysOf(computed.run, name).length)},
    columns: columns.map(columnHeading),
    rows: rows.map((row) => keyHeading(computed, name, keysOf(computed.run, name)[row]!)),
    placeOf: place,
    cellAt: (row, column) => sheetCell(computed, columns[column]!, rows[row]!, view.month)
  };
}

/** A name as words. */
export function words(name: string): string {
  return name.replaceAll("_", " ");
}

/** A sign before the name that says how a column is computed. */
function markOf(column: ModelColumn): string {
  return isTyped(column) ? "" : (marks[column.definition.kind] ?? "");
}

const marks: Readonly<Record<string, string>> = {formula: "ƒ", lookup: "→", rollup: "Σ", previous: "↶"};

/** A unit for a heading: the table for a reference, nothing for a pure ratio. */
export function unitOf({holds, target, unit, definition}: ModelColumn): string {
  if (holds === "ref") return `→ ${words(target!.name)}`;
  if (holds === "text") return "text";
  if (definition.kind === "input" && definition.type === "date") return "date";
  return unit.text === "1" ? "ratio" : unit.text;
}

function columnHeading(column: ModelColumn): Heading {
  const {id, name, doc, holds} = column;
  return {
    id,
    title: words(name),
    unit: unitOf(column),
    doc: rule(column) === "" ? doc : `${doc} = ${rule(column)}`,
    mark: markOf(column),
    numeric: holds === "number",
    typed: isTyped(column)
  };
}

/** The heading of a row, which says so if the reader added it. */
function keyHeading({state}: Computed, table: string, key: string): Heading {
  const added = settingsOf(state.own).get(`${table}[${key}]`);
  return added === undefined ? rowHeading(key) : {...rowHeading(key), unit: "new", doc: `new, ${added}`};
}

function rowHeading(key: string): Heading {
  return {id: key, title: key, unit: "", doc: "", mark: "", numeric: false, typed: false};
}

function shownColumns(computed: Computed, {table, columns}: TableView): ModelColumn[] {
  const all = new Map(columnsInOrder(computed, table).map((column) => [column.name, column]));
  return columns.length === 0 ? [...all.values()] : columns.flatMap((name) => all.get(name) ?? []);
}

/** The rows of a view, in its order. */
function rowsOf(computed: Computed, {table, sort, filters, month, rows: chosen}: TableView): number[] {
  const {run} = computed;
  const columns = new Map(columnsOf(run.model, table).map((column) => [column.name, column]));
  const all = keysOf(run, table).map((key, row) => ({key, row}));
  const rows = all.filter(({key}) => chosen?.includes(key) ?? true).map(({row}) => row);
  const tests = Object.entries(filters).flatMap(([name, text]) => {
    const column = columns.get(name);
    return column && text.trim() !== "" ? [{column, passes: filterOf(text)}] : [];
  });
  const kept = rows.filter((row) =>
    tests.every(({column, passes}) => {
      const {text, copied} = sheetCell(computed, column, row, month);
      return passes(text, Number(copied));
    })
  );
  const by = sort && columns.get(sort.column);
  if (!by) return kept;
  const value = (row: number): string => sheetCell(computed, by, row, month).copied;
  const order = kept.map((row) => ({row, value: value(row)})).sort((a, b) => compare(a.value, b.value));
  return (sort.down ? order.reverse() : order).map(({row}) => row);
}

/** Empty cells come last. */
function compare(a: string, b: string): number {
  if (a === "" || b === "") return a === b ? 0 : a === "" ? 1 : -1;
  const difference = Number(a) - Number(b);
  return Number.isNaN(difference) ? a.localeCompare(b) : difference;
}

/** Parses a filter: `> 3`, `<= 0.5`, `= b200`, or a text to contain. */
export function filterOf(text: string): (shown: string, value: number) => boolean {
  const [, operator, operand = ""] = /^\s*(<=|>=|<|>|=)\s*(.+?)\s*$/.exec(text) ?? [];
  const bound = Number(operand);
  switch (operator) {
    case "<":
      return (_, value) => value < bound;
    case ">":
      return (_, value) => value > bound;
    case "<=":
      return (_, value) => value <= bound;
    case ">=":
      return (_, value) => value >= bound;
    case "=":
      return (shown, value) => shown === operand || value === bound;
    default: {
      const wanted = text.trim().toLowerCase();
      return (shown) => shown.toLowerCase().includes(wanted);
    }
  }
}

/** A one-row table as a list: one line per column, with value, unit and description. */
function listOf(computed: Computed, view: TableView, columns: readonly ModelColumn[]): GridModel {
  const shown = columns.filter((column) =>
    Object.entries(view.filters).every(([, text]) => filterOf(text)(words(column.name), NaN))
  );
  const heading: Heading = {...rowHeading("value"), numeric: true, typed: true};
  return {
    label: view.table,
    corner: {title: words(view.table), unit: countOf(shown.length, columns.length)},
    columns: [heading],
    rows: shown.map((column) => ({...columnHeading(column), sentence: column.doc})),
    placeOf: (row) => ({column: shown[row]!, row: 0, month: view.month}),
    cellAt: (row) => sheetCell(computed, shown[row]!, 0, view.month)
  };
}

/** The chosen columns over the months: a line for each row and column. */
function monthsAcross(computed: Computed, view: TableView, columns: readonly ModelColumn[]): GridModel {
  const {run} = computed;
  const chosen = columns.filter(({name}) => view.months.includes(name));
  const rows = rowsOf(computed, view);
  const lines = chosen.flatMap((column) => rows.map((row) => ({column, row})));
  const keys = keysOf(run, view.table);
  const name = ({column, row}: (typeof lines)[number]): string =>
    column.table.single ? words(column.name) : chosen.length === 1 ? keys[row]! : `${keys[row]}, ${words(column.name)}`;
  const [first] = chosen;
  return {
    label: `${view.table}, months`,
    corner:
      chosen.length === 1
        ? {title: words(first!.name), unit: unitOf(first!)}
        : {title: words(view.table), unit: `${chosen.length} columns`},
    columns: Array.from({length: run.months}, (_, month) => ({
      ...rowHeading(dateOf(monthsOf(run.start) + month)),
      numeric: true
    })),
    rows: lines.map((line) => ({
      ...columnHeading(line.column),
      id: cellId(computed, line.column, line.row),
      title: name(line),
      unit: chosen.length === 1 ? "" : unitOf(line.column),
      mark: ""
    })),
    placeOf: (row, month) => ({...lines[row]!, month}),
    cellAt: (row, month) => sheetCell(computed, lines[row]!.column, lines[row]!.row, month)
  };
}

function countOf(shown: number, all: number): string {
  const rows = `${all.toLocaleString("en")} ${all === 1 ? "row" : "rows"}`;
  return shown === all ? rows : `${shown.toLocaleString("en")} of ${rows}`;
}
