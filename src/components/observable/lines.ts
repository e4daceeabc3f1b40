import {find, resolve} from "../../lib/sheet/address.js";
import {InputError} from "../../lib/sheet/error.js";
import {dateOf, monthsOf} from "../../lib/sheet/inputs.js";
import type {Run} from "../../lib/sheet/run.js";
import {timeLines, type Series} from "../charts/time-lines.js";
import {seriesOf} from "../sheet/series.js";
import {words} from "../sheet/view.js";
import {amount, unitless} from "../words/format.js";
import {framed, withoutStyles} from "./frame.js";
import type {SheetRun} from "./sheet-run.js";
import type {LinesOptions} from "./observable.js";

/**
 * Cells over the months of a run as lines, with the base scenario dashed. Throws an `InputError` for an unknown cell,
 * and for cells with different units.
 */
export function lines(
  {run, baseline}: Pick<SheetRun, "run" | "baseline">,
  cells: string | readonly string[],
  {width = 640, log = false}: LinesOptions = {}
): HTMLElement {
  const all = typeof cells === "string" ? [cells] : cells;
  const units = new Set(all.map((cell) => resolve(run, cell).column.unit.text));
  const [unit = ""] = units;
  if (units.size > 1) throw new InputError(`lines: different units (${[...units].join(", ")}): use one unit`);
  const series = all.flatMap((cell, i) => {
    const color = colors[i % colors.length]!;
    const mine = line(run, cell, color);
    return find(baseline.run, cell) ? [{...line(baseline.run, cell, color), name: "base", dashed: true}, mine] : [mine];
  });
  const format = (value: number): string => (unit === "1" ? unitless(value) : amount(value, unit));
  return framed("tf-lines", withoutStyles(timeLines(series, {width, log, format})));
}

const colors = ["#4269d0", "#c77a00", "#2b8a5a", "#a3459a", "#d0472f", "#4f9aa8"];

function line(run: Run, cell: string, color: string): Series {
  const {column, row, key} = resolve(run, cell);
  const points = seriesOf(run, column, row).map((value, month) => ({
    date: new Date(`${dateOf(monthsOf(run.start) + month)}-01`),
    value
  }));
  return {name: column.table.single ? words(column.name) : key, color, points};
}
