import {compose} from "../../sheet/compose.js";
import {parts, type Expression} from "../../sheet/expression.js";
import type {Model, ModelColumn} from "../../sheet/index.js";
import {factor} from "../../sheet/unit.js";
import {weighedName, type SheetColumn, type SheetLayout} from "./layout.js";
import {isOneCell, keysName, rangeName} from "./names.js";
import {asNumber, excelTarget, isWritten} from "./target.js";

/** The content of a column's cells: an input, a formula or, for an algorithm that no formula can express, a value. */
export type Content =
  {kind: "input"} | {kind: "formula"; first: CellFormula; later: CellFormula} | {kind: "value"; algorithm: string};

/** The formula of a cell, given its row in the sheet. */
export type CellFormula = (row: number) => string;

/** The formulas of a workbook's columns. */
export class Formulas {
  private readonly layouts: ReadonlyMap<string, SheetLayout>;

  constructor(
    readonly model: Model,
    layouts: readonly SheetLayout[]
  ) {
    this.layouts = new Map(layouts.map((layout) => [layout.table, layout]));
  }

  content(layout: SheetLayout, {is}: SheetColumn): Content {
    switch (is.kind) {
      case "row":
        return same(this.rowNumber(layout, is.column));
      case "weighed":
        return same(this.weighed(layout, is.value, is.weight));
      case "column":
        return this.column(layout, is.column);
      default:
        return {kind: "input"};
    }
  }

  /** The columns (`table.column`) that hold values computed by algorithms. */
  values(): string[] {
    return [...this.model.columns.values()].filter((column) => this.algorithm(column) !== undefined).map(({id}) => id);
  }

  private algorithm({expression}: ModelColumn): string | undefined {
    return expression && calls(expression).find((name) => !isWritten(this.model.functions, name));
  }

  private column(layout: SheetLayout, column: ModelColumn): Content {
    const {definition} = column;
    switch (definition.kind) {
      case "input":
        if (definition.type !== "clock" || !column.dynamic) return {kind: "input"};
        return same(own(layout, "month_no"));
      case "ref":
        return {kind: "input"};
      case "formula":
        return this.formula(layout, column);
      case "lookup":
        return same(this.through(layout, column.reads[0]!.column.name, column.reads[1]!.column));
      case "rollup":
        return same(this.rollup(layout, column, definition));
      case "previous":
        return this.previous(layout, column, definition.initial);
    }
  }

  private formula(layout: SheetLayout, column: ModelColumn): Content {
    const {functions} = this.model;
    const algorithm = this.algorithm(column);
    if (algorithm !== undefined) return {kind: "value", algorithm};
    const target = excelTarget(functions, (reading) => this.read(layout, column.reads[reading]!));
    return same(asNumber(compose(column, functions, target)));
  }

  private read(layout: SheetLayout, {column, through}: ModelColumn["reads"][number]): string {
    // A reference to the parameters within the parameter table itself finds the month's value in its own row.
    if (through === "row" || column.table.name === layout.table) return own(layout, column.name);
    const name = rangeName(column.table.name, column.name);
    return isOneCell(column) ? name : `INDEX(${name},${own(layout, "month_no")}+1)`;
  }

  /** The cell of another table's column, in the row that a reference names. */
  private through(layout: SheetLayout, via: string, source: ModelColumn): string {
    const name = rangeName(source.table.name, source.name);
    return isOneCell(source) ? name : `INDEX(${name},${own(layout, `${via}_no`)})`;
  }

  private rowNumber(layout: SheetLayout, column: ModelColumn): string {
    const target = this.layouts.get(column.target!.name)!;
    if (column.definition.kind === "rollup") return this.winner(layout, column);
    const position = `MATCH(${own(layout, column.name)},${keysName(target.table)},0)`;
    return layout.monthly && target.monthly ? `${position}+${target.keys.length}*${own(layout, "month_no")}` : position;
  }

  private weighed(layout: SheetLayout, value: ModelColumn, weight: ModelColumn): string {
    const x = own(layout, value.name);
    const w = own(layout, weight.name);
    return `IF(${w}=0,0,${x}*${w})`;
  }

