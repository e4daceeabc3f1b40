import {isPlain, kindOf, textOf} from "../../components/own/own-file.js";
import {messageOf} from "../../components/cell/message.js";
import {sheetOfRows, type FigureSheet} from "../../lib/market/figure-grid.js";
import {yardsticks, type MeasuredLayer} from "../../lib/market/company-metric.js";
import {readFigures, readSheets, type OwnFigures} from "../../lib/market/own-figures.js";
import {InputError} from "../../lib/sheet/error.js";

/** A company's own figures in a file, CSV or XLSX whatever its name. Throws an `InputError` where nothing is read. */
export async function figuresInFile(bytes: Uint8Array, layer: MeasuredLayer): Promise<OwnFigures> {
  if (bytes.length === 0) throw new InputError("the file is empty");
  const kind = kindOf(bytes);
  if (kind === "xlsx") return readSheets(await workbook(bytes), yardsticks[layer]);
  const text = textOf(bytes);
  if (kind !== "delimited" || !isPlain(text)) throw new InputError("the file is neither CSV nor XLSX: save it as one");
  return readFigures(text, yardsticks[layer]);
}

async function workbook(bytes: Uint8Array): Promise<FigureSheet[]> {
  const {sheetsOf} = await import("../../components/own/sheets.js");
  try {
    return (await sheetsOf(bytes)).map(({name, rows}) => sheetOfRows(name, rows));
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError(`it begins as an XLSX workbook, and is damaged or cut off: ${messageOf(cause)}`, {cause});
  }
}
