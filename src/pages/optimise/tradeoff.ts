import * as Plot from "@observablehq/plot";
import type {Origin} from "../../components/inspector/origin.js";

/** Points along which one quantity is traded for another. */
export interface Tradeoff {
  name: string;
  color: string;
  points: {x: number; y: number; note: string; origin?: Origin}[];
}

export interface TradeoffOptions {
  width: number;
  /** What is drawn to the right and upwards. */
  x: string;
  y: string;
  xFormat: (value: number) => string;
  yFormat: (value: number) => string;
  /** A logarithmic axis to the right. */
  log?: boolean;
  /** The point that the plan itself is at, by what is drawn to the right. */
  chosen?: number;
}

/** Lines with a dot at every point that was computed, from zero upwards; named where there are several. */
export function tradeoff(series: readonly Tradeoff[], options: TradeoffOptions) {
  const {width, x, y, xFormat, yFormat, log = false, chosen} = options;
  const narrow = width < 520;
  const points = series.flatMap(({name, color, points}) => points.map((point) => ({...point, name, color})));
  const known = points.filter((point) => Number.isFinite(point.y));
  const ticks = [...new Set(known.map((point) => point.x))];
  return Plot.plot({
    width,
    height: 280,
    marginLeft: 64,
    marginTop: 24,
    marginRight: 24,
    marginBottom: 44,
    x: {
      type: log ? "log" : "linear",
      label: `${x} →`,
      labelAnchor: "center",
      tickFormat: xFormat,
      nice: !log,
      ...(log ? {ticks: narrow ? ticks.filter((_, i) => i % 2 === 0) : ticks} : {ticks: narrow ? 3 : 6})
    },
    y: {
      zero: true,
      nice: true,
      label: `↑ ${y}`,
      labelArrow: "none",
      tickFormat: yFormat,
      ticks: 5,
      grid: true,
      tickSize: 0
    },
    marks: [
      Plot.ruleY([0]),
      ...(chosen === undefined ? [] : [Plot.ruleX([chosen], {strokeDasharray: "3,3"})]),
      Plot.line(known, {x: "x", y: "y", z: "name", stroke: "color", strokeWidth: 2}),
      Plot.dot(known, {x: "x", y: "y", fill: "color", r: 3.5}),
      ...(series.length > 1
        ? series.map(({name, color}, index) =>
            Plot.text([name], {
              text: (text: string) => `● ${text}`,
              frameAnchor: "top-right",
              dy: index * 15 + 4,
              fill: color,
              fontWeight: 600,
              fontSize: 12,
              stroke: "var(--theme-background)",
              strokeWidth: 3
            })
          )
        : []),
      Plot.tip(known, Plot.pointer({x: "x", y: "y", title: "note"}))
    ]
  });
}
