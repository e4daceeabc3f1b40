import {tsvParseRows} from "d3";
import {decimalMark, typedNumber} from "../../lib/sheet/number.js";

/**
 * The rows of a copied range. A number that is ambiguous alone, such as `1,000` beside `12.5`, is rewritten in entry
 * notation; other cells stay as copied.
 */
export function pasted(text: string): string[][] {
  const rows = tsvParseRows(text.replace(/\r?\n$/, "")).map((row) => row.map((cell) => cell.trim()));
  const mark = decimalMark(rows.flat());
  return rows.map((row) => row.map((cell) => plain(cell, mark)));
}

/**
 * A text that means the same alone as among its neighbours. A number that they make ambiguous gets a comma, so that it
 * is rejected.
 */
function plain(cell: string, mark: ReturnType<typeof decimalMark>): string {
  const [alone, among] = [typedNumber(cell), typedNumber(cell, mark)];
  if (!("value" in among)) return "value" in alone ? cell.replace(".", ",") : cell;
  return "value" in alone ? cell : cell.replace(",", mark === "," ? "." : "");
}
