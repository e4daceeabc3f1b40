import {sqlModel} from "../../lib/export/sql/index.js";
import {inputTables} from "../../lib/export/sql/inputs.js";
import type {Run} from "../../lib/sheet/index.js";
import type {ReadCell} from "../export/agreement.js";
import {quickToPlan, readCell, tablesIn} from "../export/duckdb.js";

/**
 * The cells of several runs of one model with different inputs, computed by DuckDB at once. A month takes as long for
 * one row as for a thousand, so the script's tables get a column that distinguishes the runs, which joins and groups
 * include. Expressions stay unchanged.
 */
export async function runsAtOnce(runs: readonly Run[]): Promise<ReadCell[]> {
  const database = await quickToPlan();
  await database.run(apart(withInputsOf(runs)));
  const rows = await tablesIn(database, runs[0]!);
  return runs.map((run, i) => readCell(run, (table) => rows.get(table)!.filter((row) => row[RUN] === i)));
}

const RUN = "number of the run";

/** The first run's script, with the rows of all runs in its input tables, each with the number of its run. */
function withInputsOf(runs: readonly Run[]): string {
  const own = inputTables(runs[0]!);
  const rows = runs.flatMap((run, i) =>
    inputTables(run)
      .filter(isInsert)
      .map((statement) => statement.replace(/^ {2}\(/gm, `  (${i}, `))
  );
  const all = [...own.filter((statement) => !isInsert(statement)), ...rows];
  return sqlModel(runs[0]!).replace(own.join("\n"), () => all.join("\n"));
}

function isInsert(statement: string): boolean {
  return statement.startsWith("INSERT");
}

/**
 * The script with the run's column in tables, joins and groups. Tables that no run changes over time are computed once.
 */
function apart(script: string): string {
  return replacements.reduce((text, [found, put]) => text.replace(found, put), script);
}

const replacements = [
  [/TABLE (\S+) \("row" DOUBLE/g, `TABLE $1 ("${RUN}" DOUBLE, "row" DOUBLE`],
  [/STRUCT\("row" DOUBLE/g, `STRUCT("${RUN}" DOUBLE, "row" DOUBLE`],
  [/CREATE VIEW fixed/g, "CREATE TABLE fixed"],
  [/CROSS JOIN (\S+) AS p\b/g, `LEFT JOIN $1 AS p ON p."${RUN}" = r."${RUN}"`],
  [/CROSS JOIN \(\n {2}SELECT /g, `LEFT JOIN (\n  SELECT s."${RUN}",\n    `],
  [/ AS s\) AS (\w+)/g, ` AS s GROUP BY s."${RUN}") AS $1 ON $1."${RUN}" = r."${RUN}"`],
  [/LEFT JOIN \(\n {2}SELECT (\S+ AS key)/g, `LEFT JOIN (\n  SELECT s."${RUN}", $1`],
  [/ GROUP BY (s\.\w+|s\."\w+")\)/g, ` GROUP BY s."${RUN}", $1)`],
  [/ AS (\S+) ON \1\.key = /g, ` AS $1 ON $1."${RUN}" = r."${RUN}" AND $1.key = `]
] as const;
