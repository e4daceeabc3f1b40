import {checkFormula} from "./check.js";
import type {AnyColumn} from "./column.js";
import {fail, knownNames, quoted} from "./error.js";
import {names, parts, print, type Expression} from "./expression.js";
import type {SheetFunction} from "./functions.js";
import {dependencyOrder} from "./order.js";
import {parseFormula} from "./parse.js";
import type {Table} from "./table.js";
import {one, parseUnit, type Unit} from "./unit.js";

/** How a column reads another: in its own row, through a reference, over many rows, last month, or as a parameter. */
export type Through = "row" | "ref" | "rows" | "previous" | "parameter";

export interface Reading {
  column: ModelColumn;
  through: Through;
}

/** A linked column: definition, unit, parsed formula, and what it reads. */
export interface ModelColumn {
  /** `table.column` */
  id: string;
  table: Table<object>;
  name: string;
  definition: AnyColumn;
  doc: string;
  holds: "number" | "text" | "ref";
  /** The table that a `ref` column refers to. */
  target?: Table<object>;
  unit: Unit;
  /** The formula's text, for drawings, and its expression. */
  text?: string;
  expression?: Expression;
  reads: Reading[];
  /** For a rollup, the other table's reference that points here; undefined if this table has one row. */
  by?: ModelColumn;
  /** Whether it may change over time. */
  dynamic: boolean;
}

/** Linked, unit-checked and ordered tables, ready for `evaluate`. */
export interface Model {
  tables: Table<object>[];
  /** The one-row table that formulas see as their second parameter. */
  parameter: Table<object>;
  functions: Record<string, SheetFunction>;
  columns: ReadonlyMap<string, ModelColumn>;
  /** All columns, each after those that it reads in the same month. */
  order: ModelColumn[];
}

/**
 * Links tables to a model; `changes` are definitions, by `table.column`, that replace or extend the tables' own. Throws
 * a `DefinitionError` for an unknown column or function, a unit mismatch, an ambiguous rollup or a cycle.
 */
export function model(
  tables: Table<object>[],
  parameter: Table<object>,
  functions: Record<string, SheetFunction>,
  changes: ReadonlyMap<string, AnyColumn> = new Map()
): Model {
  const all = [parameter, ...tables.filter((table) => table !== parameter)];
  const links = new Links(all, parameter, functions, changes);
  const columns = new Map([...links.columns].map(([id]) => [id, links.settle(id)]));
  for (const column of columns.values()) links.connect(column);
  const order = dependencyOrder([...columns.values()]);
  for (const column of order) checkFormula(column, columns, parameter, functions);
  for (const column of order) column.dynamic = isDynamic(column);
  return {tables: all, parameter, functions, columns, order};
}

/** The columns of a table, in the order of their definition. */
export function columnsOf(model: Model, table: string): ModelColumn[] {
  return [...model.columns.values()].filter((column) => column.table.name === table);
}

/** The columns that read this one. */
export function readersOf(model: Model, column: ModelColumn): ModelColumn[] {
  return [...model.columns.values()].filter(({reads}) => reads.some((reading) => reading.column === column));
}

/** A column's rule as text: a formula in neutral notation, or the wording of a lookup, rollup or previous column. */
export function rule({definition, expression}: Pick<ModelColumn, "definition" | "expression">): string {
  switch (definition.kind) {
    case "formula":
      return print(expression!);
    case "lookup":
      return `${definition.via} → ${definition.column}`;
    case "rollup": {
      const weight = definition.weight ? ` weighted by ${definition.weight}` : "";
      return `${definition.aggregate}(${definition.table().name}.${definition.column})${weight}`;
    }
    case "previous":
      return `previous(${definition.column}), at first ${definition.initial}`;
    default:
      return "";
  }
}

class Links {
  readonly columns = new Map<string, ModelColumn>();
  private readonly settled = new Set<string>();

  constructor(
    readonly tables: Table<object>[],
    readonly parameter: Table<object>,
    readonly functions: Record<string, SheetFunction>,
    changes: ReadonlyMap<string, AnyColumn>
  ) {
    for (const table of tables) {
      const added = [...changes]
        .filter(([id]) => id.startsWith(`${table.name}.`))
        .map(([id, one]) => [id.slice(table.name.length + 1), one] as const);
      const columns = new Map([...Object.entries(table.columns), ...added]);
      for (const [name, definition] of columns) this.add(table, name, definition);
    }
  }

  private add(table: Table<object>, name: string, definition: AnyColumn): void {
    const id = `${table.name}.${name}`;
    if (this.columns.has(id)) fail({place: id, problem: "defined twice: table names must differ"});
    this.columns.set(id, {
      id,
      table,
      name,
      definition,
      doc: definition.doc,
      holds: "number",
      unit: one,
      reads: [],
      dynamic: false
    });
  }

