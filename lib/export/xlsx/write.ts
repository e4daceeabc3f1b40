import {writeXlsx, type Cell, type CellValue, type WriteSheet} from "hucre/xlsx";
import {identityEntries, type Identity} from "../identity.js";
import {cellText, xmlText} from "../text/xml.js";

type Workbook = Parameters<typeof writeXlsx>[0];

/**
 * Writes a workbook. Texts are limited to what a workbook can hold and never read as formulas; the file's properties
 * identify the run.
 */
export function writeWorkbook({sheets, properties, ...rest}: Workbook, identity: Identity): Promise<Uint8Array> {
  const title = properties?.title === undefined ? {} : {title: xmlText(properties.title)};
  const custom = Object.fromEntries([["model_hash", identity.model], ...identityEntries(identity)]) as CustomProperties;
  return writeXlsx({...rest, properties: {...properties, ...title, custom}, sheets: sheets.map(held)});
}

type CustomProperties = NonNullable<Workbook["properties"]>["custom"];

function held(sheet: WriteSheet): WriteSheet {
  const {rows, cells} = sheet;
  if (cells) for (const [place, cell] of cells) if (hasText(cell)) cells.set(place, heldCell(cell));
  return {...sheet, ...(rows && {rows: rows.map((row) => row.map(value))})};
}

/** A workbook has a million cells, most of them numbers, and copying each would take longer than making it. */
function hasText({value, formula, formulaResult, comment}: Partial<Cell>): boolean {
  return [value, formula, formulaResult].some((content) => typeof content === "string") || comment !== undefined;
}

function heldCell(cell: Partial<Cell>): Partial<Cell> {
  const {formula, formulaResult, comment} = cell;
  return {
    ...cell,
    ...("value" in cell && {value: value(cell.value ?? null)}),
    ...(formula !== undefined && {formula: xmlText(formula)}),
    ...(formulaResult !== undefined && {formulaResult: value(formulaResult)}),
    ...(comment && {comment: {...comment, text: xmlText(comment.text)}})
  };
}

function value(content: CellValue): CellValue {
  return typeof content === "string" ? cellText(content) : content;
}
