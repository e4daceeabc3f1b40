import {isJudgement} from "./assumption.js";
import {textIn} from "./row-values.js";
import type {Row} from "./tables.js";

/** How many of a table's numbers rest on judgement. */
export interface Judged {
  table: string;
  values: number;
  judgement: number;
  sourced: number;
}

/** The tables of the chain by the share of their numbers that rests on judgement, alone or in part; the most judged first. */
export function judgedTables(assumptions: readonly Row[]): Judged[] {
  const names = [...new Set(assumptions.map((row) => textIn(row, "table")))];
  return names
    .filter((name) => !name.startsWith("readme_"))
    .map((table) => countIn(table, assumptions))
    .sort((a, b) => b.judgement / b.values - a.judgement / a.values);
}

/** The counts in a sentence. */
export function judgedTakeaway(tables: readonly Judged[]): string {
  const [all, judged] = [sum(tables, "values"), sum(tables, "judgement")];
  const whole = tables.filter(({sourced}) => sourced === 0).map(({table}) => table);
  return `${judged} of the chain's ${all.toLocaleString("en-US")} numbers rest on judgement, alone or in part; in ${whole.length} tables all do: ${whole.join(", ")}.`;
}

function countIn(table: string, assumptions: readonly Row[]): Judged {
  const mine = assumptions.filter((row) => row.table === table);
  const judgement = mine.filter(isJudgement).length;
  return {table, values: mine.length, judgement, sourced: mine.length - judgement};
}

function sum(tables: readonly Judged[], name: "values" | "judgement"): number {
  return tables.reduce((total, table) => total + table[name], 0);
}
