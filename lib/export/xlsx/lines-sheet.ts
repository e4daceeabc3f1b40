import type {Cell, WriteSheet} from "hucre/xlsx";
import {styles} from "./styles.js";

/** A line of a sheet of text: a label, a text, and further properties of the label's cell. */
export type Line = readonly [label: string, text: string, cell?: Partial<Cell>];

/** A sheet of labels and texts that prints one page wide. */
export function linesSheet(name: string, lines: readonly Line[]): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  lines.forEach(([label, text, cell], row) => {
    cells.set(`${row},0`, {value: label, style: styles.label, ...cell});
    if (text !== "") cells.set(`${row},1`, {value: text, style: styles.text});
  });
  const pageSetup = {orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0} as const;
  const rowDefs = new Map(lines.map(([, text], row) => [row, {height: 15 * linesOf(text)}]));
  return {name, columns: [{width: 26}, {width: LINE}], rows: [], cells, rowDefs, pageSetup};
}

/** The characters of a line of text. */
const LINE = 120;

/** The number of lines in a text: some programs do not fit a row's height to it. */
function linesOf(text: string): number {
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)), 0);
}
