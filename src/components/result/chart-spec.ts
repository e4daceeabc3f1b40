import type {DescribedColumn} from "../database/exact-query.js";

/** A chart of a result: a mark and the columns that it shows. It holds no code, so that a link may hold it. */
export interface ChartSpec {
  mark: ChartMark;
  x: string;
  /** None for a histogram. */
  y?: string | undefined;
  color?: string | undefined;
  /** Where a band begins and ends. */
  low?: string | undefined;
  high?: string | undefined;
  /** A column for whose values there are charts side by side. */
  facet?: string | undefined;
  xScale?: ScaleType | undefined;
  yScale?: ScaleType | undefined;
}

export const chartMarks = ["line", "band", "area", "bar", "dot", "tick", "cell", "histogram"] as const;
export type ChartMark = (typeof chartMarks)[number];

/** `point` is a scale of names. */
export const scaleTypes = ["linear", "log", "point"] as const;
export type ScaleType = (typeof scaleTypes)[number];

/** What a column is to a chart. */
export type Role = "number" | "date" | "text";

/** The role of a type: a number, a moment, or what has a name. */
export function roleOf(type: string): Role {
  if (/^(DOUBLE|FLOAT|U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL\(.*\))$/.test(type)) return "number";
  return /^(DATE|TIMESTAMP(_\w+| WITH TIME ZONE)?)$/.test(type) ? "date" : "text";
}

/**
 * The chart that the columns' types suggest, by the first rule that fits: numbers over dates are lines, of names bars,
 * against each other dots, alone a histogram. A column `central` goes before other numbers, and lies in a band where
 * `low` and `high` are there as well. Undefined without a number.
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

/** What a reader chose, the rest as the types suggest; undefined where a chosen column or any number is missing. */
export function chartOf(chosen: Partial<ChartSpec>, columns: readonly DescribedColumn[]): ChartSpec | undefined {
  const names = columns.map(({name}) => name);
  if (columnsOf(chosen).some((name) => !names.includes(name))) return undefined;
  const {mark, x} = chosen;
  const suggested = suggestedChart(columns);
  const spec = mark !== undefined && x !== undefined ? {...chosen, mark, x} : suggested && {...suggested, ...chosen};
  return spec && completed(spec, columns);
}

/** The columns that a chart shows. */
export function columnsOf({x, y, color, facet, low, high}: Partial<ChartSpec>): string[] {
  return [x, y, color, facet, low, high].filter((name) => name !== undefined && name !== "") as string[];
}

function completed(spec: ChartSpec, columns: readonly DescribedColumn[]): ChartSpec {
  const typed = (role: Role): string[] => columns.filter(({type}) => roleOf(type) === role).map(({name}) => name);
  if (spec.mark === "dot" && spec.y !== undefined && typed("text").includes(spec.y)) return {yScale: "point", ...spec};
  return spec.mark === "band" ? {...edges(typed("number")), ...spec} : spec;
}

/** The columns of these names, else the first and the last number. */
function edges(numbers: readonly string[]): Pick<ChartSpec, "low" | "high"> {
  const named = (name: string, other: string | undefined) => (numbers.includes(name) ? name : other);
  return {low: named("low", numbers[0]), high: named("high", numbers.at(-1))};
}
