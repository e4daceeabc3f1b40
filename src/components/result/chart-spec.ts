import type {DescribedColumn} from "../database/exact-query.js";

/** A chart of a result: a mark and the columns that it shows. It holds no code, so that a link may hold it. */
export interface ChartSpec {
  mark: ChartMark;
  x: string;
  /** None for a histogram. */
  y?: string | undefined;
  color?: string | undefined;
}

export const chartMarks = ["line", "bar", "dot", "histogram"] as const;
export type ChartMark = (typeof chartMarks)[number];

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

/** The chart as code for Observable Plot, of rows that are called so. */
export function plotCode({mark, x, y, color}: ChartSpec, rows: string): string {
  const channels = (pairs: Record<string, string | undefined>): string =>
    Object.entries(pairs)
      .flatMap(([channel, column]) => (column === undefined ? [] : [`${channel}: ${JSON.stringify(column)}`]))
      .join(", ");
  const marks: Record<ChartMark, string> = {
    line: `Plot.lineY(${rows}, {${channels({x, y, stroke: color})}})`,
    bar: `Plot.barX(${rows}, {${channels({x, y, fill: color})}, sort: {y: "-x", limit: ${BARS}}})`,
    dot: `Plot.dot(${rows}, {${channels({x, y, stroke: color})}})`,
    histogram: `Plot.rectY(${rows}, Plot.binX({y: "count"}, {${channels({x, fill: color})}}))`
  };
  const legend = color === undefined ? "" : "color: {legend: true}, ";
  const margin = mark === "bar" ? "marginLeft: 160, " : "";
  return `Plot.plot({${margin}${legend}marks: [${marks[mark]}]})`;
}

/** As many bars as a reader takes in. */
export const BARS = 40;
