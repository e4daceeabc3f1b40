import * as Plot from "@observablehq/plot";
import {bindings} from "./binding-constraint.js";
import {type Range, unitless} from "../../components/words/format.js";
import type {Origin} from "../../components/inspector/origin.js";
import {logAxis, logTicks} from "../../components/charts/log-axis.js";

const named = Object.values(bindings);

/** A way of serving as the chart draws it. */
export interface ParetoPoint {
  /** Output tokens per second that a user sees. */
  speed: number;
  value: number;
  /** Name of what binds, of `bindings`. */
  binds: string;
  /** Whether it is among the ways that no other beats. */
  frontier: boolean;
  /** Whether it keeps the limits. */
  feasible: boolean;
  best: boolean;
  /** How it is served. */
  words: string;
  /** What its value, and its speed, are computed from. */
  origin: Origin | undefined;
  ofSpeed: Origin | undefined;
}

export interface ParetoOptions {
  width: number;
  /** What is drawn upwards. */
  label: string;
  /** Whether less of it is better: drawn on a logarithmic axis. */
  cost: boolean;
  /** The least speed that the limit on time per token allows. */
  limit: number;
  /** Where the value of the best way lies, by what measurements say of predictions. */
  range: Range;
}

/** Ways of serving by speed for a user, the frontier as a line; its colours say what binds. */
export function pareto(points: readonly ParetoPoint[], {width, label, cost, limit, range}: ParetoOptions) {
  const narrow = width < 520;
  const line = points.filter(({frontier}) => frontier);
  const rest = points.filter(({frontier}) => !frontier);
  const speeds = [...points.map(({speed}) => speed), limit];
  const domain: [number, number] = [Math.min(...speeds) / 1.4, Math.max(...speeds) * 1.4];
  const place = {x: "speed", y: "value"} as const;
  const colors = new Map(named.map(({name, color}) => [name, color]));
  return Plot.plot({
    width,
    height: 400,
    marginTop: 28,
    marginLeft: 54,
    marginBottom: 42,
    x: {type: "log", domain, label: "Tokens per second per user →"},
    y: {type: cost ? "log" : "linear", zero: !cost, nice: !cost, label: `↑ ${label}`, labelArrow: "none"},
    color: {
      type: "ordinal",
      domain: named.map(({name}) => name),
      range: named.map(({color}) => color),
      legend: true
    },
    r: {type: "identity"},
    marks: [
      ...logAxis(domain, narrow ? 5 : 10, short),
      ...yAxis(points, cost),
      Plot.rectX([limit], {x1: domain[0], x2: limit, fill: "currentColor", fillOpacity: 0.06}),
      Plot.ruleX([limit], {strokeDasharray: "4,3"}),
      Plot.text([`slower than the limit`], {
        x: limit,
        frameAnchor: "bottom",
        textAnchor: "end",
        dx: -6,
        dy: -8
      }),
      Plot.dot(rest, {...place, r: 2, fill: "currentColor", fillOpacity: 0.3}),
      Plot.line(line, {...place, sort: "speed", stroke: "currentColor", strokeOpacity: 0.4}),
      Plot.ruleX(
        line.filter(({best}) => best),
        {x: "speed", y1: () => range.low, y2: () => range.high, strokeWidth: 2.5, strokeOpacity: 0.6}
      ),
      Plot.dot(line, {
        ...place,
        r: ({best}: ParetoPoint) => (best ? 8 : 4.5),
        fill: ({feasible, binds}: ParetoPoint) => (feasible ? colors.get(binds) : "var(--theme-background)"),
        stroke: ({binds}: ParetoPoint) => colors.get(binds),
        strokeWidth: 1.5
      }),
      Plot.text(
        line.filter(({best}) => best),
        {...place, text: () => "best within limits", textAnchor: "start", dx: 10, dy: cost ? -26 : -12, fontWeight: 600}
      ),
      Plot.tip(points, Plot.pointer({...place, title: ({words}: ParetoPoint) => words}))
    ]
  });
}

/** A logarithmic axis gets ticks of its own: Plot leaves some without a label. */
function yAxis(points: readonly ParetoPoint[], log: boolean) {
  if (!log) return [Plot.gridY({strokeOpacity: 0.12}), Plot.axisY({tickFormat: short, label: null}), Plot.ruleY([0])];
  const values = points.map(({value}) => value).filter(Number.isFinite);
  const ticks = logTicks(Math.min(...values), Math.max(...values), 8);
  return [Plot.gridY(ticks, {strokeOpacity: 0.12}), Plot.axisY(ticks, {text: short, label: null})];
}

function short(value: number): string {
  return unitless(value).replace(" ", "");
}
