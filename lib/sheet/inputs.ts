/** Where an input value comes from and how far it may lie off. */
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

/** How a value is distributed over low..central..high. */
export type Family = (typeof families)[number];
export const families = ["exact", "pert", "triangular", "uniform", "normal", "lognormal", "beta", "discrete"] as const;

/** What is typed into one column: a value a row, `null` where the cell was left empty. */
export interface InputValues {
  /** Numbers in the column's unit, dates in months since 2000-01, texts, or keys of the table referred to. */
  values: (number | string | null)[];
  provenance?: (Provenance | null)[];
  /** By row, the expressions that give cells their values. */
  live?: Readonly<Record<number, string>>;
  /** Values per row and draw, draws contiguous, where the run has more draws than one. */
  samples?: Float64Array;
}

/** The rows of one table, by key, and what is typed into its columns. */
export interface TableInput {
  keys: string[];
  columns: Record<string, InputValues>;
}

/** The inputs of a model: a `TableInput` a table. */
export type Inputs = Readonly<Record<string, TableInput>>;

/** Months since 2000-01 of a date written YYYY-MM or YYYY-MM-DD; NaN where it is not one. */
export function monthsOf(date: string): number {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date);
  if (!match) return NaN;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 1)];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? (year - 2000) * 12 + month - 1 + (day - 1) / 31 : NaN;
}

/** The month, written YYYY-MM, of a number of months since 2000-01. */
export function dateOf(months: number): string {
  const whole = Math.floor(months);
  return `${2000 + Math.floor(whole / 12)}-${String((((whole % 12) + 12) % 12) + 1).padStart(2, "0")}`;
}
