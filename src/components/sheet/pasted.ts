import {tsvParseRows} from "d3";
import {decimalMark, typedNumber} from "../../lib/sheet/number.js";

/**
 * The rows of a copied range. A number that only its neighbours explain, as `1,000` beside `12.5`, is written as it
 * would be typed; all else stays as it was copied.
 */
export function pasted(text: string): string[][] {
  const rows = tsvParseRows(text.replace(/\r?\n$/, "")).map((row) => row.map((cell) => cell.trim()));
  const mark = decimalMark(rows.flat());
  return rows.map((row) => row.map((cell) => plain(cell, mark)));
}

/** The text that means the same alone as among its neighbours; what they make doubtful gets a comma, to be refused. */
function plain(cell: string, mark: ReturnType<typeof decimalMark>): string {
  const [alone, among] = [typedNumber(cell), typedNumber(cell, mark)];
  if (!("value" in among)) return "value" in alone ? cell.replace(".", ",") : cell;
  return "value" in alone ? cell : cell.replace(",", mark === "," ? "." : "");
}
