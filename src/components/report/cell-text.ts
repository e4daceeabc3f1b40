import {amount} from "../words/format.js";

/** A cell of a report's table as text: whole numbers below a million in full, others to three digits. */
export function cellText(value: string | number | null, unit: string): string {
  if (typeof value !== "number") return value ?? "";
  if (!Number.isFinite(value)) return "";
  if (unit === "share") return amount(value, unit);
  return Number.isInteger(value) && Math.abs(value) < 1e6 ? whole(value) : amount(value);
}

function whole(value: number): string {
  return value.toLocaleString("en-US").replace("-", "−");
}

/** A column's unit for its heading: per cent for shares, none for counts. */
export function headUnit(unit: string): string {
  return ["", "1", "share"].includes(unit) ? "" : unit;
}
