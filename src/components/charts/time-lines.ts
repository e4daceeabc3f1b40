import * as Plot from "@observablehq/plot";
import {max, min, scaleLinear, scaleLog} from "d3";
import type {Origin} from "../inspector/origin.js";
import {endNames, type End} from "./end-names.js";
import {labelRoom} from "./label-room.js";
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

/**
 * Lines over months, each named at its end, or above a narrow chart if names are long; dashed ones if there is room. A
 * month without a value is a gap.
 */
export function timeLines(series: readonly Series[], {width, month, log = false, format}: TimeLinesOptions) {
  const narrow = width < 520;
  const ends = endsOf(series.filter(({dashed}) => !dashed || !narrow));
  const isKeyed = narrow && ends.some(({name}) => name.length > BESIDE);
  const marginTop = 16 + (isKeyed ? LINE * ends.length : 0);
  const height = 284 + marginTop;
  const marginBottom = 34;
  const y = axis(series, log, [height - marginBottom, marginTop]);
  const points = series.flatMap(({name, color, dashed = false, points}) =>
    points.map((point) => ({...point, name, color, dashed}))
  );
  const fontSize = narrow ? 11 : 12;
  const ticks = log ? decades(y.domain()) : y.ticks(5);
  const marginLeft = Math.max(56, labelRoom(ticks.map(format), 10));
  const names = isKeyed ? [] : ends.map(({name}) => name);
  const marginRight = isKeyed ? 16 : Math.max(narrow ? 40 : 150, labelRoom(names, fontSize));
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
      ...(isKeyed
        ? keyMarks(ends)
        : [endNames(ends, y, {gap: narrow ? 13 : 15, lowest: height - marginBottom, fontSize})]),
      Plot.tip(points, Plot.pointer({x: "date", y: "value", title: titleOf(format)}))
    ]
  });
}

/** Longest name in characters that stands beside a narrow chart without taking its width. */
const BESIDE = 14;

/** Height of a line of names, in pixels. */
const LINE = 14;

function endsOf(series: readonly Series[]): End[] {
  return series.flatMap(({name, color, points}) => {
    const last = points.filter(({value}) => Number.isFinite(value)).at(-1);
    return last ? [{...last, name, color}] : [];
  });
}

/** Names above the chart, one a line, in the order of the lines' ends. */
function keyMarks(ends: readonly End[]): Plot.Markish[] {
  const ordered = [...ends].sort((a, b) => b.value - a.value);
  return ordered.map(({name, color}, index) =>
    Plot.text([`— ${name}`], {
      frameAnchor: "top-left",
      dy: LINE * (index - ends.length) - 6,
      fill: color,
      fontWeight: 600,
      fontSize: 11
    })
  );
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
