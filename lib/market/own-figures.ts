import {parse} from "csv-parse/browser/esm/sync";
import {InputError, parseUnit, unknown} from "../sheet/index.js";
import {commensurable} from "../sheet/unit.js";
import {MARGIN, type Figures, type Yardstick} from "./company-metric.js";

/**
 * Reads a company's own figures from CSV: rows `metric,value` and, where it likes, `unit`; or one row of values under
 * the names of metrics. `62 %` is 0.62; a unit of the same kind is converted. Throws an `InputError` with the line, the
 * value and the way out.
 */
export function readFigures(text: string, {metrics}: Pick<Yardstick, "metrics">): Figures {
  const [header, ...rows] = linesOf(text);
  const names = (header?.cells ?? []).map((name) => name.toLowerCase());
  for (const {line, cells} of rows)
    if (cells.length > names.length)
      throw new InputError(
        `line ${line}: ${cells.length} cells under ${names.length} names: write 2.75 with a point, and no ` +
          `separators of thousands`
      );
  const tall = names.includes("metric");
  const cells = tall ? tallCells(names, rows) : wideCells(names, rows);
  const figures: Record<string, number> = {};
  const permitted = [...metrics, MARGIN];
  for (const {line, name, value, unit} of cells) {
    const metric = permitted.find(({key}) => key === name);
    if (!metric) {
      const keys = permitted.map(({key}) => key);
      return unknown(`line ${line}`, "figure", name, keys);
    }
    if (name in figures) throw new InputError(`line ${line}: ${name} stands twice: remove one`);
    if (value !== "") figures[name] = numberOf(value, unit, metric.unit, `line ${line}: ${name}`);
  }
  if (Object.keys(figures).length === 0) throw new InputError("the file holds no figure: write rows of metric,value");
  return figures;
}

/** A figure as somebody types it: `2.75`, `62 %`. Throws an `InputError` that names the place. */
export function numberOf(text: string, unit: string, wanted: string, place: string): number {
  const [, digits, percent] = /^([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*(%?)$/i.exec(text.trim()) ?? [];
  if (digits === undefined)
    throw new InputError(`${place}: "${text}" is not a number: write 2.75, without thousands separators, or 62 %`);
  const value = Number(digits) * (percent ? 0.01 : 1) * factor(unit, wanted, place);
  if (wanted === "share" && (value < 0 || value > 1))
    throw new InputError(`${place}: ${text} is not a share: write 0.62 or 62 %`);
  return value;
}

interface Cell {
  line: number;
  name: string;
  value: string;
  unit: string;
}

interface Line {
  line: number;
  cells: string[];
}

function linesOf(text: string): Line[] {
  const options = {bom: true, trim: true, skip_empty_lines: true, relax_column_count: true, info: true} as const;
  try {
    const parsed = parse(text, {...options, delimiter: [",", ";", "\t"]}) as unknown as Parsed[];
    return parsed.map(({record, info}) => ({line: info.lines, cells: record}));
  } catch (cause) {
    throw new InputError(`not a CSV file: ${cause instanceof Error ? cause.message : String(cause)}`, {cause});
  }
}

interface Parsed {
  record: string[];
  info: {lines: number};
}

function tallCells(names: readonly string[], rows: readonly Line[]): Cell[] {
  const [metric, value, unit] = ["metric", "value", "unit"].map((name) => names.indexOf(name)) as [
    number,
    number,
    number
  ];
  if (value < 0) throw new InputError('line 1: the column "value" is missing: write metric,value');
  return rows.map(({line, cells}) => ({
    line,
    name: (cells[metric] ?? "").toLowerCase(),
    value: cells[value] ?? "",
    unit: unit < 0 ? "" : (cells[unit] ?? "")
  }));
}

function wideCells(names: readonly string[], rows: readonly Line[]): Cell[] {
  const [only] = rows;
  if (!only || rows.length > 1)
    throw new InputError(
      `a file without a column "metric" has one row of values, not ${rows.length}: write metric,value`
    );
  return names.map((name, i) => ({line: only.line, name, value: only.cells[i] ?? "", unit: ""}));
}

function factor(unit: string, wanted: string, place: string): number {
  if (unit === "" || unit === "%") return unit === "%" ? 0.01 : 1;
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
