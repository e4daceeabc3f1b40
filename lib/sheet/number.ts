/** The mark before the decimals of a number. */
export type DecimalMark = "." | ",";

/** A number as a person or a spreadsheet program writes it. */
export interface TypedNumber {
  /** `62 %` is 0.62. */
  value: number;
  percent: boolean;
}

/** Why a text is not read as a number, and the way out where there is a particular one. */
export interface Unreadable {
  problem: string;
  hint?: string;
}

/**
 * The one place that says how a typed, pasted or dropped number is read. Decimals follow a point or a comma; thousands
 * are groups of three behind spaces, apostrophes, commas or points, the first of which never begins with 0; `%` divides
 * by 100; a minus may be U+2212. What could be two numbers, as `1,085`, is none, unless the mark of the decimals is
 * known from its neighbours; nor is an amount with a sign of a currency.
 */
export function typedNumber(text: string, mark?: DecimalMark): TypedNumber | Unreadable {
  const plain = plainCharacters(text);
  if (currency.test(plain))
    return {problem: "has the sign of a currency", hint: "write the number alone; amounts are in USD"};
  const [, sign = "", body = "", exponent = "", percent] = shape.exec(plain) ?? [];
  const digits = decimalDigits(body, mark);
  if (typeof digits !== "string") return digits;
  const value = Number(`${sign}${digits}${exponent}`);
  if (!Number.isFinite(value)) return {problem: "is more than a number can hold"};
  return percent ? {value: value / 100, percent: true} : {value, percent: false};
}

/** The mark of the decimals in a block of cells, where some number leaves no doubt and no other contradicts it. */
export function decimalMark(texts: Iterable<string>): DecimalMark | undefined {
  const marks = new Set([...texts].flatMap(certainMark));
  return marks.size === 1 ? [...marks][0] : undefined;
}

/** A text with a plain minus sign and plain spaces, without those around it. */
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
/** A point or a comma before three digits: the mark of decimals or of thousands. */
const doubtful = /^[1-9]\d{0,2}([.,])\d{3}$/;
/** Groups that leave no doubt, with the mark of the decimals behind them. */
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
    hint: `write ${whole}${decimals}, or ${whole}.${decimals.replace(/0{1,2}$/, "")}`
  };
}

function certainMark(text: string): DecimalMark[] {
  const body = shape.exec(plainCharacters(text))?.[2] ?? "";
  if (doubtful.test(body)) return [];
  if (simple.test(body)) return body.includes(".") ? ["."] : [];
  if (commaDecimals.test(body)) return [","];
  return grouped.flatMap(({groups, mark}) => (mark !== undefined && groups.test(body) ? [mark] : []));
}
