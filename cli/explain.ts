import {loadProject} from "../data-loaders/run/project.js";
import type {Source} from "../lib/model/index.js";
import {cellAt, explain, InputError, keysOf, type Explanation, type Fault, type Run} from "../lib/sheet/index.js";
import {folderOf, monthOfRun, type GlobalFlags} from "./arguments.js";
import {changedRun} from "./changed-run.js";
import {formatUnit} from "./format.js";

/** Flags of `explain`, as entered. */
export interface ExplainFlags extends GlobalFlags {
  row?: string;
  month: string;
  scenario: string;
  set?: string[];
  json?: boolean;
}

/** Explains a cell of a scenario's run or, without a row, the whole column of a table with many rows. */
export function explainCell(id: string, flags: ExplainFlags, project = loadProject(folderOf(flags))): number {
  const {row, month, scenario: name, set, json} = flags;
  const [table, column, ...rest] = id.split(".");
  if (!table || !column || rest.length > 0)
    throw new InputError(`expected table.column, got "${id}"\n  example: cluster.levelised_cost`);
  const {scenario, run} = changedRun(project, name, set);
  const at = monthOfRun("--month", month, run);
  const cells = rowsOf(run, table, row).map((key) => explain(run, cellAt(run, `${table}[${key}].${column}@${at}`)));
  const {sources} = project.models.get(scenario.model)!;
  const [only] = cells;
  if (json) console.log(JSON.stringify(row === undefined && cells.length > 1 ? cells : only, null, 2));
  else console.log(cells.length > 1 ? describeColumn(id, cells) : describe(only!, sources));
  return 0;
}

/** All rows of a table. An unknown table gets one row too, so that the error names the table. */
function rowsOf(run: Run, table: string, row: string | undefined): readonly string[] {
  if (row !== undefined) return [row];
  const keys = keysOf(run, table);
  return keys.length > 0 ? keys : [table];
}

function describeColumn(id: string, cells: readonly Explanation[]): string {
  const [{kind, doc, unit, formula, readers}] = cells as [Explanation];
  return [
    id,
    `  ${doc}`,
    `  ${kind}${formula ? `: ${formula}` : ""}`,
    ...cells.map(({cell, value}) => `    ${cell} = ${shown(value, unit)}`),
    `  used by: ${readers.join(", ") || "nothing"}`,
    "  add --row KEY for the values and sources behind a cell"
  ].join("\n");
}

function describe(
  {cell, kind, doc, unit, value, formula, inputs, provenance, readers}: Explanation,
  sources: readonly Source[]
): string {
  const lines = [`${cell} = ${shown(value, unit)}`, `  ${doc}`];
  if (formula) lines.push(`  ${kind}: ${formula}`);
  for (const input of inputs) lines.push(`    ${input.cell} = ${shown(input.value, input.unit)}`);
  if (provenance) {
    const {low, high, family, sources: ids, note, place} = provenance;
    lines.push(`  input at ${place}${family === "exact" ? "" : `, ${low} to ${high} (${family})`}`);
    for (const id of ids) lines.push(`  source: ${cite(id, sources)}`);
    if (note) lines.push(`  note: ${note}`);
  }
  return [...lines, `  used by: ${readers.join(", ") || "nothing"}`].join("\n");
}

function shown(value: number | string | Fault, unit: string): string {
  if (typeof value === "object") return `not available (${value.message})`;
  return typeof value === "number" ? `${Number(value.toPrecision(6))} ${formatUnit(unit)}`.trimEnd() : value;
}

function cite(id: string, sources: readonly Source[]): string {
  const {title = id, url = "", date = ""} = sources.find((source) => source.id === id) ?? {};
  return [title, date, url].filter((part) => part !== "").join(", ");
}
