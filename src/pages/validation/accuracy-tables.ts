import type {ColumnNote} from "../../components/figure/grid.js";
import {tableElement} from "../../components/figure/table-element.js";
import {recordOf, type Origin} from "../../components/inspector/origin.js";
import {numberIn, rowOf, textIn} from "../../components/rows/row-values.js";
import type {RowOf, RowsOf} from "../../components/rows/table-types.js";
import {range, share} from "../../components/words/format.js";
import {tableOf} from "../../components/words/provenance.js";

/** How far predictions are off over all measurements, by what was left out of the fit. */
export function leftOutTable(accuracy: RowsOf<"accuracy">): HTMLElement {
  const all = accuracy.filter((row) => textIn(row, "of") === "all");
  const shown = (row: RowOf<"accuracy">): object => ({
    left_out: textIn(row, "left_out"),
    count: numberIn(row, "count"),
    median: share(numberIn(row, "median")),
    p90: share(numberIn(row, "p90")),
    bias: signed(numberIn(row, "bias")),
    rank_correlation: numberIn(row, "rank_correlation").toFixed(2)
  });
  const origin = (row: RowOf<"accuracy">, column: string): Origin | undefined =>
    isError(column) ? recordOf(row, column) : undefined;
  return tableElement(tableOf(all, {shown, origin, columns: leftOutColumns}), {
    label: "Errors by held-out group"
  });
}

/** The median error of every class of measurements, by what was left out of the fit. */
export function classTable(accuracy: RowsOf<"accuracy">): HTMLElement {
  const names = [...new Set(accuracy.map((row) => textIn(row, "of")))];
  const ways = [...new Set(accuracy.map((row) => textIn(row, "left_out")))];
  const at = (of: string, way: string): RowOf<"accuracy"> | undefined =>
    accuracy.find((row) => row.of === of && row.left_out === way);
  const shown = (of: string): object => ({
    class: of,
    count: numberIn(
      rowOf(accuracy, (row) => row.of === of),
      "count"
    ),
    ...Object.fromEntries(ways.map((way) => [way, errorsOf(at(of, way))]))
  });
  const columns = [
    text("class", "Class of measurements"),
    {...text("count", "Measurements"), type: "number" as const},
    ...ways.map((way) => ({...text(way, `Median error and 90th percentile of errors; held out: ${way}`)}))
  ];
  const origin = (of: string, column: string): Origin | undefined => recordOf(at(of, column), "median");
  return tableElement(tableOf(names, {shown, origin, columns}), {label: "Errors by class of measurements"});
}

/** What was fitted: each value with its range, what was known beforehand, and its bounds. */
export function fittedTable(values: RowsOf<"fitted_value">, assumptions: RowsOf<"assumption">): HTMLElement {
  const shown = (row: RowOf<"fitted_value">): object => ({
    value: textIn(row, "meaning"),
    fitted: rangeOf(row, assumptions),
    prior: `${numberIn(row, "prior")} ${textIn(row, "unit")}`,
    bounds: `${numberIn(row, "least")} to ${numberIn(row, "most")}`
  });
  const origin = (row: RowOf<"fitted_value">, column: string): Origin | undefined =>
    column === "prior" ? recordOf(row, "prior") : undefined;
  return tableElement(tableOf(values, {shown, origin, columns: fittedColumns}), {label: "Fitted values"});
}

function errorsOf(row: RowOf<"accuracy"> | undefined): string {
  return row ? `${share(numberIn(row, "median"))} / ${share(numberIn(row, "p90"))}` : "";
}

/** The value in the first of its cells, with its range. */
function rangeOf(row: RowOf<"fitted_value">, assumptions: RowsOf<"assumption">): string {
  const [, table, key, column] = /^(\w+)(?:\[([^\]]+)\])?\.(\w+)/.exec(textIn(row, "cells")) ?? [];
  const found = assumptions.find(
    (one) => one.table === table && one.column === column && (key === undefined || one.key === key)
  );
  const central = numberIn(found, "central");
  return range({central, low: numberIn(found, "low"), high: numberIn(found, "high")}, textIn(row, "unit"));
}

function isError(column: string): column is "median" | "p90" | "bias" | "rank_correlation" {
  return ["median", "p90", "bias", "rank_correlation"].includes(column);
}

function signed(value: number): string {
  return `${value > 0 ? "+" : ""}${share(value)}`;
}

function text<N extends string>(name: N, description: string): ColumnNote & {name: N} {
  return {name, type: "text", unit: "", description};
}

const leftOutColumns: ColumnNote[] = [
  {...text("left_out", "Held-out group"), label: "left out"},
  {...text("count", "Measurements predicted"), type: "number"},
  text("median", "Median error"),
  text("p90", "90th percentile of errors"),
  text("bias", "Median of predicted divided by measured, less 1"),
  {
    ...text(
      "rank_correlation",
      "Between predicted and measured tokens per USD across accelerators, for the same model, lengths and limits"
    ),
    label: "rank correlation"
  }
];

const fittedColumns: ColumnNote[] = [
  text("value", "Physical meaning"),
  text("fitted", "Fitted value, with its range over fits that leave out one source"),
  text("prior", "Prior value"),
  text("bounds", "Physical bounds")
];
