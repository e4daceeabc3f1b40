/** A number for a table: null if missing. */
export function numberCell(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** A number with four digits, for tables that are meant for reading. */
export function shortNumberCell(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(4)) : null;
}
