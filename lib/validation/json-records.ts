import {InputError} from "../sheet/index.js";

/** A JSON object. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/**
 * The objects of a JSON text: an array of them, one alone, or one on each line. Throws an `InputError` that names the
 * place, the value and the way out.
 */
export function jsonRecords(text: string): JsonRecord[] {
  const bare = text.replace(/^\uFEFF/, "");
  const whole = parsed(bare);
  const lines = "error" in whole ? linesOf(bare) : [];
  if ("error" in whole && lines.length < 2) throw new InputError(problem(bare, whole.error));
  const values = "error" in whole ? lines.map(({text: line, number}) => valueOf(line, number)) : [whole.value].flat();
  return values.map((value, i) => {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as JsonRecord;
    throw new InputError(
      `case ${i + 1}: ${JSON.stringify(value)} is not an object: write {"model": "llama-3.1-8b", "gpu": "H100"}`
    );
  });
}

type Parsed = {value: unknown} | {error: Error};

function parsed(text: string): Parsed {
  try {
    return {value: JSON.parse(text) as unknown};
  } catch (error) {
    return {error: error as Error};
  }
}

/** The lines of JSON Lines: each begins with an object. */
function linesOf(text: string): {text: string; number: number}[] {
  const lines = text.split("\n").map((line, i) => ({text: line.trim(), number: i + 1}));
  const filled = lines.filter((line) => line.text !== "");
  return filled.every((line) => /^\{.*\}$/.test(line.text)) ? filled : [];
}

function valueOf(line: string, number: number): unknown {
  const read = parsed(line);
  if ("value" in read) return read.value;
  throw new InputError(problem(line, read.error, number));
}

/** What is wrong with a text that is not JSON, with its place. */
function problem(text: string, error: Error, line = 1): string {
  const literal = /(?<=[:[,]\s*)-?(?:NaN|Infinity)\b/.exec(
    text.replace(/"(?:[^"\\]|\\.)*"/g, (quoted) => "_".repeat(quoted.length))
  );
  if (!literal) return `not JSON: ${line > 1 ? `line ${line}: ` : ""}${error.message}`;
  const before = text.slice(0, literal.index).split("\n");
  const place = `line ${line + before.length - 1}, column ${before.at(-1)!.length + 1}`;
  return `${place}: ${literal[0]} is not a number in JSON: leave the field out, or write null`;
}
