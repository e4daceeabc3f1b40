import {csvText} from "../../lib/export/csv.js";
import type {Engine} from "./engine.js";
import {texts, type Kept} from "./kept.js";

/** A result as CSV: DuckDB's own text for every value, missing ones empty, empty texts `""`, and no formulas. */
export async function csvFile(engine: Engine, result: Kept): Promise<string> {
  const columns = await texts(engine, result);
  const fields = result.columns.map(({type}) => (isText.test(type) ? textField : valueField));
  const lines = Array.from({length: result.length}, (_, row) =>
    columns.map((values, i) => (values[row] === null ? "" : fields[i]!(values[row]!))).join(",")
  );
  return [result.columns.map(({name}) => csvText(name)).join(","), ...lines].map((line) => `${line}\n`).join("");
}

const isText = /^(VARCHAR|ENUM\(.*\))$/s;

function textField(text: string): string {
  return text === "" ? '""' : csvText(text);
}

/** A minus sign before a number or an interval does not start a formula. */
function valueField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
