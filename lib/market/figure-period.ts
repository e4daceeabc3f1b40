/** A year, quarter or month in a heading. */
export interface Period {
  kind: "year" | "quarter" | "month";
  order: number;
  /** Whether it is a plan or an estimate. */
  expected: boolean;
}

const year = new RegExp(
  String.raw`^(?:(?:FY|CY|year)?\s*'?((?:19|20)\d\d)|(?:FY|CY|FY\s*'|CY\s*'|')(\d\d))\s*` +
    String.raw`\(?(A|actual|E|F|P|estimate|forecast|plan|budget)?\)?$`,
  "i"
);
const quarter = /^Q([1-4])[\s/-]*((?:19|20)\d\d)$|^((?:19|20)\d\d)[\s/-]*Q([1-4])$/i;
const month = /^((?:19|20)\d\d)-(0[1-9]|1[0-2])(?:-\d\d)?$/;

/** Parses `2025`, `FY2025`, `2026E`, `Q3 2025` or `2025-09`; undefined for anything else. */
export function periodOf(text: string): Period | undefined {
  const years = year.exec(text);
  if (years)
    return {kind: "year", order: Number(years[1] ?? `20${years[2]}`), expected: /^[efpb]/i.test(years[3] ?? "")};
  const [, first, of, in_, fourth] = quarter.exec(text) ?? [];
  if (first ?? fourth)
    return {kind: "quarter", order: 4 * Number(of ?? in_) + Number(first ?? fourth), expected: false};
  const months = month.exec(text);
  return months ? {kind: "month", order: 12 * Number(months[1]) + Number(months[2]), expected: false} : undefined;
}

/** The index of the newest actual period; undefined if periods are of different kinds or the newest appears twice. */
export function newestOf(periods: readonly Period[]): number | undefined {
  const known = periods.some(({expected}) => !expected) ? periods.filter(({expected}) => !expected) : periods;
  const newest = known.reduce((most, one) => (one.order > most.order ? one : most));
  const isOne = known.every(({kind}) => kind === newest.kind);
  return isOne && known.filter(({order}) => order === newest.order).length === 1 ? periods.indexOf(newest) : undefined;
}
