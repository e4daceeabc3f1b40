import {dsvFormat} from "d3";
import type {OwnRows} from "./own-file.js";

/** Commas come last, since they also occur in numbers and texts. */
const signs = ["\t", ";", "|", ","];

/** Number of characters that suffice to find the delimiter. */
const HEAD = 50_000;

/**
 * The delimiter of the cells: the one that gives most rows an equal number of cells, at least two; among equals, the
 * one with more cells. A decimal comma divides only some rows, and never the line of names.
 */
export function delimiterOf(text: string): string {
  const head = text.slice(0, HEAD);
  const rated = signs.map((sign) => ({sign, ...regularity(delimitedRows(head, sign).slice(0, 50))}));
  const best = rated.reduce((best, one) => {
    if (one.share !== best.share) return one.share > best.share ? one : best;
    return one.cells > best.cells ? one : best;
  });
  return best.share === 0 ? "," : best.sign;
}

/** The most common number of cells per row, and the share of rows with it. */
function regularity(rows: OwnRows): {share: number; cells: number} {
  const counts = new Map<number, number>();
  for (const {length} of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [cells, most] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [1, 0]);
  return {share: most / Math.max(1, rows.length), cells};
}

/** The cells of CSV or TSV, row by row. Empty cells are missing. */
export function delimitedRows(text: string, delimiter: string): OwnRows {
  // Excel states its delimiter above the names.
  const named = text.replace(/^\uFEFF/, "").replace(/^sep=.\r?\n/i, "");
  // Notes in a file, such as those of this site's charts.
  const bare = named.replace(/^("?# [^\n]*\n)+/, "");
  return dsvFormat(delimiter).parseRows(bare, (row) => row.map((cell) => cell.trim() || null));
}
