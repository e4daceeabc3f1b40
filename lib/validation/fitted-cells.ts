import type {FittedValue} from "./fitted-value.js";
import {addressOf, type Inputs, type InputValues, type TableInput} from "../sheet/index.js";

/** A value that is fitted: where it is kept, what is known of it beforehand, and between which bounds it lies. */
export interface Fitted {
  key: string;
  cells: readonly FittedCell[];
  target: Target;
  unit: string;
  prior: number;
  /** Standard deviation of the prior, in logarithms. */
  spread: number;
  least: number;
  most: number;
}

/** What is fitted to: measured rates, power of accelerators, or times to the first token. */
export type Target = FittedValue["target"];

export interface FittedCell {
  table: string;
  row: string;
  column: string;
}

/** What the table `fitted_value` says is fitted. */
export function fittedIn({fitted_value: table}: Inputs): Fitted[] {
  const {keys, columns} = table!;
  return keys.map((key, row) => {
    const number = (name: string): number => Number(columns[name]!.values[row]);
    return {
      key,
      cells: String(columns.cells!.values[row]).split(";").map(cellOf),
      target: String(columns.target!.values[row]) as Target,
      unit: String(columns.unit!.values[row]),
      prior: number("prior"),
      spread: number("spread"),
      least: number("least"),
      most: number("most")
    };
  });
}

function cellOf(text: string): FittedCell {
  const {table, key, column} = addressOf(text.trim());
  return {table, row: key ?? table, column};
}

/** The values that the inputs hold now, in the order of `fitted`. */
export function valuesIn(inputs: Inputs, fitted: readonly Fitted[]): number[] {
  return fitted.map(({cells}) => {
    const {table, row, column} = cells[0]!;
    const {keys, columns} = inputs[table]!;
    return Number(columns[column]!.values[keys.indexOf(row)]);
  });
}

/** The inputs with other fitted values: those of each point, as draws side by side. */
export function withValues(inputs: Inputs, fitted: readonly Fitted[], points: readonly (readonly number[])[]): Inputs {
  const tables = new Map<string, Map<string, Map<string, number>>>();
  fitted.forEach(({cells}, at) =>
    cells.forEach(({table, row, column}) => {
      const columns = within(tables, table, () => new Map<string, Map<string, number>>());
      within(columns, column, () => new Map<string, number>()).set(row, at);
    })
  );
  const replaced = [...tables].map(([name, columns]) => [name, withColumns(inputs[name]!, columns, points)]);
  return {...inputs, ...(Object.fromEntries(replaced) as Inputs)};
}

function withColumns(
  {keys, columns}: TableInput,
  changed: ReadonlyMap<string, ReadonlyMap<string, number>>,
  points: readonly (readonly number[])[]
): TableInput {
  const others = [...changed].map(([name, rows]) => {
    const typed = columns[name]!.values;
    const cells = keys.map((key, row) => points.map((point) => valueOf(point, rows.get(key), typed[row])));
    return [name, valuesOf(cells)];
  });
  return {keys, columns: {...columns, ...(Object.fromEntries(others) as TableInput["columns"])}};
}

function valueOf(point: readonly number[], at: number | undefined, typed: unknown): number | null {
  if (at !== undefined) return point[at]!;
  return typed === null || typed === undefined ? null : Number(typed);
}

/** The cells of a column, one value a point each. */
function valuesOf(cells: readonly (number | null)[][]): Pick<InputValues, "values" | "samples"> {
  const values = cells.map(([first]) => first ?? null);
  if (cells.every(({length}) => length === 1)) return {values};
  return {values, samples: Float64Array.from(cells.flat(), (value) => value ?? NaN)};
}

function within<V>(map: Map<string, V>, key: string, made: () => V): V {
  const found = map.get(key) ?? made();
  map.set(key, found);
  return found;
}
