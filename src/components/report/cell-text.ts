import {amount} from "../words/format.js";

/** A cell of a report's table in words: whole numbers below a million in full, others to three digits. */
export function cellText(value: string | number | null, unit: string): string {
  if (typeof value !== "number") return value ?? "";
  if (!Number.isFinite(value)) return "";
  if (unit === "share") return amount(value, unit);
  return Number.isInteger(value) && Math.abs(value) < 1e6 ? whole(value) : amount(value);
}

function whole(value: number): string {
  return value.toLocaleString("en-US").replace("-", "−");
}

/** A column's unit as its heading says it: shares are written in per cent, counts have none. */
export function headUnit(unit: string): string {
  return ["", "1", "share"].includes(unit) ? "" : unit;
}
