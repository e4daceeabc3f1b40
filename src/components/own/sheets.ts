import {cellOf, type OwnRows} from "./own-file.js";

/** The non-empty sheets of a workbook, as rows; merged cells all have the same value. */
export async function sheetsOf(bytes: Uint8Array): Promise<{name: string; rows: OwnRows}[]> {
  const {readXlsx} = await import("hucre/xlsx");
  const {sheets} = await readXlsx(bytes);
  const read = sheets.map(({name, rows, merges = []}) => {
    const cells = rows.map((row) => row.map((cell) => cellOf(cell) || null));
    for (const merge of merges) fill(cells, merge);
    return {name, rows: cells};
  });
  return read.filter(({rows}) => rows.some((row) => row.some((cell) => cell !== null)));
}

interface Merge {
  startRow: number;
  startCol: number;
  endRow: number;
  endCol: number;
}

/** A title across the whole sheet is one cell: merges within a single row are left as they are. */
function fill(cells: (string | null)[][], {startRow, startCol, endRow, endCol}: Merge): void {
  const value = cells[startRow]?.[startCol] ?? null;
  if (startRow === endRow) return;
  for (const row of cells.slice(startRow, endRow + 1))
    for (let column = startCol; column <= endCol; ++column) row[column] = value;
}
