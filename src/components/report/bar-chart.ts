import {bars, type Bar} from "../charts/bars.js";
import type {ReportChart} from "./report.js";

export interface BarsOf extends Omit<ReportChart, "draw"> {
  rows: readonly Bar[];
  /** Formats a bar's value. */
  format: (value: number) => string;
}

/** Values side by side, as a report shows them. */
export function barChart({rows, format, ...chart}: BarsOf): ReportChart {
  return {...chart, draw: (size) => bars(rows, {...size, format}) as Element};
}
