import * as Plot from "@observablehq/plot";
import type {Origin} from "../inspector/origin.js";
import {monthName} from "../words/month.js";

/** A layer of a stack over months. */
export interface Layered {
  name: string;
  color: string;
  points: {date: Date; value: number; origin?: Origin | undefined}[];
}

export interface StackedMonthsOptions {
  width: number;
  /** The marked month, YYYY-MM. */
  month: string;
  /** Formats a value on the axis. */
  format: (value: number) => string;
}

/** Areas over months, stacked from zero in the given order, with their names above in their colours. */
export function stackedMonths(parts: readonly Layered[], {width, month, format}: StackedMonthsOptions) {
  const above = 9 + LINE * parts.length;
  const points = parts.flatMap(({name, color, points}) => points.map((point) => ({...point, name, color})));
  return Plot.plot({
    width,
    height: 196 + above,
    marginLeft: 60,
    marginTop: above,
    x: {type: "utc", label: null, ticks: Math.max(2, Math.round(width / 130))},
    y: {label: null, tickFormat: format, ticks: 4, grid: true, tickSize: 0, zero: true},
    marks: [
      Plot.areaY(points, Plot.stackY({x: "date", y: "value", z: "name", fill: "color", order: null})),
      Plot.ruleY([0]),
      Plot.ruleX([new Date(`${month}-01`)], {strokeDasharray: "3,3"}),
      ...parts.map(({name, color}, index) =>
        Plot.text([`■ ${name}`], {
          text: (text: string) => text,
          frameAnchor: "top-left",
          dx: 6,
          dy: index * LINE + 6 - above,
          fill: color,
          fontWeight: 600,
          fontSize: 12,
          stroke: "var(--theme-background)",
          strokeWidth: 3
        })
      ),
      Plot.tip(
        points,
        Plot.pointerX(Plot.stackY({x: "date", y: "value", z: "name", order: null, title: titleOf(format)}))
      )
    ]
  });
}

/** Line height of the names, in pixels. */
const LINE = 15;

function titleOf(format: (value: number) => string) {
  return ({name, date, value}: {name: string; date: Date; value: number}) =>
    `${name}\n${monthName(date)}: ${format(value)}`;
}
