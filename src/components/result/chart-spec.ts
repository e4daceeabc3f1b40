import type {DescribedColumn} from "../database/exact-query.js";

/** A chart of a result: a mark and its columns. It contains no code, so that links may contain it. */
export interface ChartSpec {
  mark: ChartMark;
  x: string;
  /** Undefined for a histogram. */
  y?: string | undefined;
  color?: string | undefined;
  /** Lower and upper edge of a band. */
  low?: string | undefined;
  high?: string | undefined;
  /** A column whose values get charts side by side. */
  facet?: string | undefined;
  xScale?: ScaleType | undefined;
  yScale?: ScaleType | undefined;
}

export const chartMarks = ["line", "band", "area", "bar", "dot", "tick", "cell", "histogram"] as const;
export type ChartMark = (typeof chartMarks)[number];

/** `point` is an ordinal scale. */
export const scaleTypes = ["linear", "log", "point"] as const;
export type ScaleType = (typeof scaleTypes)[number];

/** The role of a column in a chart. */
export type Role = "number" | "date" | "text";

/** The role of a type: number, date or text. */
export function roleOf(type: string): Role {
  if (/^(DOUBLE|FLOAT|U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL\(.*\))$/.test(type)) return "number";
  return /^(DATE|TIMESTAMP(_\w+| WITH TIME ZONE)?)$/.test(type) ? "date" : "text";
}

/**
 * The chart that suits the columns' types, by the first rule that applies: numbers over dates are lines; by name, bars;
 * against each other, dots; alone, a histogram. A column `central` takes precedence, and lies within a band if `low`
 * and `high` exist as well. Undefined without a numeric column.
 */
export function suggestedChart(columns: readonly DescribedColumn[]): ChartSpec | undefined {
  const named = (role: Role): string[] => columns.filter(({type}) => roleOf(type) === role).map(({name}) => name);
  const numbers = named("number").sort((a, b) => Number(b === "central") - Number(a === "central"));
  const [date] = named("date");
  const [text] = named("text");
  const [first, second] = numbers;
  if (first === undefined) return undefined;
  const isBand = numbers.includes("low") && numbers.includes("high") && !["low", "high"].includes(first);
  if (date !== undefined && isBand) return {mark: "band", x: date, y: first, low: "low", high: "high", color: text};
  if (date !== undefined) return {mark: "line", x: date, y: first, color: text};
  if (text !== undefined) return {mark: "bar", x: first, y: text};
  return second === undefined ? {mark: "histogram", x: first} : {mark: "dot", x: first, y: second};
}

/**
 * The reader's choices, completed according to the types; undefined if a chosen column, or any numeric column, is
 * missing.
 */
export function chartOf(chosen: Partial<ChartSpec>, columns: readonly DescribedColumn[]): ChartSpec | undefined {
  const names = columns.map(({name}) => name);
  if (columnsOf(chosen).some((name) => !names.includes(name))) return undefined;
  const {mark, x} = chosen;
  const suggested = suggestedChart(columns);
  const spec = mark !== undefined && x !== undefined ? {...chosen, mark, x} : suggested && {...suggested, ...chosen};
  return spec && completed(spec, columns);
}

/** The columns in a chart. */
export function columnsOf({x, y, color, facet, low, high}: Partial<ChartSpec>): string[] {
  return [x, y, color, facet, low, high].filter((name) => name !== undefined && name !== "") as string[];
}

function completed(spec: ChartSpec, columns: readonly DescribedColumn[]): ChartSpec {
  const typed = (role: Role): string[] => columns.filter(({type}) => roleOf(type) === role).map(({name}) => name);
  if (spec.mark === "dot" && spec.y !== undefined && typed("text").includes(spec.y)) return {yScale: "point", ...spec};
  return spec.mark === "band" ? {...edges(typed("number")), ...spec} : spec;
}

/** The columns with these names or, failing that, the first and last number. */
function edges(numbers: readonly string[]): Pick<ChartSpec, "low" | "high"> {
  const named = (name: string, other: string | undefined) => (numbers.includes(name) ? name : other);
  return {low: named("low", numbers[0]), high: named("high", numbers.at(-1))};
}
