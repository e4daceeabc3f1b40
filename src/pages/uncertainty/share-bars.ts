import * as Plot from "@observablehq/plot";
import {share} from "../../components/words/format.js";
import type {ShareBar} from "./draws.js";
import {inspectorLinks} from "../../components/charts/inspector-links.js";
import {rowLabels} from "../../components/charts/row-labels.js";

/**
 * Shares of a figure's variance: solid what a factor brings alone, light with all it acts together with, each with its
 * interval; hollow where the rows do not resolve it.
 */
export function shares(bars: readonly ShareBar[], {width, color}: {width: number; color: string}) {
  const narrow = width < 560;
  const most = Math.max(...bars.map(({total_high}) => total_high), 0.1);
  const solid = {y: "label", fill: color, insetTop: 1, insetBottom: 1, render: inspectorLinks};
  const hollow = {y: "label", fill: "none", stroke: color, strokeDasharray: "3,2", render: inspectorLinks};
  const line = {y: "label", strokeWidth: 1.5, render: inspectorLinks};
  return Plot.plot({
    width,
    height: 44 + bars.length * (narrow ? 40 : 28),
    marginTop: narrow ? 18 : 8,
    marginLeft: narrow ? 8 : 300,
    marginRight: 24,
    x: {label: null, domain: [0, most], ticks: narrow ? 4 : 6, grid: true, tickFormat: (tick: number) => share(tick)},
    y: {type: "band", domain: bars.map(({label}) => label), axis: null, paddingInner: narrow ? 0.6 : 0.3},
    marks: [
      Plot.barX(bars.filter(resolvedTotal), {...solid, x: "total", fillOpacity: 0.3}),
      Plot.barX(bars.filter(resolvedFirst), {...solid, x: "first", fillOpacity: 0.8}),
      Plot.barX(
        bars.filter((bar) => !resolvedTotal(bar)),
        {...hollow, x: "total"}
      ),
      Plot.barX(
        bars.filter((bar) => !resolvedFirst(bar)),
        {...hollow, x: "first"}
      ),
      Plot.ruleY(bars, {...line, x1: "first_low", x2: "first_high", dy: -4}),
      Plot.ruleY(bars, {...line, x1: "total_low", x2: "total_high", dy: 4}),
      Plot.ruleX([0], {strokeOpacity: 0.4}),
      ...rowLabels(
        bars.map(({label}) => ({y: label, label})),
        {narrow, above: 16}
      )
    ]
  });
}

function resolvedFirst({first_resolved}: ShareBar): boolean {
  return first_resolved;
}

function resolvedTotal({total_resolved}: ShareBar): boolean {
  return total_resolved;
}
