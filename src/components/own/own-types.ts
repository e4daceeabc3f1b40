import {dateOf, guessedOrder, timestampOf, type DateOrder} from "./own-dates.js";

/** The types that a column of a reader's file may have. */
export const ownTypes = ["BOOLEAN", "BIGINT", "HUGEINT", "DOUBLE", "DATE", "TIMESTAMP", "VARCHAR"] as const;
export type OwnType = (typeof ownTypes)[number];

/** The sign between units and tenths. */
export type DecimalSign = "." | ",";

/** How the cells of a file are read. */
export interface CellReading {
  sign: DecimalSign;
  order: DateOrder;
}

/** As programs write. */
export const PLAIN: CellReading = {sign: ".", order: "day first"};

/** How most of the values are read, and what none of them decides. */
export function guessedReading(values: readonly (string | null)[]): CellReading & {doubts: string[]} {
  const {order, isDoubtful} = guessedOrder(values);
  const doubts = [
    ...(isAmbiguous(values) ? ["Does 1.234 mean a thousand? The values do not show it: check the decimal sign."] : []),
    ...(isDoubtful ? ["Is 1/2/2026 in January or February? The values do not show it: check the dates."] : [])
  ];
  return {sign: guessedSign(values), order, doubts};
}

/** At most this share of a column's values may be marks of a missing value. */
const MISSING = 0.5;

/** The first type that all values have but for those that say that there is none, such as `n/a`; text for none. */
export function guessedType(values: readonly (string | null)[], reading: CellReading): OwnType {
  const held = values.filter((value) => value !== null);
  const told = held.filter((value) => !isNone.test(value));
  if (told.length === 0 || told.length < held.length * (1 - MISSING)) return "VARCHAR";
  return ownTypes.find((type) => told.every((value) => isKept(value, type, reading))) ?? "VARCHAR";
}

/** Whether a value is of the type and keeps its digits: long keys are no doubles. */
function isKept(value: string, type: OwnType, reading: CellReading): boolean {
  const text = read(value, type, reading);
  if (text === null) return false;
  if (type !== "DOUBLE" || isEndless.test(value)) return true;
  const isWhole = /^-?\d+$/.test(text);
  return Number.isFinite(Number(text)) && (!isWhole || BigInt(text) === BigInt(Number(text)));
}

const isNone = /^(n\/?a|#n\/a|null|none|nan|nil|-+|–|—|\.+|\?)$/i;

/** The sign of the first value that decides it, such as `1,5`, `0,125` or `1.234,50`. */
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

/** A sign behind groups or behind nothing, and a count of digits behind it that is no group's. */
const decidesComma = /^(\d{1,3}([. '’\u00a0\u202f]\d{3})+|\d+),(\d{1,2}|\d{4,})$|^0,\d+$|^\d{1,3}(\.\d{3})+,\d+$/;
const decidesPoint = /^(\d{1,3}([, '’\u00a0\u202f]\d{3})+|\d+)\.(\d{1,2}|\d{4,})$|^0\.\d+$/;

/** Whether no value decides the sign, and one might: `1.234` is a thousand to some, and to others about 1. */
export function isAmbiguous(values: readonly (string | null)[]): boolean {
  const held = values.filter((value) => value !== null);
  return held.some((value) => /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(value)) && decidedSign(held) === undefined;
}

/**
 * A value as the text that DuckDB casts to the type; null where it is none of that type. What a file states itself is
 * DuckDB's own text already.
 */
export function read(value: string, type: string, reading: CellReading): string | null {
  const reader = ownTypes.find((one) => one === type);
  return reader ? readers[reader](value, reading) : value;
}

/** The values that are none of the type, and so become NULL. */
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

/** Groups of three digits may be parted by the other sign, a space or an apostrophe; a minus sign may be a long one. */
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

/** As DuckDB, and so this site's own files, write doubles that are no numbers. */
const isEndless = /^([-−+]?inf(inity)?|nan)$/i;

function isOfBits(bits: number, whole: string): boolean {
  return BigInt.asIntN(bits, BigInt(whole)) === BigInt(whole);
}