  private rollup(layout: SheetLayout, column: ModelColumn, definition: RollupDefinition): string {
    const source = definition.table().name;
    const values = rangeName(source, definition.column);
    const criteria = this.criteria(layout, column, source);
    switch (definition.aggregate) {
      case "sum":
        return sum(values, criteria);
      case "count":
        return criteria.length === 0 ? `ROWS(${values})` : `COUNTIFS(${criteria.join(",")})`;
      case "mean":
        return criteria.length === 0 ? `AVERAGE(${values})` : `AVERAGEIFS(${[values, ...criteria].join(",")})`;
      case "weighted_mean": {
        const products = rangeName(source, weighedName(definition.column, definition.weight!));
        return `${sum(products, criteria)}/${sum(rangeName(source, definition.weight!), criteria)}`;
      }
      case "min":
      case "max":
        return extreme(definition.aggregate, values, criteria);
      case "argmin":
      case "argmax":
        return `INDEX(${rangeName(source, "key")},${own(layout, `${column.name}_no`)})`;
    }
  }

  /** The criteria that select another table's rows: those that refer to this row, in the same month. */
  private criteria(layout: SheetLayout, {by}: ModelColumn, source: string): string[] {
    const {monthly} = this.layouts.get(source)!;
    const month = monthly ? [rangeName(source, "month_no"), layout.monthly ? own(layout, "month_no") : "0"] : [];
    if (!by) return month;
    const members = [rangeName(source, `${by.name}_no`), own(layout, "no")];
    return layout.monthly ? members : [...members, ...month];
  }

  /** The first row with the maximum or minimum; missing if there is no such value. */
  private winner(layout: SheetLayout, column: ModelColumn): string {
    const definition = column.definition as RollupDefinition;
    const source = definition.table().name;
    const values = rangeName(source, definition.column);
    const criteria = this.criteria(layout, column, source);
    const best = extreme(definition.aggregate === "argmax" ? "max" : "min", values, criteria);
    return `${extreme("min", rangeName(source, "no"), [...criteria, values, best])}+0*${best}`;
  }

  private previous(layout: SheetLayout, column: ModelColumn, initial: number | string): Content {
    const scaled = (read: ModelColumn, cell: string): string => {
      const by = factor(read.unit, column.unit);
      return by === 1 ? cell : `${cell}*${by}`;
    };
    const source = column.reads[0]!.column;
    const {letter} = layout.columns.find(({name}) => name === source.name)!;
    const first = typeof initial === "number" ? String(initial) : scaled(column.reads[1]!.column, own(layout, initial));
    const up = layout.keys.length;
    return {kind: "formula", first: at(first), later: (row) => scaled(source, `${letter}${row - up}`)};
  }
}

type RollupDefinition = Extract<ModelColumn["definition"], {kind: "rollup"}>;

/** Placeholder for a cell's own row in a formula's text. */
const ROW = "\u0000";

function own({columns}: SheetLayout, name: string): string {
  return `${columns.find((column) => column.name === name)!.letter}${ROW}`;
}

function same(text: string): Content {
  return {kind: "formula", first: at(text), later: at(text)};
}

function at(text: string): CellFormula {
  const pieces = text.split(ROW);
  return (row) => pieces.join(String(row));
}

function sum(values: string, criteria: readonly string[]): string {
  return criteria.length === 0 ? `SUM(${values})` : `SUMIFS(${[values, ...criteria].join(",")})`;
}

function extreme(which: "min" | "max", values: string, criteria: readonly string[]): string {
  const name = which.toUpperCase();
  if (criteria.length === 0) return `${name}(${values})`;
  const all = criteria.join(",");
  return `IF(COUNTIFS(${all})=0,NA(),_xlfn.${name}IFS(${values},${all}))`;
}

function calls(e: Expression): string[] {
  return [...(e.type === "call" ? [e.name] : []), ...parts(e).flatMap(calls)];
}
