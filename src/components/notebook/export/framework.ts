import {InputError} from "../../../lib/sheet/error.js";
import type {Cell, Notebook} from "../notebook.js";
import {textValues, valuePattern} from "../text-values.js";
import type {ExportOptions} from "./exported.js";
import {chartCode, inputCode, parameter, scenarioNames, valueCode} from "./javascript.js";
import {tablesIn, valuesQuery, wholeQuery, withInputs} from "./queries.js";

/**
 * The notebook as a page of Observable Framework: SQL fences, Plot and Inputs. In a fork of this site it builds as it
 * is; elsewhere, its tables must be named in the front matter. Throws an `InputError` for what a page cannot hold.
 */
export function frameworkPage(notebook: Notebook, {charts, tables}: ExportOptions): string {
  const read = tablesIn(notebook, tables).map((name) => `${name}: ./data/${name}.parquet`);
  const parts = notebook.cells.map((cell) => part(notebook, cell, charts));
  const scenarios = notebook.cells.some((cell) => cell.kind === "input" && cell.control === "scenario");
  return [
    `---\ntitle: ${JSON.stringify(notebook.title)}\n---`,
    `# ${harmless(notebook.title)}`,
    `<!-- Outside a fork of this site, add to the front matter: sql: {${read.join(", ")}} -->`,
    ...(scenarios ? [fence("sql id=scenario_names", scenarioNames)] : []),
    ...parts.filter((text) => text !== "")
  ]
    .join("\n\n")
    .concat("\n");
}

function part(notebook: Notebook, cell: Cell, charts: ExportOptions["charts"]): string {
  if (cell.kind === "text") return textPart(notebook, cell.name, cell.text);
  if (cell.kind === "input") return fence("js", inputCode(cell));
  if (cell.kind === "sql") return fence(`sql id=${cell.name} display`, queryFor(notebook, wholeQuery(notebook, cell)));
  const spec = charts.get(cell.name);
  return spec ? fence("js", chartCode(spec, cell.of)) : "";
}

function textPart(notebook: Notebook, name: string, text: string): string {
  const values = textValues(text);
  const query = valuesQuery(notebook, text);
  const rows = `${name}_values`;
  let next = 0;
  const shown = harmless(text).replace(valuePattern, () => {
    const i = next++;
    return `\${${valueCode(rows, i, values[i]!)}}`;
  });
  return query === undefined ? shown : `${fence(`sql id=${rows}`, queryFor(notebook, query))}\n\n${shown}`;
}

/** A query with inputs as parameters; a text in it that looks like a parameter would run as code. */
function queryFor(notebook: Notebook, query: string): string {
  if (query.includes("${")) throw new InputError('"${" in a query would be code in a page: split it into two strings');
  return withInputs(notebook, query, parameter);
}

/** Markdown in which nothing runs: HTML and code are shown as text, and only a notebook's own values are computed. */
function harmless(text: string): string {
  return text
    .replace(/</g, "&lt;")
    .replace(/^(\s*(?:`{3,}|~{3,})\s*\w+)/gm, "$1 run=false")
    .replace(/\$\{(?![^{}]*\})/g, "&#36;{");
}

/** A fence longer than any run of backticks within it. */
function fence(info: string, code: string): string {
  const ticks = Math.max(2, ...Array.from(code.matchAll(/`+/g), ([run]) => run.length)) + 1;
  return `${"`".repeat(ticks)}${info}\n${code}\n${"`".repeat(ticks)}`;
}
