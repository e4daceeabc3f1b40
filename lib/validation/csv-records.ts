import {parse} from "csv-parse/browser/esm/sync";
import {InputError} from "../sheet/index.js";
import {delimiterOf, withoutSeparatorLine} from "../sheet/delimiter.js";
import type {JsonRecord} from "./json-records.js";

/**
 * The rows of a CSV text as records of texts by header, without empty cells. Cells are divided by commas, semicolons or
 * tabs. Throws an `InputError` for broken quotes, rows of other lengths and no rows.
 */
export function csvRecords(text: string): JsonRecord[] {
  const [headers, ...rows] = linesOf(text.replace(/^\uFEFF/, ""));
  if (!headers || rows.length === 0)
    throw new InputError("no cases: write a line of fields, such as model,gpu,gpus, and a line for each case");
  return rows.map((cells) => {
    const filled = headers.map((name, i) => [name.trim(), (cells[i] ?? "").trim()] as const);
    return Object.fromEntries(filled.filter(([name, cell]) => name !== "" && cell !== ""));
  });
}

function linesOf(text: string): string[][] {
  const bare = withoutSeparatorLine(text);
  const options = {delimiter: delimiterOf(text), skip_empty_lines: true, skip_records_with_empty_values: true} as const;
  try {
    return parse(bare, options);
  } catch (cause) {
    throw new InputError(`not CSV: ${cause instanceof Error ? cause.message : String(cause)}`, {cause});
  }
}
