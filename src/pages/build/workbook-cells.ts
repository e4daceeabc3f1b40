import type {Cell, WriteSheet} from "hucre/xlsx";
import {cellsOf} from "../../lib/export/xlsx/project/place.js";
import {ofNumbers, styles} from "../../lib/export/xlsx/styles.js";
import type {CandidateOrder} from "./candidate-orders.js";

/** The first row, from 1, of orders and of months. */
export const FIRST = 3;

export type Row = (Partial<Cell> | undefined)[];

export const head = (...names: readonly (string | number)[]): Row =>
  names.map((value) => ({value, style: styles.name}));

export const units = (...names: readonly string[]): Row => names.map((value) => ({value, style: styles.unit}));

export const typed = (value: number): Partial<Cell> => ({value, style: ofNumbers.input});

export const computed = (formula: string, formulaResult: number | boolean): Partial<Cell> => ({
  ...{formula, formulaResult},
  ...(typeof formulaResult === "number" && {style: ofNumbers.formula})
});

/** The cells of a column. */
export type Cells = (column: string) => string;

/** Those of orders. */
export function columnsOf(orders: readonly CandidateOrder[]): Cells {
  return (column) => range("Orders", column, FIRST, orders.length);
}

export function range(name: string, column: string, first: number, rows: number): string {
  return `${name}!$${column}$${first}:$${column}$${first + rows - 1}`;
}

/** What is spent on orders by month, USD. */
export function spending(orders: readonly CandidateOrder[], horizon: number): number[] {
  return Array.from({length: horizon}, (_, month) =>
    sum(orders.map(({order, units: count, kind}) => (order === month ? count * kind.price : 0)))
  );
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

export function sheet(name: string, rows: readonly Row[]): WriteSheet {
  const widest = Math.max(...rows.map((row) => row.length));
  const columns = Array.from({length: widest}, (_, i) => ({width: i === 0 ? 28 : 16}));
  return {name, columns, rows: [], cells: cellsOf(rows)};
}
