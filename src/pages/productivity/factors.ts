import {quoted} from "../../lib/export/sql/identifier.js";
import {lines, listed} from "../../components/figure/query-text.js";
import {range} from "../../components/words/format.js";
import {cellOf, type Made} from "../../components/inspector/origin.js";
import {derivedFrom} from "../../components/words/provenance.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {cited, type Sentence} from "../../components/words/sentence.js";
import type {Assumption} from "./data.js";

/** The ends of an assumption's range relative to its central value. */
export interface Ratio {
  label: string;
  low: number;
  high: number;
  /** The assumption. */
  origin?: Made | undefined;
}

/** The factors of the value of saved time: the columns, in words that fit beside a bar. */
const labels: Record<string, string> = {
  realised_share: "Realised share of saved time",
  study_transfer: "Everyday effect relative to trials",
  assisted_hours: "Hours a month with the tool",
  compensation: "Hourly labour cost"
};

/** The ranges of the factors that are multiplied into a task's value of saved time, widest first. */
export function valueFactors(assumptions: readonly Assumption[], task: string): Ratio[] {
  return assumptions
    .filter((row) => isFactor(textIn(row, "table"), row.key === task, textIn(row, "column")))
    .map((row) => ({
      label: labels[textIn(row, "column")] ?? textIn(row, "description"),
      low: numberIn(row, "low") / numberIn(row, "central"),
      high: numberIn(row, "high") / numberIn(row, "central"),
      origin: derivedFrom("An end of the assumption's range, divided by its central value", [cellOf(row, "central")])
    }))
    .sort((a, b) => b.high / b.low - a.high / a.low);
}

/** The query that gives `valueFactors` of a task. */
export function factorsQuery(task: string): string {
  const cases = Object.entries(labels).map(([name, label]) => `    WHEN ${quoted(name)} THEN ${quoted(label)}`);
  return lines(
    `SELECT CASE "column"`,
    ...cases,
    "  END AS label, low / central AS low, high / central AS high",
    "FROM assumption",
    `WHERE "column" IN ${listed(Object.keys(labels))}`,
    `  AND ("table" = 'parameter' OR ("table" = 'task' AND key = ${quoted(task)}))`,
    "ORDER BY high / low DESC"
  );
}

/** A scalar assumption with its range, in a sentence. Throws for an unknown name. */
export function assumed(assumptions: readonly Assumption[], name: string): Sentence {
  const row = assumptions.find(({table, column}) => table === "parameter" && column === name);
  if (!row) throw new Error(`unknown parameter: ${name}`);
  const value = {central: numberIn(row, "central"), low: numberIn(row, "low"), high: numberIn(row, "high")};
  return cited(range(value, textIn(row, "unit")), cellOf(row, "central"));
}

function isFactor(table: string, ofTask: boolean, column: string): boolean {
  return column in labels && (table === "parameter" || (table === "task" && ofTask));
}
