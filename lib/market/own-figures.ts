import {InputError, listed, quoted, shortened} from "../sheet/error.js";
import {allDelimiters, delimiterOf, statedDelimiter, type Delimiter} from "../sheet/delimiter.js";
import {decimalMark, type DecimalMark} from "../sheet/number.js";
import {MARGIN, type Figures, type Yardstick} from "./company-metric.js";
import {entriesOf, valueOf, type FigureEntry} from "./figure-entry.js";
import {sheetOfText, type FigureSheet} from "./figure-grid.js";
import {KNOWN, layoutOf, type FigureLayout} from "./figure-layout.js";
import {writtenNumber} from "./figure-measure.js";
import {figureNames, type FigureNames} from "./figure-name.js";

/** A row that was not read, and why. */
export interface UnreadRow {
  place: string;
  text: string;
  reason: string;
  /** Key of the figure that it names. */
  of?: string;
  /** Key of the figure with the most similar name, where the name is unknown. */
  near?: string;
}

/** A row that was read. */
export interface ReadRow {
  place: string;
  text: string;
  key: string;
  value: number;
}

/** The figures in a company's file. */
export interface OwnFigures {
  figures: Figures;
  read: ReadRow[];
  unread: UnreadRow[];
  /** Sentences about what was chosen among columns and sheets. */
  said: string[];
}

/**
 * Reads a company's own figures from a table in text: names and values in columns or rows, in any order, under any
 * headings or none. Ambiguous rows are listed with the reason. Throws an `InputError` if nothing can be read.
 */
export function readFigures(text: string, yardstick: Pick<Yardstick, "metrics">): OwnFigures {
  return readSheets([sheetIn(text, namesFor(yardstick))], yardstick);
}

/** Reads a company's own figures from the sheets of a workbook. Throws an `InputError` if nothing can be read. */
export function readSheets(sheets: readonly FigureSheet[], yardstick: Pick<Yardstick, "metrics">): OwnFigures {
  const names = namesFor(yardstick);
  const layouts = sheets.map((sheet) => layoutOf(sheet, names)).filter(({score}) => score > 0);
  const known = layouts.filter(({score}) => score >= KNOWN);
  const used = known.length > 0 ? known : layouts;
  const rows = used.map((layout) => entriesOf(layout, names));
  const read = readEntries(
    rows.flatMap(({entries}) => entries),
    names
  );
  if (read.read.length === 0) throw nothing(read.unread, names);
  return {
    figures: Object.fromEntries(read.read.map(({key, value}) => [key, value])),
    ...read,
    said: [...rows.flatMap(({said}) => said), ...leftOut(sheets, used)]
  };
}

function namesFor({metrics}: Pick<Yardstick, "metrics">): FigureNames {
  return figureNames([...metrics, MARGIN]);
}

/** Splits a text by the delimiter that recognises most names; of equals, by the usual one. */
function sheetIn(text: string, names: FigureNames): FigureSheet {
  const stated = statedDelimiter(text);
  const usual = stated ?? delimiterOf(text);
  const others = stated ? [] : allDelimiters.filter((one) => one !== usual);
  const sheets = [sheetOfText(text, usual), ...others.flatMap((delimiter) => soundSheet(text, delimiter))];
  const scores = sheets.map((sheet) => layoutOf(sheet, names).score);
  return sheets[scores.indexOf(Math.max(...scores))]!;
}

/** Empty if a delimiter that the file may not use leaves unbalanced quotation marks. */
function soundSheet(text: string, delimiter: Delimiter): FigureSheet[] {
  try {
    return [sheetOfText(text, delimiter)];
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

type Rows = Pick<OwnFigures, "read" | "unread">;

function readEntries(entries: readonly FigureEntry[], names: FigureNames): Rows {
  const mark = decimalMark(entries.map(({value}) => writtenNumber(value)?.number ?? value));
  const rows = entries.map((entry) => readEntry(entry, names, mark));
  const read = rows.filter((row) => "key" in row);
  const doubtful = new Map(read.flatMap((row) => doubtOf(row, read, rows)));
  return {
    read: read.filter((row, i) => !doubtful.has(row) && read.findIndex(({key}) => key === row.key) === i),
    unread: rows.flatMap((row) => ("key" in row ? unreadFor(row, doubtful.get(row)) : [row]))
  };
}

function readEntry(entry: FigureEntry, names: FigureNames, mark: DecimalMark | undefined): ReadRow | UnreadRow {
  const {place, name, value} = entry;
  const row = {place, text: `${name} ${value}`.trim()};
  if (name === "") return {...row, reason: "a value without a name"};
  const found = names.find(name);
  if (!found) {
    const near = names.near(name);
    return {...row, reason: `unknown figure ${quoted(name)}`, ...(near && {near})};
  }
  try {
    return {...row, key: found.metric.key, value: valueOf(entry, found, mark)};
  } catch (error) {
    if (error instanceof InputError) return {...row, reason: error.message, of: found.metric.key};
    throw error;
  }
}

/** A figure must appear once, or always with the same value. */
function doubtOf(row: ReadRow, read: readonly ReadRow[], rows: readonly (ReadRow | UnreadRow)[]): [ReadRow, string][] {
  const {key, value} = row;
  const others = read.filter((one) => one.key === key && one.value !== value);
  const refused = rows.filter((one) => "reason" in one && one.of === key);
  const [other] = [...others, ...refused];
  return other ? [[row, `duplicate figure ${key}, also in ${other.place} (${shortened(other.text)}): remove one`]] : [];
}

function unreadFor({place, text}: ReadRow, reason: string | undefined): UnreadRow[] {
  return reason === undefined ? [] : [{place, text, reason}];
}

function leftOut(sheets: readonly FigureSheet[], used: readonly FigureLayout[]): string[] {
  const names = sheets.filter((sheet) => !used.some((layout) => layout.sheet === sheet)).map(({name}) => name);
  if (names.length === 0 || sheets.length === 1) return [];
  return [`Figures are those of sheet ${used.map(({sheet}) => sheet.name).join(", ")}, not of ${names.join(", ")}.`];
}

/** Rows listed in a message. */
const TOLD = 5;

function nothing(unread: readonly UnreadRow[], {keys}: FigureNames): InputError {
  if (unread.length === 0) return new InputError("the file contains no figures: expected rows of metric,value");
  const rows = unread.slice(0, TOLD).map(unreadInWords);
  const more = unread.length > TOLD ? [`and ${unread.length - TOLD} more rows`] : [];
  return new InputError(["no figure can be read", ...rows, ...more, `figures: ${listed(keys)}`].join("\n  "));
}

/** A row that was not read: place, reason and the most similar name. */
export function unreadInWords({place, reason, near}: UnreadRow): string {
  return `${place}: ${reason}${near === undefined ? "" : `: did you mean ${near}?`}`;
}
