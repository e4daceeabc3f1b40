import * as Plot from "@observablehq/plot";
import {amount, unitless} from "../words/format.js";
import type {Origin} from "../inspector/origin.js";
import {spread} from "../words/spread.js";
import {monthName} from "../words/month.js";

/** A value over months with its range. */
export interface FanPoint {
  date: Date;
  central: number;
  low: number;
  median: number;
  high: number;
  /** Origin of the central value. */
  origin?: Origin | undefined;
}

export interface FanOptions {
  width: number;
  color: string;
  /** The marked month, YYYY-MM. */
  month: string;
  /** The central line of another run, dashed for comparison. */
  baseline?: {name: string; points: readonly FanPoint[]};
}

/**
 * The central path as a line, the median as a thin line and the 90 % range as a band, from zero. A month without a
 * value is a gap.
 */
export function fan(points: readonly FanPoint[], {width, color, month, baseline}: FanOptions) {
  const narrow = width < 520;
  const height = 320;
  const marginTop = 12;
  const marginBottom = 28;
  const top = greatest([...points.map(({high}) => high), ...(baseline?.points.map(({central}) => central) ?? [])]);
  const pixels = (value: number): number => height - marginBottom - (value / top) * (height - marginTop - marginBottom);
  const ends = labels(points, baseline);
  const places = spread(
    ends.map(({value}) => pixels(value)),
    15,
    height - marginBottom
  );
  const value = (place: number): number =>
    ((height - marginBottom - place) / (height - marginTop - marginBottom)) * top;
  return Plot.plot({
    width,
    height,
    marginTop,
    marginBottom,
    marginLeft: 60,
    marginRight: narrow ? 74 : 130,
    x: {type: "utc", label: null, ticks: narrow ? 3 : 6},
    y: {domain: [0, top], label: null, tickFormat: unitless, ticks: 5, grid: true, tickSize: 0},
    marks: [
      Plot.areaY(points, {x: "date", y1: "low", y2: "high", fill: color, fillOpacity: 0.2}),
      Plot.ruleY([0], {strokeOpacity: 0.4}),
      Plot.ruleX([new Date(`${month}-01`)], {strokeDasharray: "3,3"}),
      ...(baseline ? [Plot.lineY(baseline.points, {x: "date", y: "central", strokeDasharray: "6,4"})] : []),
      Plot.lineY(points, {x: "date", y: "median", stroke: color, strokeWidth: 1, strokeDasharray: "2,2"}),
      Plot.lineY(points, {x: "date", y: "central", stroke: color, strokeWidth: 2.5}),
      Plot.text(ends, {
        x: "date",
        y: (_, index) => value(places[index]!),
        text: "name",
        textAnchor: "start",
        dx: 6
      }),
      Plot.tip(points, Plot.pointerX({x: "date", y: "central", title: (point: FanPoint) => titleOf(point)}))
    ]
  });
}

/** The maximum of an axis that starts at zero. */
function greatest(values: readonly number[]): number {
  return Math.max(...values.filter(Number.isFinite), 0) || 1;
}

function labels(points: readonly FanPoint[], baseline: FanOptions["baseline"]) {
  const last = points.at(-1);
  const other = baseline?.points.at(-1);
  if (!last) return [];
  const {date} = last;
  const ends = [
    {date, value: last.high, name: "95 %"},
    {date, value: last.central, name: "central"},
    {date, value: last.median, name: "median"},
    {date, value: last.low, name: "5 %"},
    ...(baseline && other ? [{date, value: other.central, name: baseline.name}] : [])
  ];
  return ends.filter(({value}) => Number.isFinite(value));
}

function titleOf({date, central, low, median, high}: FanPoint): string {
  const range = `5th–95th percentile: ${amount(low)} to ${amount(high)}`;
  return `${monthName(date)}\ncentral ${amount(central)}\nmedian ${amount(median)}\n${range}`;
}
