import {colToLetter} from "hucre/xlsx";
import {columnsOf, keysOf, type Model, type ModelColumn, type Run} from "../../sheet/index.js";

/** The first row of data in a sheet, below name, unit and kind. */
export const FIRST = 4;

/** A column of a sheet: one of the model's, or a helper of its formulas. */
export interface SheetColumn {
  name: string;
  /** Its letters in the sheet. */
  letter: string;
  /** Whether it changes over time; if not, later months repeat the first month's cell. */
  dynamic: boolean;
  is:
    | {kind: "number" | "month" | "date" | "key"}
    | {kind: "column"; column: ModelColumn}
    /** The number of the row that a reference leads to. */
    | {kind: "row"; column: ModelColumn}
    /** A value times its weight, for weighted means. */
    | {kind: "weighed"; value: ModelColumn; weight: ModelColumn};
}

/**
 * The place of a table in the workbook: one row per key and, if anything changes over time, per month, months below one
 * another.
 */
export interface SheetLayout {
  table: string;
  keys: readonly string[];
  /** Whether anything in the table changes over time, so that it has columns for the month. */
  monthly: boolean;
  months: number;
  columns: SheetColumn[];
}

/** The sheets of a run, one per table. */
export function layoutOf(run: Run): SheetLayout[] {
  return run.model.tables.map(({name}) => {
    const monthly = columnsOf(run.model, name).some(({dynamic}) => dynamic);
    const columns = sheetColumns(run.model, name, monthly).map((column, i) => ({...column, letter: colToLetter(i)}));
    return {table: name, keys: keysOf(run, name), monthly, months: monthly ? run.months : 1, columns};
  });
}

type Unplaced = Omit<SheetColumn, "letter">;

function sheetColumns(model: Model, table: string, monthly: boolean): Unplaced[] {
  return [
    {name: "no", dynamic: true, is: {kind: "number"}},
    ...(monthly
      ? [
          {name: "month_no", dynamic: true, is: {kind: "month"}} as const,
          {name: "date", dynamic: true, is: {kind: "date"}} as const
        ]
      : []),
    {name: "key", dynamic: true, is: {kind: "key"}},
    ...columnsOf(model, table).flatMap(withRow(monthly)),
    ...weighedIn(model, table)
  ];
}

function withRow(monthly: boolean): (column: ModelColumn) => Unplaced[] {
  return (column) => {
    const own = {name: column.name, dynamic: column.dynamic, is: {kind: "column", column}} as const;
    return column.holds === "ref"
      ? [own, {name: `${column.name}_no`, dynamic: monthly, is: {kind: "row", column}} as const]
      : [own];
  };
}

/** The products summed by weighted means of this table's columns, each once. */
function weighedIn(model: Model, table: string): Unplaced[] {
  const found = new Map<string, Unplaced>();
  for (const {definition} of model.columns.values()) {
    if (definition.kind !== "rollup" || definition.aggregate !== "weighted_mean") continue;
    if (definition.table().name !== table) continue;
    const [value, weight] = [definition.column, definition.weight!].map((name) =>
      model.columns.get(`${table}.${name}`)!
    );
    const name = weighedName(definition.column, definition.weight!);
    found.set(name, {
      name,
      dynamic: value!.dynamic || weight!.dynamic,
      is: {kind: "weighed", value: value!, weight: weight!}
    });
  }
  return [...found.values()];
}

/** The name of the helper column that holds a value times its weight. */
export function weighedName(value: string, weight: string): string {
  return `${value}_by_${weight}`;
}
