import type {Grid} from "./grid.js";

/** The room that a chart has. */
export interface Size {
  width: number;
}

/**
 * How DuckDB gives what a figure draws: "rows" where these are rows of a published table, which name their own query;
 * else a query with the columns of the figure's table, or why there is none: what a page computes is in no table.
 */
export type FigureQuery = "rows" | {sql: string} | {made: string};

/** What a figure draws, for those who ask for its query. */
export interface Drawn {
  title: string;
  query: FigureQuery;
  grid: () => Grid;
  /** Draws the chart anew of other rows; none where the chart draws more than its table. */
  redraw: ((rows: readonly object[], size: Size) => Node) | undefined;
  /** The query as text, or why there is none. Loads the table that the rows are of. */
  told: () => Promise<{sql: string} | {made: string}>;
}

/** The element of a figure, which knows what it draws. */
export type FigureElement = HTMLElement & {drawn: Drawn};
