import type {DescribedColumn} from "../database/exact-query.js";

/** A chart of a result: a mark and the columns that it shows. It holds no code, so that a link may hold it. */
export interface ChartSpec {
  mark: ChartMark;
  x: string;
  /** None for a histogram. */
  y?: string | undefined;
  color?: string | undefined;
  /** A column for whose values there are charts side by side. */
  facet?: string | undefined;
  xScale?: ScaleType | undefined;
  yScale?: ScaleType | undefined;
}

export const chartMarks = ["line", "area", "bar", "dot", "tick", "cell", "histogram"] as const;
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
 * against each other dots, alone a histogram. A column `central` goes before other numbers. Undefined without a number.
 */
export function suggestedChart(columns: readonly DescribedColumn[]): ChartSpec | undefined {
  const named = (role: Role): string[] => columns.filter(({type}) => roleOf(type) === role).map(({name}) => name);
  const numbers = named("number").sort((a, b) => Number(b === "central") - Number(a === "central"));
  const [date] = named("date");
  const [text] = named("text");
  const [first, second] = numbers;
  if (first === undefined) return undefined;
  if (date !== undefined) return {mark: "line", x: date, y: first, color: text};
  if (text !== undefined) return {mark: "bar", x: first, y: text};
  return second === undefined ? {mark: "histogram", x: first} : {mark: "dot", x: first, y: second};
}

/** What a reader chose, the rest as the types suggest; undefined where a chosen column or any number is missing. */
export function chartOf(chosen: Partial<ChartSpec>, columns: readonly DescribedColumn[]): ChartSpec | undefined {
  const names = columns.map(({name}) => name);
  const {mark, x} = chosen;
  const own = [x, chosen.y, chosen.color, chosen.facet].filter((name) => name !== undefined);
  if (own.some((name) => !names.includes(name))) return undefined;
  const suggested = suggestedChart(columns);
  const spec = mark !== undefined && x !== undefined ? {...chosen, mark, x} : suggested && {...suggested, ...chosen};
  const y = columns.find(({name}) => name === spec?.y);
  const hasNames = spec?.mark === "dot" && y !== undefined && roleOf(y.type) === "text";
  return spec && hasNames ? {yScale: "point", ...spec} : spec;
}
