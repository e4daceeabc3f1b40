import {InputError, quoted} from "../sheet/error.js";
import {delimiterName} from "../sheet/delimiter.js";
import type {DecimalMark} from "../sheet/number.js";
import {columnsOf, type FigureColumns} from "./figure-column.js";
import type {GridCell} from "./figure-grid.js";
import type {FigureLayout} from "./figure-layout.js";
import {isForeign, looksNumeric, measureOf, writtenNumber, type Measure} from "./figure-measure.js";
import {dividedName, type FigureName, type FigureNames} from "./figure-name.js";
import {figureOf} from "./own-figure.js";

/** A row of a file with a name and a value. */
export interface FigureEntry {
  place: string;
  name: string;
  value: string;
  /** Unit from a separate column. */
  unit: string;
  /** Units that headings and separate lines state for all amounts. */
  common: string[];
  /** Why the row has no single value. */
  problem: string;
}

/** The non-empty rows of a layout, and what was chosen among its columns. */
export function entriesOf(layout: FigureLayout, known: FigureNames): {entries: FigureEntry[]; said: string[]} {
  const columns = columnsOf(layout);
  const body = layout.grid.slice(layout.headers);
  const stray = layout.wide ? strayIn(layout, columns) : undefined;
  const notes = amountsIn(layout, columns);
  const entries = body.flatMap((row) => {
    const name = row[layout.names]!.text;
    const held = filledIn(row, columns.values);
    const [first] = held.length > 0 ? held : filledIn(row, columns.passed);
    if (!first || (name === "" && (layout.wide || !looksNumeric(first.text)))) return [];
    const unit = row[columns.unit]?.text ?? "";
    const common = [unitIn(columns.headings[first.column]!), unitIn(columns.headings[layout.names]!), ...notes];
    const problem = problemOf(layout, {row, columns, held, stray});
    const value = textsOf(held).join(" and ");
    const entry = {place: placeIn(layout, first), name, value, unit, common, problem};
    return [entry, ...besideIn(layout, row, known).map((other) => ({...entry, ...other}))];
  });
  return {entries, said: columns.said};
}

/** Another figure in the same row, as in tables placed side by side. */
function besideIn({names}: FigureLayout, row: readonly GridCell[], known: FigureNames) {
  return row.flatMap(({text: name}, column) => {
    const value = row[column + 1]?.text ?? "";
    if (column === names || !looksNumeric(value) || !known.find(name)) return [];
    return [{name, value, problem: "another figure is in the same row: put each figure in its own row"}];
  });
}

function filledIn(row: readonly GridCell[], columns: readonly number[]): Held[] {
  return columns.map((column) => ({...row[column]!, column})).filter(({text}) => !missing.test(text));
}

const missing = /^(?:[-–—?]?|n\.?\/?a\.?|k\.\s?A\.)$/i;

interface Held extends GridCell {
  column: number;
}

function problemOf(
  layout: FigureLayout,
  row: {row: readonly GridCell[]; columns: FigureColumns; held: readonly Held[]; stray: string | undefined}
): string {
  const {columns, held, stray} = row;
  const beyond = stray ?? (layout.wide ? undefined : unheaded(row.row, columns));
  if (beyond !== undefined) return `${quoted(beyond)} has no heading${divided(layout)}`;
  const texts = textsOf(held);
  if (texts.length === 0) return `no value for ${columns.headings[columns.values[0]!]!}`;
  if (texts.length < 2) return "";
  return `${texts.length} values, ${texts.slice(0, 3).join(" and ")}: keep one, or head its column "value"`;
}

function textsOf(held: readonly Held[]): string[] {
  return [...new Set(held.map(({text}) => text))];
}

function divided({sheet: {delimiter}}: FigureLayout): string {
  if (delimiter === undefined) return "";
  const how = "use a decimal point, as in 2.75, or quote cells that contain one";
  return `: this file separates cells by a ${delimiterName(delimiter)}; ${how}`;
}

