import type {Cell, Notebook} from "../notebook.js";
import {textValues, valuePattern} from "../text-values.js";
import type {ExportOptions} from "./exported.js";
import {chartCode, inputCode, parameter, scenarioNames, valueCode} from "./javascript.js";
import {tablesIn, valuesQuery, wholeQuery, withInputs} from "./queries.js";

/** The notebook as a file of Observable's Notebook Kit; its tables are beside it in `data/`. */
export function kitNotebook(notebook: Notebook, {charts, tables}: ExportOptions): string {
  const scenarios = notebook.cells.some((cell) => cell.kind === "input" && cell.control === "scenario");
  const read = [...new Set([...tablesIn(notebook, tables), ...(scenarios ? ["scenario"] : [])])];
  const files = read.map((name) => `${name}: FileAttachment("./data/${name}.parquet")`);
  const parts = [
    element("text/markdown", `# ${escaped(notebook.title)}`),
    element("module", `const db = DuckDBClient.of({${files.join(", ")}});`),
    ...(scenarios ? [query("scenario_names", scenarioNames, true)] : []),
    ...notebook.cells.flatMap((cell) => elements(notebook, cell, charts))
  ];
  const head = `<!doctype html>\n<notebook theme="air">\n  <title>${escaped(notebook.title)}</title>`;
  return [head, ...parts, "</notebook>\n"].join("\n");
}

function elements(notebook: Notebook, cell: Cell, charts: ExportOptions["charts"]): string[] {
  if (cell.kind === "text") return textElements(notebook, cell.name, cell.text);
  if (cell.kind === "input") return [element("module", inputCode(cell))];
  if (cell.kind === "sql") return [query(cell.name, bound(notebook, wholeQuery(notebook, cell)), false)];
  const spec = charts.get(cell.name);
  return spec ? [element("module", chartCode(spec, cell.of))] : [];
}

function textElements(notebook: Notebook, name: string, text: string): string[] {
  const values = textValues(text);
  const found = valuesQuery(notebook, text);
  const rows = `${name}_values`;
  let next = 0;
  const shown = text
    .replace(/</g, "&lt;")
    .replace(/\$\{(?![^{}]*\})/g, "&#36;{")
    .replace(valuePattern, () => {
      const i = next++;
      return `\${${valueCode(rows, i, values[i]!)}}`;
    });
  const markdown = element("text/markdown", shown);
  return found === undefined ? [markdown] : [query(rows, bound(notebook, found), true), markdown];
}

function bound(notebook: Notebook, text: string): string {
  return withInputs(notebook, text.replaceAll("${", "\\${"), parameter);
}

function query(name: string, text: string, isHidden: boolean): string {
  return element("application/sql", text, ` database="var:db" output="${name}"${isHidden ? " hidden" : ""}`);
}

function element(type: string, text: string, attributes = ""): string {
  const lines = text.replace(/<\/(script)/gi, "<\\/$1").split("\n");
  return `  <script type="${type}"${attributes}>\n${lines.map((line) => `    ${line}`).join("\n")}\n  </script>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
