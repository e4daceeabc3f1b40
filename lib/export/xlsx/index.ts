import {about} from "../about.js";
import {identityOf, titleOf, type ExportedRun} from "../exported-run.js";
import {Formulas} from "./formulas.js";
import {layoutOf} from "./layout.js";
import {namedRanges} from "./names.js";
import {readmeSheet, sourceSheets} from "./readme.js";
import {sheetOf, type SheetOptions} from "./sheet.js";
import {writeWorkbook} from "./write.js";

/** A run as a workbook of formulas: the bytes of an XLSX file. */
export function workbook(exported: ExportedRun, options: SheetOptions = {}): Promise<Uint8Array> {
  const {run, created} = exported;
  const layouts = layoutOf(run);
  const formulas = new Formulas(run.model, layouts);
  return writeWorkbook(
    {
      sheets: [
        readmeSheet(exported, formulas.values()),
        ...layouts.map((layout) => sheetOf(run, formulas, layout, options)),
        ...sourceSheets(exported)
      ],
      namedRanges: namedRanges(run.model, layouts),
      properties: {title: titleOf(exported), creator: about.authors, created, modified: created}
    },
    identityOf(exported)
  );
}
