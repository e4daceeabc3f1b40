import {writeXlsx} from "hucre/xlsx";
import type {Run} from "../../sheet/index.js";
import {Formulas} from "./formulas.js";
import {layoutOf} from "./layout.js";
import {namedRanges} from "./names.js";
import {sheetOf, type SheetOptions} from "./sheet.js";

/** A run as a workbook whose cells are formulas: the bytes of an XLSX file. */
export function workbook(run: Run, options: SheetOptions = {}): Promise<Uint8Array> {
  const layouts = layoutOf(run);
  const formulas = new Formulas(run.model, layouts);
  const sheets = layouts.map((layout) => sheetOf(run, formulas, layout, options));
  return writeXlsx({sheets, namedRanges: namedRanges(run.model, layouts)});
}