  /** Derives a column's type, unit and description, following lookups and rollups to their origin. */
  settle(id: string): ModelColumn {
    const column = this.columns.get(id)!;
    if (this.settled.has(id)) return column;
    this.settled.add(id);
    const {definition} = column;
    switch (definition.kind) {
      case "input":
        column.holds = definition.type === "text" ? "text" : "number";
        column.unit = definition.type === "text" ? {...one, text: ""} : parseUnit(definition.unit, id);
        break;
      case "formula":
        column.unit = parseUnit(definition.unit, id);
        Object.assign(column, parseFormula(definition.formula, id));
        break;
      case "ref":
        this.refer(column, this.known(definition.table(), column));
        break;
      case "lookup":
        this.inherit(column, this.find(this.follow(column, definition.via), definition.column, column));
        break;
      case "rollup":
        this.settleRollup(column, definition);
        break;
      case "previous":
        this.inherit(column, this.find(column.table, carried(definition, column.name), column));
    }
    return column;
  }

  private settleRollup(column: ModelColumn, definition: Extract<AnyColumn, {kind: "rollup"}>): void {
    const source = this.find(definition.table(), definition.column, column);
    if (definition.aggregate === "argmax" || definition.aggregate === "argmin") this.refer(column, source.table);
    else this.inherit(column, source);
    if (definition.aggregate === "count") column.unit = one;
    if (!column.doc) column.doc = source.doc;
  }

  private refer(column: ModelColumn, target: Table<object>): void {
    column.holds = "ref";
    column.target = target;
    column.unit = {...one, text: ""};
  }

  private inherit(column: ModelColumn, {holds, target, unit, doc}: ModelColumn): void {
    column.holds = holds;
    if (target) column.target = target;
    column.unit = unit;
    column.doc ||= doc;
  }

  private follow(column: ModelColumn, via: string): Table<object> {
    const reference = this.find(column.table, via, column);
    return reference.target ?? fail({place: column.id, problem: `"${via}" is not a reference`});
  }

  private known(table: Table<object>, from: ModelColumn): Table<object> {
    if (this.tables.includes(table)) return table;
    return fail({place: from.id, problem: `the table "${table.name}" is not part of the model`});
  }

  find(table: Table<object>, name: string, from: ModelColumn): ModelColumn {
    const id = `${this.known(table, from).name}.${name}`;
    if (this.columns.has(id)) return this.settle(id);
    return fail({
      place: from.id,
      problem: `unknown column ${quoted(name)} of ${table.name}`,
      hints: knownNames("column", name, Object.keys(table.columns))
    });
  }

  /** Records what a settled column reads. */
  connect(column: ModelColumn): void {
    const {definition, table, expression} = column;
    const read = (source: ModelColumn, through: Through): number => column.reads.push({column: source, through});
    switch (definition.kind) {
      case "formula":
        for (const name of names(expression!, "column")) read(this.findRead(column, table, name, "column"), "row");
        for (const name of names(expression!, "parameter"))
          read(this.findRead(column, this.parameter, name, "parameter"), "parameter");
        break;
      case "lookup":
        read(this.find(table, definition.via, column), "row");
        read(this.find(this.follow(column, definition.via), definition.column, column), "ref");
        break;
      case "rollup":
        for (const name of [definition.column, definition.weight])
          if (name) read(this.find(definition.table(), name, column), "rows");
        this.group(column, definition);
        break;
      case "previous":
        read(this.find(table, definition.column, column), "previous");
        if (typeof definition.initial === "string") read(this.find(table, definition.initial, column), "row");
    }
  }

  private findRead(from: ModelColumn, table: Table<object>, name: string, type: "column" | "parameter"): ModelColumn {
    const found = this.columns.get(`${table.name}.${name}`);
    if (found) return found;
    const {start, end} = occurrence(from.expression!, type, name);
    const hints = knownNames(type, name, Object.keys(table.columns));
    return fail({place: from.id, problem: `unknown ${type} ${quoted(name)}`, text: from.text!, start, end, hints});
  }

  /** Finds the other table's reference that points to this one. */
  private group(column: ModelColumn, definition: Extract<AnyColumn, {kind: "rollup"}>): void {
    if (column.table.single) return;
    const source = definition.table();
    const pointing = Object.keys(source.columns).filter(
      (name) => this.find(source, name, column).target === column.table
    );
    const by = definition.by ?? (pointing.length === 1 ? pointing[0] : undefined);
    const problem = `${pointing.length || "no"} references of ${source.name} point to ${column.table.name}`;
    if (!by || !pointing.includes(by))
      fail({place: column.id, problem, hints: [`choose one with {by: …}: ${pointing.join(", ") || "none"}`]});
    column.by = this.find(source, by, column);
    column.reads.push({column: column.by, through: "rows"});
  }
}

function occurrence(e: Expression, type: "column" | "parameter", name: string): {start: number; end: number} {
  const found = search(e, type, name);
  return {start: found?.start ?? 0, end: found?.end ?? 1};
}

function search(e: Expression, type: string, name: string): Expression | undefined {
  if (e.type === type && "name" in e && e.name === name) return e;
  for (const part of parts(e)) {
    const found = search(part, type, name);
    if (found) return found;
  }
  return undefined;
}

/** The column that determines a previous column's type: for one that carries itself forward, its initial column. */
function carried({column, initial}: Extract<AnyColumn, {kind: "previous"}>, name: string): string {
  return column === name && typeof initial === "string" ? initial : column;
}

function isDynamic({definition, reads, name}: ModelColumn): boolean {
  if (definition.kind === "input") return definition.type === "clock" && name === "month";
  return definition.kind === "previous" || reads.some(({column}) => column.dynamic);
}
