import {dsvFormat} from "d3";
import type {OwnRows} from "./own-file.js";

/** A comma last: it also stands in numbers and texts. */
const signs = ["\t", ";", "|", ","];

/** As many characters as tell the sign. */
const HEAD = 50_000;

/**
 * The sign that parts the cells: the one by which most rows have equally many cells, more than one; of equals, that by
 * which they have more. A decimal comma parts some rows only, and never the line of names.
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

/** How many cells most rows have, and the share of rows that do. */
function regularity(rows: OwnRows): {share: number; cells: number} {
  const counts = new Map<number, number>();
  for (const {length} of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [cells, most] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [1, 0]);
  return {share: most / Math.max(1, rows.length), cells};
}

/** The cells of CSV or TSV, row by row. An empty one is missing. */
export function delimitedRows(text: string, delimiter: string): OwnRows {
  // Excel writes its sign above the names.
  const named = text.replace(/^\uFEFF/, "").replace(/^sep=.\r?\n/i, "");
  // What a file says of itself, as those of this site's charts do.
  const bare = named.replace(/^("?# [^\n]*\n)+/, "");
  return dsvFormat(delimiter).parseRows(bare, (row) => row.map((cell) => cell.trim() || null));
}
