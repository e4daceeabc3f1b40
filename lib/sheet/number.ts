/** The decimal mark of a number. */
export type DecimalMark = "." | ",";

/** A number as a person or a spreadsheet program writes it. */
export interface TypedNumber {
  /** `62 %` is 0.62. */
  value: number;
  percent: boolean;
}

/** Why a text cannot be read as a number, with a specific hint if there is one. */
export interface Unreadable {
  problem: string;
  hint?: string;
}

/**
 * The single definition of how typed, pasted or dropped numbers are read. Decimals follow a point or a comma. Thousands
 * are groups of three after spaces, apostrophes, commas or points, and the first group never starts with 0. `%` divides
 * by 100; a minus sign may be U+2212. An ambiguous number such as `1,085` is rejected unless neighbouring numbers
 * settle the decimal mark; so is an amount with a currency sign.
 */
export function typedNumber(text: string, mark?: DecimalMark): TypedNumber | Unreadable {
  const plain = plainCharacters(text);
  if (currency.test(plain)) return {problem: "has a currency sign", hint: "write the number alone; amounts are in USD"};
  const [, sign = "", body = "", exponent = "", percent] = shape.exec(plain) ?? [];
  const digits = decimalDigits(body, mark);
  if (typeof digits !== "string") return digits;
  const value = Number(`${sign}${digits}${exponent}`);
  if (!Number.isFinite(value)) return {problem: "is too large for a number"};
  return percent ? {value: value / 100, percent: true} : {value, percent: false};
}

/** The decimal mark in a block of cells, if some number settles it and none contradicts it. */
export function decimalMark(texts: Iterable<string>): DecimalMark | undefined {
  const marks = new Set([...texts].flatMap(certainMark));
  return marks.size === 1 ? [...marks][0] : undefined;
}

/** A text with plain minus signs and spaces, trimmed. */
function plainCharacters(text: string): string {
  return text
    .replace(/[\u00a0\u2007\u2009\u202f]/g, " ")
    .replace(/[\u2212\u2013]/g, "-")
    .trim();
}

const currency = /^[-+]?\s*(?:US)?[$€£¥₹]\s*[\d.]|\d\s*[$€£¥₹]$|^[-+]?(?:USD|EUR|GBP)\s*[\d.]|\d\s*(?:USD|EUR|GBP)$/i;
const shape = /^([-+]?)([\d.,'’ ]*[\d.])(e[-+]?\d+)?\s*(%?)$/i;

const simple = /^(?:\d+\.?\d*|\.\d+)$/;
const commaDecimals = /^\d*,\d+$/;
/** A point or comma before three digits may mark decimals or thousands. */
const doubtful = /^[1-9]\d{0,2}([.,])\d{3}$/;
/** Unambiguous grouping, with the decimal mark that follows it. */
const grouped: readonly {groups: RegExp; mark: DecimalMark | undefined}[] = [
  {groups: /^[1-9]\d{0,2}(?:[ '’]\d{3})+$/, mark: undefined},
  {groups: /^[1-9]\d{0,2}(?:[ '’]\d{3})+\.\d+$/, mark: "."},
  {groups: /^[1-9]\d{0,2}(?:[ '’]\d{3})+,\d+$/, mark: ","},
  {groups: /^[1-9]\d{0,2}(?:,\d{3})+\.\d+$/, mark: "."},
  {groups: /^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/, mark: ","},
  {groups: /^[1-9]\d{0,2}(?:,\d{3}){2,}$/, mark: undefined},
  {groups: /^[1-9]\d{0,2}(?:\.\d{3}){2,}$/, mark: undefined}
];

function decimalDigits(body: string, mark: DecimalMark | undefined): string | Unreadable {
  const between = doubtful.exec(body)?.[1];
  if (between === "," && mark === ".") return body.replace(",", "");
  if (between !== undefined && between !== (mark ?? ".")) return ambiguous(body);
  if (simple.test(body)) return body;
  if (commaDecimals.test(body)) return body.replace(",", ".");
  const form = grouped.find(({groups}) => groups.test(body));
  if (!form) return {problem: "is not a number"};
  if (form.mark === undefined) return body.replace(/\D/g, "");
  const [whole = "", decimals = ""] = body.split(form.mark);
  return `${whole.replace(/\D/g, "")}.${decimals}`;
}

function ambiguous(body: string): Unreadable {
  const [whole = "", decimals = ""] = body.split(/[.,]/);
  return {
    problem: `may mean ${whole}.${decimals} or ${whole}${decimals}`,
    hint: `use ${whole}${decimals}, or ${whole}.${decimals.replace(/0{1,2}$/, "")}`
  };
}

function certainMark(text: string): DecimalMark[] {
  const body = shape.exec(plainCharacters(text))?.[2] ?? "";
  if (doubtful.test(body)) return [];
  if (simple.test(body)) return body.includes(".") ? ["."] : [];
  if (commaDecimals.test(body)) return [","];
  return grouped.flatMap(({groups, mark}) => (mark !== undefined && groups.test(body) ? [mark] : []));
}
