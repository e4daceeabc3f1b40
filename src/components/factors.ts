import {numberIn, textIn} from "./row-values.js";
import type {Row} from "./tables.js";

/** The ends of an assumption's range relative to its central value. */
export interface Ratio {
  label: string;
  low: number;
  high: number;
}

/** The factors of the value of saved time: the columns, in words that fit beside a bar. */
const labels: Record<string, string> = {
  realised_share: "Share of saved time that becomes output",
  study_transfer: "Everyday effect over the studies' effect",
  assisted_hours: "Hours a month with the tool",
  compensation: "Pay of an hour"
};

/** The ranges of the factors that are multiplied into a task's value of saved time, widest first. */
export function valueFactors(assumptions: readonly Row[], task: string): Ratio[] {
  return assumptions
    .filter((row) => isFactor(textIn(row, "table"), row.key === task, textIn(row, "column")))
    .map((row) => ({
      label: textIn(row, "description").replace(
        / that an active professional user works with the tool/,
        " with the tool"
      ),
      low: numberIn(row, "low") / numberIn(row, "central"),
      high: numberIn(row, "high") / numberIn(row, "central")
    }))
    .sort((a, b) => b.high / b.low - a.high / a.low);
}

function isFactor(table: string, ofTask: boolean, column: string): boolean {
  return column in labels && (table === "parameter" || (table === "task" && ofTask));
}
