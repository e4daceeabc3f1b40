import {quoted} from "../../lib/export/sql/identifier.js";

/** The first day of a month, YYYY-MM, as SQL. */
export function dayOf(month: string): string {
  return `DATE '${month}-01'`;
}

/** Texts as a list in SQL, in brackets: `('a', 'b')`. */
export function listed(texts: readonly string[]): string {
  return `(${texts.map(quoted).join(", ")})`;
}

/** A column's position in a list of texts, for ordering. */
export function placeIn(texts: readonly string[], column: string): string {
  return `list_position([${texts.map(quoted).join(", ")}], ${column})`;
}

/** Joins lines of SQL. */
export function lines(...texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join("\n");
}
