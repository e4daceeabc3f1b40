import {
  keysOf,
  monthsOf,
  typedColumns,
  type Inputs,
  type Model,
  type Table,
  type TableInput
} from "../../sheet/index.js";
import {identifier, quoted} from "./identifier.js";

/** The starting point of a simulation in SQL. */
export interface SqlInputs {
  model: Model;
  inputs: Inputs;
  start: string;
  months: number;
}

/**
 * The statements that create and fill the input tables: `input.<table>`, and `input.clock` with the first month and the
 * number of months.
 */
export function inputTables({model, inputs, start, months}: SqlInputs): string[] {
  return [
    `CREATE TABLE input.clock AS SELECT ${monthsOf(start)}e0 AS start, 1e0 AS step, ${months}e0 AS months;`,
    ...model.tables.flatMap((table) => inputTable(table, keysOf({model, inputs}, table.name), inputs[table.name]))
  ];
}

function inputTable(table: Table<object>, keys: readonly string[], input: TableInput | undefined): string[] {
  const columns = typedColumns(table);
  const types = columns.map(([name, column]) => {
    const isText = column.kind === "ref" || column.type === "text";
    return `${identifier(name)} ${isText ? "VARCHAR" : "DOUBLE"}`;
  });
  const rows = keys.map((key, row) => {
    const values = columns.map(([name]) => literal(input!.columns[name]!.values[row]!));
    return `  (${[row, quoted(key), ...values].join(", ")})`;
  });
  const made =
    `CREATE TABLE ` + `input.${identifier(table.name)} (${['"row" DOUBLE', "key VARCHAR", ...types].join(", ")});`;
  return rows.length === 0
    ? [made]
    : [made, `INSERT INTO input.${identifier(table.name)} VALUES\n${rows.join(",\n")};`];
}

function literal(value: number | string | null): string {
  if (value === null || Number.isNaN(value)) return "NULL";
  return typeof value === "number" ? String(value) : quoted(value);
}
