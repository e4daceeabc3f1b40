import {originOf} from "../rows/row-source.js";
import type {Row} from "../rows/table-types.js";
import {inspect} from "./cell-link.js";
import {cellOf, recordOf, type CellMark, type Origin} from "./origin.js";

/**
 * Lets a reader click on a chart to inspect the cells behind a point, which come from the chart's data or its table.
 */
export function inspectChart(chart: Element, table: readonly object[]): void {
  chart.addEventListener("click", (event) => {
    const datum = pointedAt(event.target);
    if (datum) void follow(datum, table);
  });
}

/** Plot stores the datum under the pointer as the value of its element. */
function pointedAt(target: EventTarget | null): object | undefined {
  for (let element = target instanceof Element ? target : null; element; element = element.parentElement) {
    const {value} = element as Element & {value?: unknown};
    if (typeof value === "object" && value !== null) return value;
  }
  return undefined;
}

async function follow(datum: object, table: readonly object[]): Promise<void> {
  const origin = originIn(datum, table);
  if (origin) await inspect(origin);
}

function originIn(datum: object, table: readonly object[]): Origin | undefined {
  const {origin, origins = []} = datum as {origin?: Origin; origins?: readonly CellMark[]};
  if (origin) return origin;
  if (origins.length > 0) return among("This number is the sum of:", origins);
  const rows = likely(datum, table);
  const held = numbersOf(datum);
  const equal = unique(rows.flatMap((row) => cellsOf(row, (value) => held.has(value))));
  if (equal.length > 0) return among("Several cells hold this number:", equal);
  const parts = unique(rows.slice(0, 2).flatMap((row) => cellsOf(row, () => true)));
  if (parts.length > 0) return {words: "This number is calculated for the chart from:", of: parts.slice(0, most)};
  return recordIn(rows, held);
}

function among(words: string, cells: readonly CellMark[]): Origin {
  return cells.length === 1 ? cells[0]! : {words, of: cells.slice(0, most)};
}

/** The row that holds most of the datum's numbers. */
function recordIn(rows: readonly object[], held: ReadonlySet<number>): Origin | undefined {
  const shared = (row: object): string[] => Object.keys(row).filter((name) => held.has((row as Row)[name] as number));
  const [best] = rows.map((row) => ({row, columns: shared(row)})).sort((a, b) => b.columns.length - a.columns.length);
  return best && best.columns.length > 0 ? recordOf(best.row, best.columns[0]) : undefined;
}

const most = 16;

/** The table's rows with the datum's month and name, as far as it has them. */
function likely(datum: object, table: readonly object[]): readonly object[] {
  const rows = table.filter((row) => originOf(row) !== undefined);
  const {date} = datum as {date?: unknown};
  const dated = date instanceof Date ? rows.filter((row) => sameTime((row as Row).date, date)) : rows;
  const texts = new Set(Object.values(datum).filter((value) => typeof value === "string"));
  const named = dated.filter((row) => ["key", "name", "scenario"].some((column) => texts.has(textOf(row, column))));
  return named.length > 0 ? named : dated;
}

function sameTime(a: unknown, b: Date): boolean {
  return a instanceof Date && a.getTime() === b.getTime();
}

function textOf(row: object, column: string): string {
  const value = (row as Row)[column];
  return typeof value === "string" && column !== "scenario" ? value : "";
}

function numbersOf(datum: object): Set<number> {
  return new Set(Object.values(datum).filter((value): value is number => typeof value === "number"));
}

function cellsOf(row: object, isWanted: (value: number) => boolean): CellMark[] {
  return Object.entries(row).flatMap(([column, value]: [string, unknown]) => {
    const origin = typeof value === "number" && isWanted(value) ? cellOf(row, column) : undefined;
    return origin ? [origin] : [];
  });
}

function unique(marks: readonly CellMark[]): CellMark[] {
  return [...new Map(marks.map((mark) => [`${mark.scenario} ${mark.cell}`, mark])).values()];
}
