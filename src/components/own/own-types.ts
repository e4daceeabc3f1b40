/** The types that a column of a reader's file may have. */
export const ownTypes = ["BOOLEAN", "BIGINT", "DOUBLE", "DATE", "TIMESTAMP", "VARCHAR"] as const;
export type OwnType = (typeof ownTypes)[number];

/** The sign between units and tenths. */
export type DecimalSign = "." | ",";

/** The first type that all values have; text for none. */
export function guessedType(values: readonly (string | null)[], sign: DecimalSign): OwnType {
  const held = values.filter((value) => value !== null);
  if (held.length === 0) return "VARCHAR";
  return ownTypes.find((type) => held.every((value) => read(value, type, sign) !== null)) ?? "VARCHAR";
}

/** The sign of the first value that decides it, such as `1,5`, `0,125` or `1.234,50`. */
export function guessedSign(values: Iterable<string | null>): DecimalSign {
  return decidedSign(values) ?? ".";
}

function decidedSign(values: Iterable<string | null>): DecimalSign | undefined {
  for (const value of values) {
    if (value === null) continue;
    if (/^-?(\d{1,3}(\.\d{3})+|\d+),(\d{1,2}|\d{4,})$|^-?0,\d+$|^-?\d{1,3}(\.\d{3})+,\d+$/.test(value)) return ",";
    if (/^-?(\d{1,3}(,\d{3})+|\d+)\.(\d{1,2}|\d{4,})$|^-?0\.\d+$/.test(value)) return ".";
  }
  return undefined;
}

/** Whether no value decides the sign, and one might: `1.234` is a thousand to some, and to others about 1. */
export function isAmbiguous(values: readonly (string | null)[]): boolean {
  const held = values.filter((value) => value !== null);
  return held.some((value) => /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(value)) && decidedSign(held) === undefined;
}

/**
 * A value as the text that DuckDB casts to the type; null where it is none of that type. What a file states itself is
 * DuckDB's own text already.
 */
export function read(value: string, type: string, sign: DecimalSign): string | null {
  const reader = ownTypes.find((one) => one === type);
  return reader ? readers[reader](value, sign) : value;
}

/** The values that are none of the type, and so become NULL. */
export function misfits(values: readonly (string | null)[], type: string, sign: DecimalSign): string[] {
  return values.filter((value) => value !== null && read(value, type, sign) === null) as string[];
}

const readers: Record<OwnType, (value: string, sign: DecimalSign) => string | null> = {
  BOOLEAN: (value) => (/^(true|false)$/i.test(value) ? value.toLowerCase() : null),
  BIGINT: (value, sign) => {
    const plain = numberOf(value, sign);
    return plain !== null && /^-?(0|[1-9]\d*)$/.test(plain) && isInt64(BigInt(plain)) ? plain : null;
  },
  DOUBLE: numberOf,
  DATE: dateOf,
  TIMESTAMP: (value) => (isTimestamp.test(value) && dateOf(value.slice(0, 10)) !== null ? value : dateOf(value)),
  VARCHAR: (value) => value
};

const isTimestamp = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?$/;

/** Groups of three digits may be parted by the other sign. */
function numberOf(value: string, sign: DecimalSign): string | null {
  const [grouped, plain] =
    sign === ","
      ? [/^-?\d{1,3}(\.\d{3})+(,\d+)?$/, value.replaceAll(".", "").replace(",", ".")]
      : [/^-?\d{1,3}(,\d{3})+(\.\d+)?$/, value.replaceAll(",", "")];
  const isPlain =
    sign === "," ? /^-?(0|[1-9]\d*)(,\d+)?(e[-+]?\d+)?$/i : /^-?((0|[1-9]\d*)(\.\d+)?|\.\d+)(e[-+]?\d+)?$/i;
  return grouped.test(value) || isPlain.test(value) ? plain : null;
}

function isInt64(value: bigint): boolean {
  return BigInt.asIntN(64, value) === value;
}

/** `2026-12-31` or `31.12.2026`, a day that there is. */
function dateOf(value: string): string | null {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(value) ?? [];
  const iso = year === undefined ? value : `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`;
  const time = /^\d{4}-\d\d-\d\d$/.test(iso) ? Date.parse(iso) : NaN;
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(iso) ? iso : null;
}
