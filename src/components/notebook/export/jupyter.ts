import type {Cell, Notebook} from "../notebook.js";
import {textValues, valuePattern, type TextValue} from "../text-values.js";
import {bound} from "../bound.js";
import {setting} from "../input-value.js";
import type {ChartSpec} from "../../result/chart-spec.js";
import type {ExportOptions} from "./exported.js";
import {cellsInOrder} from "./queries.js";
import {resultStatements, tableViews} from "./script.js";

/** The notebook for Jupyter: DuckDB holds the results, pandas shows and draws them. */
export function jupyterNotebook(notebook: Notebook, {charts, tables, data}: ExportOptions): string {
  const cells = [
    markdownCell(`# ${notebook.title}`),
    codeCell([head, ...tableViews(notebook, tables, data).map(execution)].join("\n")),
    ...cellsInOrder(notebook).map((cell) => cellOf(cell, charts))
  ];
  const kernel = {kernelspec: {display_name: "Python 3", language: "python", name: "python3"}};
  return JSON.stringify({cells, metadata: kernel, nbformat: 4, nbformat_minor: 5}, null, 1);
}

const head = `import duckdb
import matplotlib.pyplot as plt
from IPython.display import Markdown

con = duckdb.connect()

def shown(value, style=None):
    if value is None:
        return "–"
    if style == "percent":
        return f"{value:.0%}"
    if style == "month":
        return f"{value:%B %Y}"
    return f"{value:.{style}g}" if style else str(value)
`;

function cellOf(cell: Cell, charts: ExportOptions["charts"]): object {
  if (cell.kind === "input") return codeCell(`# ${cell.label.replace(/\s+/g, " ")}\n${execution(`${setting(cell)};`)}`);
  if (cell.kind === "sql") {
    const runs = resultStatements(cell).map(execution);
    return codeCell([...runs, `${cell.name} = con.sql("FROM ${cell.name}").df()`, cell.name].join("\n"));
  }
  if (cell.kind === "text") return textCell(cell.text);
  const spec = charts.get(cell.name);
  return spec ? codeCell(chartCode(spec, cell.of)) : markdownCell(`Chart of ${cell.of}`);
}

function textCell(text: string): object {
  const values = textValues(text);
  if (values.length === 0) return markdownCell(text);
  const query = `SELECT ${values.map(({sql}) => bound(sql).text).join(", ")}`;
  const between = text.split(new RegExp(valuePattern.source.replace(/[()]/g, "")));
  const parts = between.flatMap((part, i) => [literal(part), ...(values[i] ? [valueCode(values[i], i)] : [])]);
  return codeCell(`values = con.execute(${literal(query)}).fetchone()\nMarkdown(${parts.join(" + ")})`);
}

function valueCode({format}: TextValue, i: number): string {
  return `shown(values[${i}]${format === undefined ? "" : `, ${JSON.stringify(format)}`})`;
}

function chartCode({mark, x, y, low, high, color, xScale, yScale}: ChartSpec, rows: string): string {
  const axes = [
    ...(xScale === "log" ? ["ax.set_xscale('log')"] : []),
    ...(yScale === "log" ? ["ax.set_yscale('log')"] : [])
  ];
  const python = (name = "") => JSON.stringify(name);
  const [across, up, by] = [python(x), python(y), python(color)];
  const line = `ax.plot(part[${across}], part[${up}], label=name)`;
  const band = `ax.fill_between(part[${across}], part[${python(low)}], part[${python(high)}], alpha=0.25)`;
  const groups = color === undefined ? `[("", ${rows})]` : `${rows}.groupby(${by})`;
  const drawn = {
    line,
    band: y === undefined ? band : `${line}\n    ${band}`,
    area: `ax.fill_between(part[${across}], part[${up}], label=name)`,
    bar: `ax.barh(part[${up}].astype(str), part[${across}], label=name)`,
    dot: `ax.scatter(part[${across}], part[${up}], label=name)`,
    tick: `ax.scatter(part[${across}], part[${up}], marker="|", label=name)`,
    cell: `ax.scatter(part[${across}], part[${up}], marker="s", label=name)`,
    histogram: `ax.hist(part[${across}], label=name)`
  }[mark];
  return ["fig, ax = plt.subplots()", `for name, part in ${groups}:`, `    ${drawn}`, ...axes, "ax.legend()"].join(
    "\n"
  );
}

function execution(statement: string): string {
  return `con.execute(${literal(statement)})`;
}

/** A text as a Python literal, over several lines if possible. */
function literal(text: string): string {
  return text.includes("\n") && !/["\\]{3}|\\|"$/.test(text) ? `"""${text}"""` : JSON.stringify(text);
}

function markdownCell(text: string): object {
  return {cell_type: "markdown", metadata: {}, source: text};
}

function codeCell(text: string): object {
  return {cell_type: "code", execution_count: null, metadata: {}, outputs: [], source: text};
}
