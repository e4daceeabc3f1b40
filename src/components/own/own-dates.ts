/** The first number in `1/2/2026`. */
export const dateOrders = ["day first", "month first"] as const;
export type DateOrder = (typeof dateOrders)[number];

const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?=$|[ T])/;

/** The date order that a value such as `12/31/2026` reveals, and whether the values leave it open. */
export function guessedOrder(values: readonly (string | null)[]): {order: DateOrder; isDoubtful: boolean} {
  const pairs = values.flatMap((value) => {
    const [, first, second] = slashed.exec(value ?? "") ?? [];
    return first === undefined ? [] : [[Number(first), Number(second)] as const];
  });
  if (pairs.some(([first]) => first > 12)) return {order: "day first", isDoubtful: false};
  if (pairs.some(([, second]) => second > 12)) return {order: "month first", isDoubtful: false};
  return {order: "day first", isDoubtful: pairs.some(([first, second]) => first !== second)};
}

/** An existing day as `2026-12-31`, from most notations; for a month, its first day. */
export function dateOf(value: string, order: DateOrder): string | null {
  const parts = isoParts(value) ?? numberParts(value, order) ?? wordParts(value);
  if (!parts) return null;
  const [year, month, day] = parts.map(Number) as [number, number, number];
  const iso = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const time = Date.parse(iso);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(iso) ? iso : null;
}

/** A day with or without a time; a zone is taken into account, and the result is in UTC. */
export function timestampOf(value: string, order: DateOrder): string | null {
  const clock = /^(.*\S)(?:T|\s+)(\d{1,2}:\d\d(?::\d\d(?:\.\d{1,6})?)?)\s*(Z|UTC|[+-]\d\d(?::?\d\d)?)?$/;
  const [, day, time = "", zone = ""] = clock.exec(value) ?? [];
  if (day === undefined) return dateOf(value, order);
  const date = dateOf(day, order);
  return date && Number(time.split(":")[0]) < 24 ? inUtc(date, time.padStart(5, "0"), zone) : null;
}

/** DuckDB's TIMESTAMP ignores zones, so their hours are subtracted here; fractions of a minute stay. */
function inUtc(date: string, time: string, zone: string): string {
  const [, sign = "+", hours = "0", minutes = "0"] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  const offset = Number(`${sign}1`) * (60 * Number(hours) + Number(minutes));
  const minute = Date.parse(`${date}T${time.slice(0, 5)}Z`) - offset * 60_000;
  return new Date(minute).toISOString().slice(0, 16).replace("T", " ") + time.slice(5);
}

type Parts = readonly [year: string, month: string, day: string];

/** `2026-12-31`, `2026/12/31`, `2026-12`. */
function isoParts(value: string): Parts | undefined {
  const [, year, month, day = "1"] = /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?$/.exec(value) ?? [];
  return year === undefined ? undefined : [year, month!, day];
}

/** `31.12.2026`, and dates with slashes or hyphens in the given order. */
function numberParts(value: string, order: DateOrder): Parts | undefined {
  const found = /^(?<first>\d{1,2})(?<mark>[./-])(?<second>\d{1,2})\k<mark>(?<year>\d{4})$/.exec(value)?.groups;
  if (found === undefined) return undefined;
  const {first, second, year} = found;
  const isDayFirst = value.includes(".") || order === "day first";
  return isDayFirst ? [year!, second!, first!] : [year!, first!, second!];
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** `31 Dec 2026`, `31-Dec-2026`, `December 31, 2026`, `Dec 2026`. */
function wordParts(value: string): Parts | undefined {
  const found = /^(?:(?<before>\d{1,2})[ -])?(?<name>[a-z]{3,9})\.?[ -](?:(?<after>\d{1,2}),? )?(?<year>\d{4})$/i.exec(
    value
  )?.groups;
  if (found === undefined) return undefined;
  const {before, name, after, year} = found;
  const month = months.indexOf(name!.slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? undefined : [year!, String(month), before ?? after ?? "1"];
}
