import {columnsOf, type ChartMark, type ChartSpec} from "./chart-spec.js";
import type {Plotted} from "./plotted-rows.js";

type Plot = typeof import("./plot-marks.js").plotMarks;

/** Maximum number of bars. */
const BARS = 40;

/** The chart as code for Observable Plot; `rows` is the name of the data. */
export function plotCode(spec: ChartSpec, rows: string): string {
  const marks = marksOf(spec).map(({method, options}) => {
    const markOptions = spec.mark === "histogram" ? `Plot.binX({y: "count"}, ${literal(options)})` : literal(options);
    return `Plot.${method}(${rows}, ${markOptions})`;
  });
  const settings = literal(settingsOf(spec)).replace(/^\{|\}$/g, "");
  return `Plot.plot({${settings === "" ? "" : `${settings}, `}marks: [${marks.join(", ")}]})`;
}

/** Draws the chart of `plotCode`, at a width in pixels. */
export function drawn(Plot: Plot, rows: Plotted[], spec: ChartSpec, width: number): Element {
  const marks = marksOf(spec).map(({method, options}) => {
    const markOptions = spec.mark === "histogram" ? Plot.binX({y: "count"}, options) : options;
    return Plot[method](rows, markOptions);
  });
  return Plot.plot({width, ...settingsOf(spec), marks, ariaLabel: chartLabel(spec)});
}

/** A description of the chart in words. */
export function chartLabel(spec: ChartSpec): string {
  return `${spec.mark} of ${columnsOf(spec).join(", ")}`;
}

const methods = {
  line: "lineY",
  area: "areaY",
  bar: "barX",
  dot: "dot",
  tick: "tickX",
  cell: "cell",
  histogram: "rectY"
} as const satisfies Record<Exclude<ChartMark, "band">, keyof Plot>;

const filled: readonly ChartMark[] = ["area", "bar", "cell", "histogram"];

interface Mark {
  method: (typeof methods)[keyof typeof methods];
  options: Record<string, unknown>;
}

function marksOf(spec: ChartSpec): Mark[] {
  return spec.mark === "band" ? bandOf(spec) : [markOf(spec, spec.mark)];
}

/** The area between two columns, and the line of a third. */
function bandOf(spec: ChartSpec): Mark[] {
  const {x, y, low, high, color, facet} = spec;
  const channels = held({x, y1: low, y2: high, fill: color, fx: facet});
  const band: Mark = {method: "areaY", options: {...channels, fillOpacity: 0.25}};
  return y === undefined ? [band] : [band, markOf(spec, "line")];
}

function markOf({x, y, color, facet}: ChartSpec, mark: Exclude<ChartMark, "band">): Mark {
  const channels = {x, y: mark === "histogram" ? undefined : y, [filled.includes(mark) ? "fill" : "stroke"]: color};
  const sort = mark === "bar" ? {sort: {y: "-x", limit: BARS}} : {};
  return {method: methods[mark], options: {...held({...channels, fx: facet}), ...sort}};
}

function settingsOf({mark, color, xScale, yScale}: ChartSpec) {
  const hasNames = yScale === "point" || ["bar", "tick", "cell"].includes(mark);
  return {
    ...(hasNames && {marginLeft: 160}),
    ...(color !== undefined && {color: {legend: true}}),
    ...(xScale !== undefined && {x: axisOf(xScale)}),
    ...(yScale !== undefined && {y: axisOf(yScale)})
  };
}

/** On a logarithmic axis, Plot would write a tenth as “100m”. */
function axisOf(type: NonNullable<ChartSpec["xScale"]>) {
  return type === "log" ? {type, tickFormat: "~g"} : {type};
}

function held(channels: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(channels).flatMap(([channel, name]) => (name === undefined ? [] : [[channel, name]]))
  );
}

/** A value as code on a single line. */
function literal(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, inner]) => `${key}: ${literal(inner)}`)
    .join(", ")}}`;
}
