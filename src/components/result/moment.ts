const DAY_MICROS = 86_400_000_000n;

/** Days since 1970 for a date in DuckDB's text, including `0044-03-15 (BC)`; undefined for infinity. */
export function daysOf(text: string): number | undefined {
  const {year, month, day, bc} = /^(?<year>\d+)-(?<month>\d\d)-(?<day>\d\d)(?<bc> \(BC\))?$/.exec(text)?.groups ?? {};
  return year === undefined ? undefined : civilDays(bc ? 1 - Number(year) : Number(year), Number(month), Number(day));
}

/** Microseconds for a time of day, `12:34:56.5`; undefined for higher precision. */
export function timeMicros(text: string): bigint | undefined {
  const clock = /^(?<hours>\d+):(?<minutes>\d\d):(?<seconds>\d\d)(?:\.(?<fraction>\d+))?$/;
  const {hours, minutes, seconds, fraction = ""} = clock.exec(text)?.groups ?? {};
  const finer = /[^0]/.test(fraction.slice(6));
  if (hours === undefined || finer) return undefined;
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return BigInt(whole) * 1_000_000n + BigInt(fraction.slice(0, 6).padEnd(6, "0"));
}

/** Microseconds since 1970 for a timestamp, with zone `+00` or none; undefined for infinity or higher precision. */
export function timestampMicros(text: string): bigint | undefined {
  const [, date, bc = "", time] = /^(\S+)( \(BC\))? (\d[\d:.]*?)(?:\+00)?$/.exec(text) ?? bcLast(text);
  const days = date === undefined ? undefined : daysOf(date + bc);
  const micros = time === undefined ? undefined : timeMicros(time);
  return days === undefined || micros === undefined ? undefined : BigInt(days) * DAY_MICROS + micros;
}

/** DuckDB writes the era of a timestamp after its time. */
function bcLast(text: string): string[] {
  const [, date, time, bc] = /^(\S+) (\d[\d:.]*?)(?:\+00)?( \(BC\))(?:\+00)?$/.exec(text) ?? [];
  return date === undefined ? [] : ["", date, bc!, time!];
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar: years start in March, eras have 400 years. */
function civilDays(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}
