import {parse} from "csv-parse/browser/esm/sync";
import {InputError, oneOf, unknown} from "../sheet/index.js";
import {delimiterName, delimiterOf, withoutSeparatorLine} from "../sheet/delimiter.js";
import {decimalMark} from "../sheet/number.js";
import {MARGIN, type Figures, type Yardstick} from "./company-metric.js";
import {figureOf} from "./own-figure.js";

/**
 * Reads a company's own figures from CSV: rows `metric,value` and, where it likes, `unit`; or one row of values under
 * the names of metrics. One delimiter holds for a file: comma, semicolon or tab. `62 %` is 0.62; a unit of the same
 * kind is converted. Throws an `InputError` with the line, the value and the way out.
 */
export function readFigures(text: string, {metrics}: Pick<Yardstick, "metrics">): Figures {
  const sheet = readSheet(text);
  const cells = sheet.names.includes("metric") ? tallCells(sheet) : wideCells(sheet);
  const mark = decimalMark(cells.map(({value}) => value));
  const permitted = new Map([...metrics, MARGIN].map((metric) => [metric.key, metric]));
  const figures = new Map<string, number>();
  for (const {line, name, value, unit} of cells) {
    const metric = permitted.get(name) ?? unknown(`line ${line}`, "figure", name, permitted.keys());
    if (value === "") continue;
    if (figures.has(name)) throw new InputError(`line ${line}: ${name} stands twice: remove one`);
    figures.set(name, figureOf(value, metric, {unit, mark, place: `line ${line}: ${name}`}));
  }
  if (figures.size === 0) throw new InputError("the file holds no figure: write rows of metric,value");
  return Object.fromEntries(figures);
}

interface Cell {
  line: number;
  name: string;
  value: string;
  unit: string;
}

/** A file's names and the cells of its lines, one for each name. */
interface Sheet {
  names: string[];
  rows: {line: number; cells: string[]}[];
}

function readSheet(text: string): Sheet {
  const delimiter = delimiterOf(text);
  const [header, ...lines] = linesOf(withoutSeparatorLine(text), delimiter);
  const names = (header?.record ?? []).map((name) => name.toLowerCase());
  const twice = names.find((name, i) => name !== "" && names.indexOf(name) !== i);
  if (twice !== undefined) throw new InputError(`line 1: the column "${twice}" stands twice: rename or remove one`);
  const rows = lines.map(({record, info: {lines: line}}) => {
    const nameless = record.find((cell, i) => cell !== "" && !names[i]);
    if (nameless === undefined) return {line, cells: names.map((_, i) => record[i] ?? "")};
    throw new InputError(
      `line ${line}: "${nameless}" stands under no name: the cells of this file are divided by a ` +
        `${delimiterName(delimiter)}; write 2.75 with a point, or put a cell that holds one in quotation marks`
    );
  });
  return {names, rows: rows.filter(({cells}) => cells.some((cell) => cell !== ""))};
}

interface Parsed {
  record: string[];
  info: {lines: number};
}

function linesOf(text: string, delimiter: string): Parsed[] {
  const options = {bom: true, trim: true, skip_empty_lines: true, relax_column_count: true, info: true} as const;
  try {
    return parse(text, {...options, delimiter}) as unknown as Parsed[];
  } catch (cause) {
    throw new InputError(`not a CSV file: ${cause instanceof Error ? cause.message : String(cause)}`, {cause});
  }
}

const tallColumns = ["metric", "value", "unit", "title", "source", "note", "comment"] as const;

function tallCells({names, rows}: Sheet): Cell[] {
  for (const name of names) if (name !== "") oneOf("line 1", "column", name, tallColumns);
  if (!names.includes("value")) throw new InputError('line 1: the column "value" is missing: write metric,value');
  const cell = (cells: readonly string[], name: (typeof tallColumns)[number]): string =>
    cells[names.indexOf(name)] ?? "";
  return rows.map(({line, cells}) => ({
    line,
    name: cell(cells, "metric").toLowerCase(),
    value: cell(cells, "value"),
    unit: cell(cells, "unit")
  }));
}

function wideCells({names, rows}: Sheet): Cell[] {
  const [only] = rows;
  if (!only || rows.length > 1)
    throw new InputError(
      `a file without a column "metric" has one row of values, not ${rows.length}: write metric,value`
    );
  return names.flatMap((name, i) => (name === "" ? [] : [{line: only.line, name, value: only.cells[i]!, unit: ""}]));
}
