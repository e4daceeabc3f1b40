import {parseCsv, type Cell} from "./csv.js";
import {parseQuantity} from "./quantity.js";
import {typedColumns} from "./read.js";
import type {Table} from "./table.js";
import {factor, parseUnit} from "./unit.js";

/**
 * Notes on columns whose unit in the file has a different scale from the model's, so that their numbers are converted.
 * Each note has the place, an example, and what to do if the numbers are already in the model's unit.
 */
export function unitNotes(table: Table<object>, text: string, file: string): string[] {
  const {headers, records} = parseCsv(text, file);
  const isParameters = headers.includes("central");
  return typedColumns(table).flatMap(([name, column]) => {
    if (column.kind !== "input" || column.type !== "number") return [];
    const stated = isParameters
      ? records.filter(({key}) => key!.text === name).map(ofParameter)
      : headers.filter((header) => header.replace(/\s*\[.*$/, "") === name).map((header) => ofColumn(header, records));
    return stated.flatMap((one) => noteOf(one, name, column.unit, file));
  });
}

/** A unit stated in a file, and its first number. */
interface Stated {
  unit: string;
  line: number;
  /** The replacement in the file, in the column's unit. */
  instead: (unit: string) => string;
  first: {cell: Cell; key: string} | undefined;
}

type CellsOfRow = Record<string, Cell>;

function ofColumn(header: string, records: readonly CellsOfRow[]): Stated {
  const row = records.find((record) => record[header]!.text !== "");
  return {
    unit: /\[(.*)\]\s*$/.exec(header)?.[1] ?? "",
    line: 1,
    instead: (unit) => header.replace(/\[.*/, `[${unit}]`),
    first: row && {cell: row[header]!, key: row.key!.text}
  };
}

function ofParameter({key, unit, central}: CellsOfRow): Stated {
  return {
    unit: unit!.text,
    line: unit!.line,
    instead: (wanted) => `the unit ${wanted}`,
    first: {cell: central!, key: key!.text}
  };
}

function noteOf({unit, line, instead, first}: Stated, name: string, own: string, file: string): string[] {
  const by = factor(parseUnit(unit), parseUnit(own));
  const number = first && parseQuantity(first.cell)?.central;
  if (by === 1 || number === undefined) return [];
  const reading = `${shortly(number)} of ${first!.key} is read as ${shortly(number * by)} ${own}`;
  return [
    `${file}:${line}: ${name} is in ${unit}, the model's in ${own}: ${reading}` +
      `\n  if the numbers are already in ${own}, use ${instead(own)}`
  ];
}

function shortly(value: number): string {
  return value.toLocaleString("en-US", {maximumSignificantDigits: 6});
}
