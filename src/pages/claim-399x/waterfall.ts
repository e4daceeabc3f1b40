import * as Plot from "@observablehq/plot";
import {effectOf, type Scale, type Step} from "./correction-steps.js";
import {unitless} from "../../components/words/format.js";
import {layerColor} from "../../components/words/layer.js";
import {logAxis} from "../../components/charts/log-axis.js";
import {inspectorLinks} from "../../components/charts/inspector-links.js";
import {rowLabels} from "../../components/charts/row-labels.js";

export interface WaterfallOptions {
  width: number;
  /** factor: a logarithmic axis, on which equal factors are equally long; difference: a linear one from zero. */
  scale: Scale;
}

/** Steps that lower or raise a multiplier, each from where the last one ended, with the range where there is one. */
export function waterfall(steps: readonly Step[], {width, scale}: WaterfallOptions) {
  const narrow = width < 620;
  const log = scale !== "difference";
  const rows = steps.map((step) => ({...step, key: String(step.step)}));
  const moves = rows.filter(({step}) => step > 0);
  const ranged = rows.filter(({low, high}) => high / low > 1.000001);
  const minimum = Math.min(1, ...rows.map(({low}) => low)) / 1.4;
  const domain: [number, number] = log ? [minimum, narrow ? 2500 : 700] : [0, narrow ? 600 : 430];
  const color = ({before, after}: Step): string => layerColor(after < before ? "application" : "inference");
  return Plot.plot({
    width,
    height: 44 + rows.length * (narrow ? 48 : 32),
    marginTop: narrow ? 20 : 6,
    marginLeft: narrow ? 8 : 300,
    marginRight: narrow ? 20 : 90,
    x: {type: log ? "log" : "linear", domain, label: null},
    y: {type: "band", domain: rows.map(({key}) => key), axis: null, paddingInner: narrow ? 0.6 : 0.35},
    marks: [
      ...(log
        ? logAxis(domain, narrow ? 5 : 12, unitless)
        : [Plot.gridX({ticks: 4, strokeOpacity: 0.12}), Plot.axisX({ticks: 4, tickFormat: unitless}), Plot.ruleX([0])]),
      Plot.barX(moves, {y: "key", x1: "before", x2: "after", fill: color, fillOpacity: 0.85, render: inspectorLinks}),
      Plot.tickX(rows, {y: "key", x: "after", strokeWidth: 3, render: inspectorLinks}),
      Plot.link(ranged, {
        y1: "key",
        y2: "key",
        x1: "low",
        x2: "high",
        strokeWidth: 1.5,
        markerStart: "tick",
        markerEnd: "tick",
        render: inspectorLinks
      }),
      ...rowLabels(
        rows.map(({key, title}) => ({y: key, label: `${key}. ${title}`})),
        {narrow, above: 18}
      ),
      Plot.text(rows, {
        y: "key",
        x: ({before, after, high}: Step) => Math.max(before, after, high),
        text: (step: Step) => effectOf(step, scale),
        textAnchor: "start",
        dx: 8,
        fontWeight: 600,
        render: inspectorLinks
      })
    ]
  });
}
