import {quoted} from "../../lib/export/sql/identifier.js";

/** The first day of a month, YYYY-MM, as SQL. */
export function dayOf(month: string): string {
  return `DATE '${month}-01'`;
}

/** Texts as a list of SQL, in brackets: `('a', 'b')`. */
export function listed(texts: readonly string[]): string {
  return `(${texts.map(quoted).join(", ")})`;
}

/** A column's place in a list of texts, to order by. */
export function placeIn(texts: readonly string[], column: string): string {
  return `list_position([${texts.map(quoted).join(", ")}], ${column})`;
}

/** Lines of SQL. */
export function lines(...texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join("\n");
}
