import {InputError, quoted} from "../sheet/error.js";
import {delimiterName} from "../sheet/delimiter.js";
import type {DecimalMark} from "../sheet/number.js";
import {columnsOf, type FigureColumns} from "./figure-column.js";
import type {GridCell} from "./figure-grid.js";
import type {FigureLayout} from "./figure-layout.js";
import {isForeign, looksNumeric, measureOf, writtenNumber, type Measure} from "./figure-measure.js";
import {dividedName, type FigureName, type FigureNames} from "./figure-name.js";
import {figureOf} from "./own-figure.js";

/** A row with a name and a value, as a file has them. */
export interface FigureEntry {
  place: string;
  name: string;
  value: string;
  /** Its unit, in a column of its own. */
  unit: string;
  /** What headings and lines of their own say of all amounts. */
  common: string[];
  /** Why it has no one value. */
  problem: string;
}

/** The rows of a layout that hold something, and what was chosen among columns. */
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

/** Other figures in a row, which one table beside another has. */
function besideIn({names}: FigureLayout, row: readonly GridCell[], known: FigureNames) {
  return row.flatMap(({text: name}, column) => {
    const value = row[column + 1]?.text ?? "";
    if (column === names || !looksNumeric(value) || !known.find(name)) return [];
    return [{name, value, problem: "it stands beside another figure: write one a row"}];
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
  if (beyond !== undefined) return `${quoted(beyond)} stands under no name${divided(layout)}`;
  const texts = textsOf(held);
  if (texts.length === 0) return `it has no value for ${columns.headings[columns.values[0]!]!}`;
  if (texts.length < 2) return "";
  return `it has ${texts.length} values, ${texts.slice(0, 3).join(" and ")}: keep one, or name its column "value"`;
}

function textsOf(held: readonly Held[]): string[] {
  return [...new Set(held.map(({text}) => text))];
}

function divided({sheet: {delimiter}}: FigureLayout): string {
  if (delimiter === undefined) return "";
  const how = "write 2.75 with a point, or put a cell that holds one in quotation marks";
  return `: the cells of this file are divided by a ${delimiterName(delimiter)}; ${how}`;
}

/** A number behind the value, without a heading where the value has one. */
function unheaded(row: readonly GridCell[], {headings, values: [value]}: FigureColumns): string | undefined {
  if (value === undefined || headings[value] === "") return undefined;
  return row.find(({text}, column) => column > value && headings[column] === "" && looksNumeric(text))?.text;
}

/** A value behind the last name of a line of names. */
function strayIn({grid, names}: FigureLayout, {values}: FigureColumns): string | undefined {
  const last = grid.findLastIndex((row) => row[names]!.text !== "");
  for (const row of grid.slice(last + 1))
    for (const column of values) if (looksNumeric(row[column]!.text)) return row[column]!.text;
  return undefined;
}

/** The unit in a heading of values, which may be the whole of it: `Value (k USD)`, `USD`. */
function unitIn(heading: string): string {
  const {unit} = dividedName(heading);
  if (measureOf(heading) !== undefined || isForeign(heading)) return heading;
  return measureOf(unit) !== undefined || isForeign(unit) ? unit : "";
}

/** What a line of its own says of all amounts, such as `All amounts in k USD`. */
function amountsIn({grid, headers}: FigureLayout, {values}: FigureColumns): string[] {
  const lines = grid.filter((row, i) => i < headers || values.every((column) => row[column]!.text === ""));
  return lines.flatMap((row) => row.flatMap(({text}) => amountIn(text)));
}

function amountIn(text: string): string[] {
  const unit = /\bin\s+(.{1,20}?)[.:]?$/i.exec(text)?.[1] ?? "";
  return unit !== "" && isOfAmounts(unit) ? [unit] : [];
}

/** Whether a unit is said of money alone. */
function isOfAmounts(unit: string): boolean {
  const measure = measureOf(unit);
  return isForeign(unit) || (measure !== undefined && (measure.unit.startsWith("USD") || measure.scale > 1));
}

function placeIn({sheet: {name}}: FigureLayout, {line}: GridCell): string {
  return name === "" ? `line ${line}` : `sheet ${name}, line ${line}`;
}

/** The value of a row in the figure's unit. Throws an `InputError` that says why it has none. */
export function valueOf(entry: FigureEntry, {metric, unit: named}: FigureName, mark: DecimalMark | undefined): number {
  const {value, unit, common, problem} = entry;
  const place = metric.key;
  if (problem !== "") throw new InputError(`${place}: ${problem}`);
  const written = writtenNumber(value);
  if (!written) return figureOf(value, metric, {place, mark});
  const isMoney = metric.unit.startsWith("USD");
  const said = [unit, named, ...common.filter((text) => isMoney || !isOfAmounts(text))].filter((text) => text !== "");
  return figureOf(written.number, metric, {place, mark, ...joined(place, isMoney, said, written.measure)});
}

/** The one measure that all places agree on; dollars alone are those of the figure's own unit. */
function joined(place: string, isMoney: boolean, texts: readonly string[], behind: Measure): Measure {
  const said = [...new Set(texts)].map((text) => measured(place, text));
  const all = behind.unit === "" ? said : [...said, behind];
  const units = [...new Set(all.map(({unit}) => unit))].filter((unit) => unit !== "" && !(isMoney && unit === "USD"));
  const scales = new Set(all.map(({scale}) => scale));
  const isTwice = behind.unit === "" && behind.scale !== 1 && all.some(({scale}) => scale !== 1);
  if (units.length > 1 || scales.size > 1 || isTwice)
    throw new InputError(`${place}: its unit is given twice, differently: ${listOf(texts, behind)}`);
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
  if (isForeign(text)) throw new InputError(`${place}: ${quoted(text)} is other money: amounts are in USD`);
  throw new InputError(`${place}: unknown unit ${quoted(text)}`);
}
