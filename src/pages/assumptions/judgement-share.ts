import {share} from "../../components/words/format.js";
import {isJudgement} from "./assumption-entry.js";
import {lines} from "../../components/figure/query-text.js";
import type {Grid} from "../../components/figure/grid.js";
import {originFor, type Origin} from "../../components/inspector/origin.js";
import {derivedFrom, tableOf} from "../../components/words/provenance.js";
import {textIn} from "../../components/rows/row-values.js";
import type {RowOf} from "../../components/rows/table-types.js";

/** How many of a table's numbers rest on judgement. */
export interface JudgementShare {
  table: string;
  values: number;
  judgement: number;
  sourced: number;
  /** The numbers that are counted in each, where they are known. */
  counted?: Readonly<Record<"values" | "judgement" | "sourced", Origin | undefined>>;
}

/** The chain's tables by the share of their numbers that rests on judgement, alone or in part; the highest first. */
export function judgementShares(assumptions: readonly RowOf<"assumption">[]): JudgementShare[] {
  const names = [...new Set(assumptions.map((row) => textIn(row, "table")))];
  return names
    .filter((name) => !name.startsWith("readme_"))
    .map((table) => countIn(table, assumptions))
    .sort((a, b) => b.judgement / b.values - a.judgement / a.values);
}

/** The counts as a table. */
export function judgementGrid(tables: readonly JudgementShare[]): Grid {
  return tableOf(tables, {
    shown: ({counted: _, ...table}) => table,
    origin: ({counted}, column) => counted?.[column as "values" | "judgement" | "sourced"]
  });
}

/** The query that gives `judgementShares`: as many in a table, those that judgement enters, and the others. */
export const judgementQuery = lines(
  `SELECT "table", count(*) AS "values", count(*) FILTER (judged) AS judgement,`,
  "  count(*) FILTER (NOT judged) AS sourced",
  "FROM (",
  `  SELECT "table", coalesce(source, '') LIKE '%Judgement%' AS judged, row_number() OVER () AS place`,
  `  FROM assumption WHERE NOT starts_with("table", 'readme_')`,
  ")",
  `GROUP BY "table"`,
  "ORDER BY avg(CAST(judged AS INTEGER)) DESC, min(place)"
);

/** The counts in a sentence. */
export function judgementTakeaway(tables: readonly JudgementShare[]): string {
  const all = sum(tables, "values").toLocaleString("en-US");
  const judged = sum(tables, "judgement");
  const whole = tables.filter(({sourced}) => sourced === 0).map(({table}) => table);
  return `${judged.toLocaleString("en-US")} of the chain's ${all} inputs rest wholly or partly on our judgement; in ` +
    `${whole.length} tables, all of them do (${whole.map((name) => name.replaceAll("_", " ")).join(", ")}).`;
}

/** How much rests on judgement, in a short sentence. */
export function judgementFinding(tables: readonly JudgementShare[]): string {
  return `${share(sum(tables, "judgement") / sum(tables, "values"))} of inputs rest wholly or partly on our judgement`;
}

function countIn(table: string, assumptions: readonly RowOf<"assumption">[]): JudgementShare {
  const values = assumptions.filter((row) => row.table === table);
  const judgement = values.filter(isJudgement);
  const sourced = values.filter((row) => !isJudgement(row));
  return {
    table,
    values: values.length,
    judgement: judgement.length,
    sourced: sourced.length,
    counted: {
      values: countOf(values, `Count of the inputs in ${table}`),
      judgement: countOf(judgement, `Count of the inputs in ${table} that rest on judgement`),
      sourced: countOf(sourced, `Count of the inputs in ${table} that rest on sources alone`)
    }
  };
}

function countOf(rows: readonly RowOf<"assumption">[], words: string): Origin | undefined {
  return derivedFrom(
    words,
    rows.map((row) => originFor(row, "central"))
  );
}

function sum(tables: readonly JudgementShare[], name: "values" | "judgement"): number {
  return tables.reduce((total, table) => total + table[name], 0);
}
