import {dateOf, guessedOrder, timestampOf, type DateOrder} from "./own-dates.js";

/** The possible types of a column in a reader's file. */
export const ownTypes = ["BOOLEAN", "BIGINT", "HUGEINT", "DOUBLE", "DATE", "TIMESTAMP", "VARCHAR"] as const;
export type OwnType = (typeof ownTypes)[number];

/** Decimal sign. */
export type DecimalSign = "." | ",";

/** How to interpret the cells of a file. */
export interface CellReading {
  sign: DecimalSign;
  order: DateOrder;
}

/** The notation of programs. */
export const PLAIN: CellReading = {sign: ".", order: "day first"};

/** The interpretation that suits most values, and questions that the values leave open. */
export function guessedReading(values: readonly (string | null)[]): CellReading & {doubts: string[]} {
  const {order, isDoubtful} = guessedOrder(values);
  const doubts = [
    ...(isAmbiguous(values) ? ["Does 1.234 mean a thousand? The values do not show it: check the decimal sign."] : []),
    ...(isDoubtful ? ["Is 1/2/2026 in January or February? The values do not show it: check the dates."] : [])
  ];
  return {sign: guessedSign(values), order, doubts};
}

/** Maximum share of a column's values that may be placeholders for missing ones. */
const MISSING = 0.5;

/** The first type that fits all values except placeholders such as `n/a`; otherwise text. */
export function guessedType(values: readonly (string | null)[], reading: CellReading): OwnType {
  const held = values.filter((value) => value !== null);
  const present = held.filter((value) => !isNone.test(value));
  if (present.length === 0 || present.length < held.length * (1 - MISSING)) return "VARCHAR";
  return ownTypes.find((type) => present.every((value) => isKept(value, type, reading))) ?? "VARCHAR";
}

/** Whether a value fits the type without losing digits: long keys are not doubles. */
function isKept(value: string, type: OwnType, reading: CellReading): boolean {
  const text = read(value, type, reading);
  if (text === null) return false;
  if (type !== "DOUBLE" || isEndless.test(value)) return true;
  const isWhole = /^-?\d+$/.test(text);
  return Number.isFinite(Number(text)) && (!isWhole || BigInt(text) === BigInt(Number(text)));
}

const isNone = /^(n\/?a|#n\/a|null|none|nan|nil|-+|–|—|\.+|\?)$/i;

/** The decimal sign from the first unambiguous value, such as `1,5`, `0,125` or `1.234,50`. */
export function guessedSign(values: Iterable<string | null>): DecimalSign {
  return decidedSign(values) ?? ".";
}

function decidedSign(values: Iterable<string | null>): DecimalSign | undefined {
  for (const value of values) {
    const bare = value?.replace(/^[-−+]/, "") ?? "";
    if (decidesComma.test(bare)) return ",";
    if (decidesPoint.test(bare)) return ".";
  }
  return undefined;
}

/** A sign after groups or after nothing, followed by a number of digits that cannot be a group. */
const decidesComma = /^(\d{1,3}([. '’\u00a0\u202f]\d{3})+|\d+),(\d{1,2}|\d{4,})$|^0,\d+$|^\d{1,3}(\.\d{3})+,\d+$/;
const decidesPoint = /^(\d{1,3}([, '’\u00a0\u202f]\d{3})+|\d+)\.(\d{1,2}|\d{4,})$|^0\.\d+$/;

/**
 * Whether the values leave the sign open although it matters: `1.234` is a thousand to some readers and about 1 to
 * others.
 */
export function isAmbiguous(values: readonly (string | null)[]): boolean {
  const held = values.filter((value) => value !== null);
  return held.some((value) => /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(value)) && decidedSign(held) === undefined;
}

/**
 * A value as the text that DuckDB casts to the type; null if it does not fit. Types stated by a file already have
 * DuckDB's own text.
 */
export function read(value: string, type: string, reading: CellReading): string | null {
  const reader = ownTypes.find((one) => one === type);
  return reader ? readers[reader](value, reading) : value;
}

/** The values that do not fit the type, and so become NULL. */
export function misfits(values: readonly (string | null)[], type: string, reading: CellReading): string[] {
  return values.filter((value) => value !== null && read(value, type, reading) === null) as string[];
}

const readers: Record<OwnType, (value: string, reading: CellReading) => string | null> = {
  BOOLEAN: (value) => (/^(true|false)$/i.test(value) ? value.toLowerCase() : null),
  BIGINT: (value, {sign}) => {
    const whole = wholeOf(value, sign);
    return whole !== null && isOfBits(64, whole) ? whole : null;
  },
  HUGEINT: (value, {sign}) => {
    const whole = wholeOf(value, sign);
    return whole !== null && isOfBits(128, whole) ? whole : null;
  },
  DOUBLE: (value, {sign}) => (isEndless.test(value) ? value.replace("−", "-") : numberOf(value, sign)),
  DATE: (value, {order}) => dateOf(value, order),
  TIMESTAMP: (value, {order}) => timestampOf(value, order),
  VARCHAR: (value) => value
};

/**
 * Groups of three digits may be separated by the other sign, a space or an apostrophe; the minus sign may be U+2212.
 */
function numberOf(value: string, sign: DecimalSign): string | null {
  const text = value.startsWith("−") ? `-${value.slice(1)}` : value;
  const [grouped, plain] = sign === "," ? byComma : byPoint;
  if (!grouped.test(text) && !plain.test(text)) return null;
  const bare = text.replace(/[ '’\u00a0\u202f+]/g, (found, at: number) => (found === "+" && at > 0 ? found : ""));
  return sign === "," ? bare.replaceAll(".", "").replace(",", ".") : bare.replaceAll(",", "");
}

const byComma = [/^[-+]?\d{1,3}([. '’\u00a0\u202f]\d{3})+(,\d+)?$/, /^[-+]?(0|[1-9]\d*)(,\d+)?(e[-+]?\d+)?$/i] as const;
const byPoint = [
  /^[-+]?\d{1,3}([, '’\u00a0\u202f]\d{3})+(\.\d+)?$/,
  /^[-+]?((0|[1-9]\d*)(\.\d+)?|\.\d+)(e[-+]?\d+)?$/i
] as const;

function wholeOf(value: string, sign: DecimalSign): string | null {
  const plain = numberOf(value, sign);
  return plain !== null && /^-?(0|[1-9]\d*)$/.test(plain) ? plain : null;
}

/** Infinity and NaN as written by DuckDB, and so in this site's own files. */
const isEndless = /^([-−+]?inf(inity)?|nan)$/i;

function isOfBits(bits: number, whole: string): boolean {
  return BigInt.asIntN(bits, BigInt(whole)) === BigInt(whole);
}
