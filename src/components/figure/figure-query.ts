import type {Grid} from "./grid.js";

/** The space available to a chart. */
export interface Size {
  width: number;
}

/**
 * How DuckDB obtains what a figure draws. "rows": rows of a published table, from which the query is derived; otherwise
 * a query with the columns of the figure's table, or the reason why there is none: values computed on a page are in no
 * table.
 */
export type FigureQuery = "rows" | {sql: string} | {made: string};

/** What a figure draws, and how to query it. */
export interface Drawn {
  title: string;
  query: FigureQuery;
  grid: () => Grid;
  /** Redraws the chart with other rows; undefined if the chart draws more than its table. */
  redraw: ((rows: readonly object[], size: Size) => Node) | undefined;
  /** The query as text, or why there is none. Loads the table of the rows. */
  told: () => Promise<{sql: string} | {made: string}>;
}

/** The element of a figure, with what it draws. */
export type FigureElement = HTMLElement & {drawn: Drawn};
