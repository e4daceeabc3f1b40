import * as Plot from "@observablehq/plot";
import {max, min, scaleLinear, scaleLog} from "d3";
import type {Origin} from "../inspector/origin.js";
import {spread} from "../words/spread.js";
import {labelRoom, shortened} from "./label-room.js";
import {logDomain} from "./log-axis.js";
import {monthName} from "../words/month.js";

/** A line over months, with its name at the end. */
export interface Series {
  name: string;
  color: string;
  points: {date: Date; value: number; origin?: Origin | undefined}[];
  /** Drawn thin and dashed, for comparison. */
  dashed?: boolean;
}

export interface TimeLinesOptions {
  width: number;
  /** The marked month, YYYY-MM. */
  month?: string;
  /** Whether the axis is logarithmic, for growth by factors; otherwise it starts at zero. */
  log?: boolean;
  /** Formats a value on the axis. */
  format: (value: number) => string;
}

/** Lines over months, each named at its end, dashed ones if there is room. A month without a value is a gap. */
export function timeLines(series: readonly Series[], {width, month, log = false, format}: TimeLinesOptions) {
  const height = 300;
  const marginTop = 16;
  const marginBottom = 34;
  const narrow = width < 520;
  const y = axis(series, log, [height - marginBottom, marginTop]);
  const points = series.flatMap(({name, color, dashed = false, points}) =>
    points.map((point) => ({...point, name, color, dashed}))
  );
  const ends = series.flatMap(({name, color, points, dashed}) => {
    if (dashed && narrow) return [];
    const last = points.filter(({value}) => Number.isFinite(value)).at(-1);
    return last ? [{...last, label: narrow ? shortened(name) : name, color}] : [];
  });
  const places = spread(
    ends.map(({value}) => y(value)),
    narrow ? 13 : 15,
    height - marginBottom
  );
  const fontSize = narrow ? 11 : 12;
  const labels = ends.map(({label}) => label);
  const ticks = log ? decades(y.domain()) : y.ticks(5);
  const marginLeft = Math.max(56, labelRoom(ticks.map(format), 10));
  const marginRight = Math.max(narrow ? 40 : 150, labelRoom(labels, fontSize));
  return Plot.plot({
    width,
    height,
    marginTop,
    marginBottom,
    marginLeft,
    marginRight,
    x: {type: "utc", label: null, ticks: Math.min(6, (width - marginLeft - marginRight) / 50)},
    y: {type: log ? "log" : "linear", domain: y.domain(), label: null},
    marks: [
      Plot.gridY(ticks, {strokeOpacity: 0.12}),
      Plot.axisY(ticks, {tickFormat: format, tickSize: 0}),
      ...(log ? [] : [Plot.ruleY([0], {strokeOpacity: 0.4})]),
      ...(month === undefined ? [] : [Plot.ruleX([new Date(`${month}-01`)], {strokeDasharray: "3,3"})]),
      Plot.lineY(points, {...line, filter: "dashed", strokeWidth: 1.25, strokeDasharray: "5,4"}),
      Plot.lineY(points, {...line, filter: (point: {dashed: boolean}) => !point.dashed, strokeWidth: 2}),
      Plot.text(ends, {
        x: "date",
        y: (_, index) => y.invert(places[index]!),
        text: "label",
        fill: "color",
        dx: 6,
        textAnchor: "start",
        fontWeight: 600,
        fontSize
      }),
      Plot.tip(points, Plot.pointer({x: "date", y: "value", title: titleOf(format)}))
    ]
  });
}

const line = {x: "date", y: "value", z: "name", stroke: "color"};

function axis(series: readonly Series[], log: boolean, range: [number, number]) {
  const values = series.flatMap(({points}) => points.map(({value}) => value)).filter(Number.isFinite);
  if (log) return scaleLog(logDomain(values, 1), range).nice();
  return scaleLinear([Math.min(0, min(values) ?? 0), Math.max(0, max(values) ?? 1)], range).nice();
}

/** Powers of ten only: further ticks would crowd a logarithmic axis. */
function decades([least = 1, most = 1]: number[]): number[] {
  const first = Math.ceil(Math.log10(least) - 1e-9);
  const count = Math.floor(Math.log10(most) + 1e-9) - first + 1;
  return Array.from({length: count}, (_, index) => 10 ** (first + index));
}

function titleOf(format: (value: number) => string) {
  return ({name, date, value}: {name: string; date: Date; value: number}) =>
    `${name}\n${monthName(date)}: ${format(value)}`;
}
