import {resize} from "observablehq:stdlib";
import {figure, type FigureOptions} from "./figure.js";
import type {Size} from "./figure-query.js";
import type {Grid} from "./grid.js";

/** A figure whose chart is drawn for the width that there is, of its table and of more. */
export function responsive(options: FigureOptions, chart: (size: Size) => Node): HTMLElement {
  return figure(
    options,
    resize((width) => chart({width}))
  );
}

/** A figure whose chart draws its table and nothing else, so that it can draw the rows of another query as well. */
export function rowsFigure<Table extends readonly object[]>(
  options: FigureOptions & {table: Table},
  chart: (rows: Table, size: Size) => Node
): HTMLElement {
  const chartOfTable = resize((width) => chart(options.table, {width}));
  // DuckDB's rows are of the query's columns; a chart says which of its own it misses.
  return figure(options, chartOfTable, (rows, size) => chart(rows as Table, size));
}

/** A figure whose chart draws items, and whose table is a grid of them that names its columns as they do. */
export function gridFigure<T extends object>(
  options: FigureOptions & {table: Grid},
  items: readonly T[],
  chart: (items: readonly T[], size: Size) => Node
): HTMLElement {
  const chartOfItems = resize((width) => chart(items, {width}));
  return figure(options, chartOfItems, (rows, size) => chart(rows as readonly T[], size));
}
