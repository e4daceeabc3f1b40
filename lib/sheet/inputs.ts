/** The provenance of an input value and its uncertainty. */
export interface Provenance {
  low: number;
  high: number;
  family: Family;
  /** Keys of the source table. */
  sources: string[];
  note: string;
  /** `file:line`, for messages. */
  place: string;
}

/** The family of a distribution over low..central..high. */
export type Family = (typeof families)[number];
export const families = ["exact", "pert", "triangular", "uniform", "normal", "lognormal", "beta", "discrete"] as const;

/** The inputs of one column: one value per row, `null` for an empty cell. */
export interface InputValues {
  /** Numbers in the column's unit, dates in months since 2000-01, texts, or keys of the referenced table. */
  values: (number | string | null)[];
  provenance?: (Provenance | null)[];
  /** Expressions that give cells their values, by row. */
  live?: Readonly<Record<number, string>>;
  /** Values by row and draw, draws contiguous, if the run has several draws. */
  samples?: Float64Array;
}

/** The rows of a table, by key, and the inputs in its columns. */
export interface TableInput {
  keys: string[];
  columns: Record<string, InputValues>;
}

/** The inputs of a model: one `TableInput` per table. */
export type Inputs = Readonly<Record<string, TableInput>>;

/** Months since 2000-01 for a date written YYYY-MM or YYYY-MM-DD; NaN for any other text. */
export function monthsOf(date: string): number {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date);
  if (!match) return NaN;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 1)];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? (year - 2000) * 12 + month - 1 + (day - 1) / 31 : NaN;
}

/** The month, YYYY-MM, at a number of months since 2000-01. */
export function dateOf(months: number): string {
  const whole = Math.floor(months);
  return `${2000 + Math.floor(whole / 12)}-${String((((whole % 12) + 12) % 12) + 1).padStart(2, "0")}`;
}
