import * as Plot from "@observablehq/plot";
import type {Made} from "../../components/inspector/origin.js";

/** A line over the months of a project. */
export interface MonthLine {
  name: string;
  color: string;
  dashed?: boolean;
  values: readonly number[];
  /** What the value of a month is made of. */
  origin?: (month: number) => Made;
}

export interface MonthLinesOptions {
  width: number;
  format: (value: number) => string;
}

/** Lines over the months of a project, named above in their colours; the axis holds zero. */
export function monthLines(lines: readonly MonthLine[], {width, format}: MonthLinesOptions) {
  const points = lines.flatMap(({name, values, origin}) =>
    values.map((value, month) => ({name, month, value, origin: origin?.(month)}))
  );
  return Plot.plot({
    width,
    height: 260,
    marginLeft: 64,
    marginTop: 12 + 16 * lines.length,
    x: {type: "linear", label: "months since the first payment →", labelAnchor: "center", ticks: width < 520 ? 4 : 8},
    y: {label: null, grid: true, tickFormat: format, ticks: 5, tickSize: 0, zero: true},
    marks: [
      Plot.ruleY([0]),
      ...lines.map(({color, dashed, values}) =>
        Plot.lineY(
          values.map((value, month) => ({month, value})),
          {x: "month", y: "value", stroke: color, strokeWidth: 2, ...(dashed && {strokeDasharray: "4,4"})}
        )
      ),
      ...lines.map(({name, color, dashed}, index) =>
        Plot.text([`${dashed ? "╌" : "—"} ${name}`], {
          text: (text: string) => text,
          frameAnchor: "top-left",
          dy: index * 16 - 16 * lines.length,
          fill: color,
          fontWeight: 600,
          fontSize: 12
        })
      ),
      Plot.tip(
        points,
        Plot.pointer({
          x: "month",
          y: "value",
          title: ({name, month, value}: {name: string; month: number; value: number}) =>
            `${name}\nmonth ${month}: ${format(value)}`
        })
      )
    ]
  });
}
