import * as Plot from "@observablehq/plot";
import {amount, unitless} from "../../components/words/format.js";
import type {SwingBar} from "./draws.js";
import {rowLabels} from "../../components/charts/row-labels.js";

/** What a figure is with one driver at its low end (hollow) and at its high end (solid), all others central. */
export function swings(bars: readonly SwingBar[], {width, color}: {width: number; color: string}) {
  const narrow = width < 560;
  const ends = bars.flatMap((bar) => [
    {...bar, value: bar.low, end: "low"},
    {...bar, value: bar.high, end: "high"}
  ]);
  return Plot.plot({
    width,
    height: 44 + bars.length * (narrow ? 40 : 28),
    marginTop: narrow ? 18 : 8,
    marginLeft: narrow ? 12 : 300,
    marginRight: 24,
    x: {label: null, ticks: narrow ? 4 : 6, grid: true, tickFormat: unitless},
    y: {type: "band", domain: bars.map(({label}) => label), axis: null, paddingInner: narrow ? 0.6 : 0.3},
    marks: [
      Plot.ruleX(bars.slice(0, 1), {x: "central", strokeWidth: 1.5}),
      Plot.barX(bars, {y: "label", x1: "low", x2: "high", fill: color, fillOpacity: 0.3}),
      Plot.dot(ends, {
        y: "label",
        x: "value",
        r: 5,
        stroke: color,
        fill: ({end}: {end: string}) => (end === "high" ? color : "var(--theme-background)")
      }),
      ...rowLabels(
        bars.map(({label}) => ({y: label, label})),
        {narrow, above: 16}
      ),
      Plot.tip(
        bars,
        Plot.pointerY({
          y: "label",
          x: "high",
          title: ({title, low, high}: SwingBar) => `${title}\n${amount(low)} to ${amount(high)}`
        })
      )
    ]
  });
}
