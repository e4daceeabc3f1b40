import {originOf, type Row} from "../tables.js";
import {cellOf, inspect, inspectMade, type CellMark, type Made} from "./mark.js";

/** Lets a reader click what a chart points at: the cells behind it are those that it names, or those of the chart's table. */
export function inspectChart(chart: Element, table: readonly object[]): void {
  chart.addEventListener("click", (event) => {
    const datum = pointedAt(event.target);
    if (datum) void follow(datum, table);
  });
}

/** Plot keeps what the pointer is at as the value of what it made. */
function pointedAt(target: EventTarget | null): object | undefined {
  for (let element = target instanceof Element ? target : null; element; element = element.parentElement) {
    const {value} = element as Element & {value?: unknown};
    if (typeof value === "object" && value !== null) return value;
  }
  return undefined;
}

async function follow(datum: object, table: readonly object[]): Promise<void> {
  const {origin, origins = []} = datum as {origin?: CellMark | Made; origins?: readonly CellMark[]};
  if (origin) return "of" in origin ? inspectMade(origin) : inspect(origin);
  if (origins.length === 1) return inspect(origins[0]!);
  if (origins.length > 1) return inspectMade({words: "This number is the sum of:", of: origins});
  const rows = likely(datum, table);
  const equal = unique(rows.flatMap((row) => cellsOf(row, (value) => numbersOf(datum).has(value))));
  if (equal.length === 1) return inspect(equal[0]!);
  if (equal.length > 1) return inspectMade({words: "Several cells hold this number:", of: equal.slice(0, most)});
  const parts = unique(rows.slice(0, 2).flatMap((row) => cellsOf(row, () => true)));
  if (parts.length > 0)
    return inspectMade({words: "This number is made for the chart, from:", of: parts.slice(0, most)});
}

const most = 16;

/** The rows of the table that are of the datum's month and name, as far as it says. */
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
