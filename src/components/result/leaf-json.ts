import {blobBytes} from "./blob.js";

/** A simple DuckDB value as JSON, given its type and text; values that are not JSON numbers become text. */
export function leafJson(type: string, text: string): string {
  if (isNumber.test(type)) return text;
  if (/^(FLOAT|DOUBLE)$/.test(type)) return special[text] ?? text;
  if (type === "BLOB") return JSON.stringify(base64(blobBytes(text)));
  if (type.startsWith("TIMESTAMP")) return JSON.stringify(isoOf(text));
  return JSON.stringify(text);
}

const isNumber = /^(BOOLEAN|U?(TINYINT|SMALLINT|INTEGER|BIGINT))$/;
const special: Partial<Record<string, string>> = {nan: '"NaN"', inf: '"Infinity"', "-inf": '"-Infinity"'};

function isoOf(text: string): string {
  return text.replace(/^(\d{4}-\d\d-\d\d) (\S+)$/, "$1T$2").replace(/\+00$/, "Z");
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
