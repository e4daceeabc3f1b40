/** A number as a table holds it: null where there is none. */
export function numberCell(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** The same with four digits, for tables that are read more than computed with. */
export function shortNumberCell(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(4)) : null;
}
