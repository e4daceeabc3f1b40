/** A month, given as YYYY-MM or a date in it, in a sentence: `December 2026`. */
export function monthName(month: string | Date): string {
  const time = month instanceof Date ? month.getTime() : Date.parse(month);
  return Number.isNaN(time) ? String(month) : formatter.format(time);
}

const formatter = new Intl.DateTimeFormat("en-GB", {month: "long", year: "numeric", timeZone: "UTC"});
