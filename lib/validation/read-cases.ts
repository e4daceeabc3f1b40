import {InputError, unknown} from "../sheet/index.js";
import {typedNumber} from "../sheet/number.js";
import {caseFields, type Case, type CaseField} from "./case.js";
import {caseFormats, recordFields, type CaseFormat, type Source} from "./case-format.js";
import {csvRecords} from "./csv-records.js";
import {jsonRecords, type JsonRecord} from "./json-records.js";

/** The cases of a file, and what was made of its records. */
export interface CaseFile {
  cases: Case[];
  /** For records of another program: its name, which field was read from which, and which are not used. */
  notes: string[];
}

/**
 * Reads cases from JSON: the project's own, or records of InferenceX, `vllm bench serve`, SGLang, GenAI-Perf or AIPerf,
 * in an array, alone or one on each line; or from CSV, whose first line names the same fields. Throws an `InputError`
 * that names the case, the field and the way out.
 */
export function readCases(text: string): CaseFile {
  const read = /^\s*[[{]/.test(text.replace(/^\uFEFF/, "")) ? jsonRecords : csvRecords;
  const records = read(text).map((record, i) => readRecord(record, `case ${i + 1}`));
  return {cases: records.map(({one}) => one), notes: [...new Set(records.flatMap(({note}) => note ?? []))]};
}

interface ReadRecord {
  one: Case;
  note?: string;
}

function readRecord(record: JsonRecord, place: string): ReadRecord {
  const format = caseFormats.find(({known}) => known.every((names) => names.some((name) => name in record)));
  return format ? new ForeignRecord(record, format, place).read() : ownRecord(record, place);
}

const names = Object.keys(caseFields) as CaseField[];

function ownRecord(record: JsonRecord, place: string): ReadRecord {
  const permitted = [...names, ...recordFields];
  const odd = Object.keys(record).find((name) => !permitted.some((one) => one === name));
  if (odd !== undefined) unknown(place, "field", odd, permitted);
  return {
    one: caseOf(
      names.map((name) => [name, record[name]]),
      place
    )
  };
}

/** A record of another program. Fields of the project's own name count before the program's. */
class ForeignRecord {
  private readonly used = new Set<string>();
  private readonly mapped: string[] = [];
  private readonly remarks: string[] = [];

  constructor(
    private readonly record: JsonRecord,
    private readonly format: CaseFormat,
    private readonly place: string
  ) {}

  read(): ReadRecord {
    const values = names.map((name): [CaseField, unknown] => [name, this.value(name)]);
    const one = this.perAccelerator(caseOf(values, this.place));
    return {one: this.offered(one), note: this.note()};
  }

  private value(name: CaseField): unknown {
    const theirs = this.format.fields[name] ?? [];
    const own: Source[] = theirs.some(({path}) => path === name) ? [] : [{path: name}];
    const sources = [...own, ...theirs];
    const source = sources.find(
      ({path, per}) => isGiven(find(this.record, path)) && (!per || isGiven(this.record[per]))
    );
    if (!source) return undefined;
    const {path, per, words} = source;
    this.used.add(path.split(".")[0]!);
    if (per) this.used.add(per);
    if (path !== name) this.mapped.push(`${name} from ${per ? `${path} / ${per}` : path}`);
    return this.converted(find(this.record, path), source, words);
  }

  private converted(value: unknown, {times = 1, per}: Source, words: Source["words"]): unknown {
    if (typeof value === "string") return words?.[value.toLowerCase()] ?? value;
    if (typeof value !== "number") return value;
    return (value * times) / (per ? Number(this.record[per]) : 1);
  }

  /** Rates of the whole system, by accelerator; none where their number is not known. */
  private perAccelerator(one: Case): Case {
    const gpus = one.gpus ?? one.tensor_parallel;
    const rates = (["output_tokens_per_s_per_gpu", "total_tokens_per_s_per_gpu"] as const).filter(
      (name) => isGiven(one[name]) && !(name in this.record) && this.format.fields[name]?.some(({ofSystem}) => ofSystem)
    );
    if (!one.gpu) this.remarks.push('gpu is missing: add "gpu": "H100" and "gpus": 8 to the record');
    if (rates.length > 0 && !gpus) this.remarks.push("rates of the system are not used, as gpus is missing");
    const whole = Object.entries({...one, ...(gpus && {gpus})}).filter(
      ([name]) => !rates.some((rate) => rate === name)
    );
    const divided = gpus ? rates.map((name) => [name, one[name]! / gpus]) : [];
    return Object.fromEntries([...whole, ...divided]) as Case;
  }

  /** How requests are offered where their number at once is not limited. */
  private offered(one: Case): Case {
    const {request_rate: rate, num_prompts: prompts} = this.record;
    if (one.concurrency_or_batch || one.scenario || rate === undefined) return one;
    this.used.add("request_rate");
    if (Number(rate) > 0 && Number.isFinite(Number(rate))) {
      this.mapped.push("scenario from request_rate");
      return {...one, scenario: `server (QPS ${Number(rate)})`};
    }
    if (typeof prompts !== "number") return one;
    this.used.add("num_prompts");
    this.mapped.push("concurrency_or_batch from half of num_prompts, all offered at once");
    return {...one, concurrency_or_batch: Math.max(1, prompts / 2)};
  }

  private note(): string {
    const {name, note} = this.format;
    const unused = Object.keys(this.record).filter((field) => !this.used.has(field));
    return [
      `read as ${name}: ${this.mapped.join(", ")}`,
      ...(note ? [note] : []),
      ...this.remarks,
      ...(unused.length > 0 ? [`not used: ${unused.join(", ")}`] : [])
    ].join("; ");
  }
}

function find(record: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, name) => (value as JsonRecord | null | undefined)?.[name], record);
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}

function caseOf(values: readonly (readonly [CaseField, unknown])[], place: string): Case {
  const given = values.filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(given.map(([name, value]) => [name, fieldOf(name, value, place)]));
}

/** A value of the kind that its field holds; numbers and truths may be written as texts, as by `--metadata`. */
function fieldOf(name: CaseField, value: unknown, place: string): unknown {
  const kind = caseFields[name];
  if (kind === "number" && typeof value === "string") return numberIn(value, `${place}: ${name}`);
  if (name === "id" && typeof value === "number") return String(value);
  if (kind === "truth" && /^(?:true|false)$/i.test(String(value))) return String(value).toLowerCase() === "true";
  if (kind === "text" && name === "date" && typeof value === "string")
    return value.replace(/^(\d{4})(\d{2})(\d{2})-\d{6}$/, "$1-$2-$3");
  if (kind === "text" && name === "spec_decoding" && typeof value === "boolean") return value ? "mtp" : "none";
  if (typeof value === types[kind] && !Array.isArray(value)) return value;
  throw new InputError(
    `${place}: ${name}: expected ${words[kind]}, got ` +
      `${JSON.stringify(value)}: leave the field out if it is unknown`
  );
}

const types = {text: "string", number: "number", truth: "boolean", object: "object"} as const;
const words = {text: "a text", number: "a number", truth: "a true or false", object: "an object"} as const;

function numberIn(text: string, place: string): number {
  const typed = typedNumber(text);
  if ("value" in typed && !typed.percent) return typed.value;
  throw new InputError(`${place}: "${text}" ${"value" in typed ? "is a percentage" : typed.problem}: write a number`);
}