/** A number next to the value, without a heading of its own although the value has one. */
function unheaded(row: readonly GridCell[], {headings, values: [value]}: FigureColumns): string | undefined {
  if (value === undefined || headings[value] === "") return undefined;
  return row.find(({text}, column) => column > value && headings[column] === "" && looksNumeric(text))?.text;
}

/** A value beyond the last name of a line of names. */
function strayIn({grid, names}: FigureLayout, {values}: FigureColumns): string | undefined {
  const last = grid.findLastIndex((row) => row[names]!.text !== "");
  for (const row of grid.slice(last + 1))
    for (const column of values) if (looksNumeric(row[column]!.text)) return row[column]!.text;
  return undefined;
}

/** The unit in a heading of values, possibly the whole heading: `Value (k USD)`, `USD`. */
function unitIn(heading: string): string {
  const {unit} = dividedName(heading);
  if (measureOf(heading) !== undefined || isForeign(heading)) return heading;
  return measureOf(unit) !== undefined || isForeign(unit) ? unit : "";
}

/** The unit that a separate line states for all amounts, such as `All amounts in k USD`. */
function amountsIn({grid, headers}: FigureLayout, {values}: FigureColumns): string[] {
  const lines = grid.filter((row, i) => i < headers || values.every((column) => row[column]!.text === ""));
  return lines.flatMap((row) => row.flatMap(({text}) => amountIn(text)));
}

function amountIn(text: string): string[] {
  const unit = /\bin\s+(.{1,20}?)[.:]?$/i.exec(text)?.[1] ?? "";
  return unit !== "" && isOfAmounts(unit) ? [unit] : [];
}

/** Whether a unit applies to amounts of money only. */
function isOfAmounts(unit: string): boolean {
  const measure = measureOf(unit);
  return isForeign(unit) || (measure !== undefined && (measure.unit.startsWith("USD") || measure.scale > 1));
}

function placeIn({sheet: {name}}: FigureLayout, {line}: GridCell): string {
  return name === "" ? `line ${line}` : `sheet ${name}, line ${line}`;
}

/** The value of a row in the figure's unit. Throws an `InputError` that says why there is none. */
export function valueOf(entry: FigureEntry, {metric, unit: named}: FigureName, mark: DecimalMark | undefined): number {
  const {value, unit, common, problem} = entry;
  const place = metric.key;
  if (problem !== "") throw new InputError(`${place}: ${problem}`);
  const written = writtenNumber(value);
  if (!written) return figureOf(value, metric, {place, mark});
  const isMoney = metric.unit.startsWith("USD");
  const units = [unit, named, ...common.filter((text) => isMoney || !isOfAmounts(text))].filter((text) => text !== "");
  return figureOf(written.number, metric, {place, mark, ...joined(place, isMoney, units, written.measure)});
}

/** The one measure on which all places agree; plain dollars take the scale of the figure's own unit. */
function joined(place: string, isMoney: boolean, texts: readonly string[], behind: Measure): Measure {
  const measures = [...new Set(texts)].map((text) => measured(place, text));
  const all = behind.unit === "" ? measures : [...measures, behind];
  const units = [...new Set(all.map(({unit}) => unit))].filter((unit) => unit !== "" && !(isMoney && unit === "USD"));
  const scales = new Set(all.map(({scale}) => scale));
  const isTwice = behind.unit === "" && behind.scale !== 1 && all.some(({scale}) => scale !== 1);
  if (units.length > 1 || scales.size > 1 || isTwice)
    throw new InputError(`${place}: conflicting units: ${listOf(texts, behind)}`);
  const [scale = 1] = scales;
  return {unit: units[0] ?? "", scale: behind.unit === "" ? scale * behind.scale : scale};
}

function listOf(texts: readonly string[], behind: Measure): string {
  const isBeside = behind.unit !== "" || behind.scale !== 1;
  return [...new Set(texts.map(quoted)), ...(isBeside ? ["beside the number"] : [])].join(", ");
}

function measured(place: string, text: string): Measure {
  const measure = measureOf(text);
  if (measure) return measure;
  if (isForeign(text)) throw new InputError(`${place}: ${quoted(text)} is another currency: convert amounts to USD`);
  throw new InputError(`${place}: unknown unit ${quoted(text)}`);
}
