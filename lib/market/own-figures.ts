import {parse} from "csv-parse/browser/esm/sync";
import {InputError, oneOf, parseUnit, unknown} from "../sheet/index.js";
import {delimiterName, delimiterOf, withoutSeparatorLine} from "../sheet/delimiter.js";
import {decimalMark, typedNumber, type DecimalMark} from "../sheet/number.js";
import {mayBePercentage} from "../sheet/quantity.js";
import {commensurable} from "../sheet/unit.js";
import {MARGIN, type Figures, type Metric, type Yardstick} from "./company-metric.js";

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

/** Where a figure stands, and what its neighbours say of it. */
export interface FigureContext {
  place: string;
  /** The unit that it is written in; that of the metric where it is empty. */
  unit?: string;
  /** The mark of the decimals among its neighbours. */
  mark?: DecimalMark | undefined;
}

/** A figure as somebody writes it, `2.75` or `62 %`, in the metric's unit. Throws an `InputError` with the place. */
export function figureOf(text: string, metric: Metric, {place, unit = "", mark}: FigureContext): number {
  const typed = typedNumber(text, mark);
  if (!("value" in typed))
    throw new InputError(`${place}: "${text}" ${typed.problem}: ${typed.hint ?? "write 2.75, or 62 %"}`);
  if ((typed.percent || unit === "%") && !mayBePercentage(metric.unit))
    throw new InputError(`${place}: ${text} is a percentage, the figure an amount: write it in ${metric.unit}`);
  const value = unit === "%" ? typed.value / (typed.percent ? 1 : 100) : typed.value * factor(unit, metric.unit, place);
  return plausible(value, text, metric, place);
}

function plausible(value: number, text: string, {unit, range: [low, high]}: Metric, place: string): number {
  if (value >= low && value <= high) return value;
  if (unit === "share" && (value < 0 || value > 1))
    throw new InputError(`${place}: ${text} is not a share: write 0.62 or 62 %`);
  const shown = unit === "1" ? "" : ` ${unit}`;
  throw new InputError(
    `${place}: ${Number(value.toPrecision(6))}${shown} is not between ${low} and ${high}: check the number and its unit`
  );
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

function factor(unit: string, wanted: string, place: string): number {
  if (unit === "") return 1;
  let from;
  try {
    from = parseUnit(unit, place);
  } catch (cause) {
    throw new InputError(cause instanceof Error ? cause.message : String(cause), {cause});
  }
  const to = parseUnit(wanted);
  if (!commensurable(from, to)) throw new InputError(`${place}: ${unit} does not go with ${wanted}: write ${wanted}`);
  return from.scale / to.scale;
}
