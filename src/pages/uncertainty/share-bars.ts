import * as Plot from "@observablehq/plot";
import {share} from "../../components/words/format.js";
import type {ShareBar} from "./draws.js";
import {inspectorLinks} from "../../components/charts/inspector-links.js";
import {rowLabels} from "../../components/charts/row-labels.js";

/**
 * Shares of a figure's variance: solid what a factor brings alone, light with all it acts together with, and its
 * interval.
 */
export function shares(bars: readonly ShareBar[], {width, color}: {width: number; color: string}) {
  const narrow = width < 560;
  const most = Math.max(...bars.map(({total_high}) => total_high), 0.1);
  return Plot.plot({
    width,
    height: 44 + bars.length * (narrow ? 40 : 28),
    marginTop: narrow ? 18 : 8,
    marginLeft: narrow ? 8 : 300,
    marginRight: 24,
    x: {label: null, domain: [0, most], ticks: narrow ? 4 : 6, grid: true, tickFormat: (tick: number) => share(tick)},
    y: {type: "band", domain: bars.map(({label}) => label), axis: null, paddingInner: narrow ? 0.6 : 0.3},
    marks: [
      Plot.barX(bars, {y: "label", x: "total", fill: color, fillOpacity: 0.3, render: inspectorLinks}),
      Plot.barX(bars, {
        y: "label",
        x: ({first}: ShareBar) => Math.max(0, first),
        fill: color,
        fillOpacity: 0.8,
        render: inspectorLinks
      }),
      Plot.ruleY(bars, {y: "label", x1: "total_low", x2: "total_high", strokeWidth: 1.5, render: inspectorLinks}),
      Plot.ruleX([0], {strokeOpacity: 0.4}),
      ...rowLabels(
        bars.map(({label}) => ({y: label, label})),
        {narrow, above: 16}
      )
    ]
  });
}
