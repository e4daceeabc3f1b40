import {readFileSync} from "node:fs";
import {InputError} from "../../lib/sheet/index.js";
import {codeOf, reasonOf} from "../output/file-system.js";

/**
 * Reads a bookkeeping file of a sweep by its shape; undefined if there is none. Throws an `InputError` with place,
 * value and hint if it is damaged.
 */
export function readRecord<T>(path: string, shape: (record: Field) => T, wayOut: string): T | undefined {
  try {
    const text = textOf(path);
    return text === undefined ? undefined : shape(new Field("", parsed(text)));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`${path}: damaged: ${error.message}: ${wayOut}`, {cause: error});
  }
}

/** A value in a record, with its path. */
export class Field {
  constructor(
    readonly place: string,
    readonly value: unknown
  ) {}

  of(name: string): Field {
    if (typeof this.value !== "object" || this.value === null || Array.isArray(this.value)) this.fail("an object");
    const value: unknown = Object.getOwnPropertyDescriptor(this.value, name)?.value;
    return new Field(this.place === "" ? name : `${this.place}.${name}`, value);
  }

  list(): Field[] {
    if (!Array.isArray(this.value)) this.fail("a list");
    return this.value.map((value: unknown, i) => new Field(`${this.place}[${i}]`, value));
  }

  whole(minimum: number, maximum: number = Number.MAX_SAFE_INTEGER): number {
    const {value} = this;
    if (Number.isSafeInteger(value) && Number(value) >= minimum && Number(value) <= maximum) return Number(value);
    return this.fail(`a whole number between ${minimum} and ${maximum}`);
  }

  seconds(): number {
    if (typeof this.value === "number" && Number.isFinite(this.value) && this.value >= 0) return this.value;
    return this.fail("a number of seconds");
  }

  text(pattern: RegExp, what: string): string {
    return typeof this.value === "string" && pattern.test(this.value) ? this.value : this.fail(what);
  }

  fail(expected: string): never {
    const got = JSON.stringify(this.value) as string | undefined;
    throw new InputError(`${this.place === "" ? "" : `${this.place}: `}expected ${expected}, got ${brief(got)}`);
  }
}

const LONGEST = 60;

function brief(text = "nothing"): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw new InputError(`cannot be read: ${reasonOf(error) ?? String(error)}`, {cause: error});
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InputError(`expected JSON, got ${brief(text)}`, {cause});
  }
}
