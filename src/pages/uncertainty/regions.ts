import * as Plot from "@observablehq/plot";
import type {Region} from "./draws.js";
import {inspectorLinks} from "../../components/charts/inspector-links.js";
import {rowLabels} from "../../components/charts/row-labels.js";

/**
 * The median of each driver where a condition holds (solid) and where it does not (hollow), from its least to its
 * greatest draw.
 */
export function regionDots(drivers: readonly Region[], {width, color}: {width: number; color: string}) {
  const narrow = width < 560;
  const dot = {r: 5, stroke: color, render: inspectorLinks};
  return Plot.plot({
    width,
    height: 44 + drivers.length * (narrow ? 44 : 30),
    marginTop: narrow ? 18 : 8,
    marginLeft: narrow ? 12 : 300,
    marginRight: 24,
    x: {
      label: null,
      domain: [0, 1],
      ticks: [0, 0.5, 1],
      grid: true,
      tickFormat: (tick: number) => ["least", "middle", "greatest"][tick * 2]!
    },
    y: {type: "band", domain: drivers.map(({label}) => label), axis: null, paddingInner: narrow ? 0.6 : 0.3},
    marks: [
      Plot.ruleY(drivers, {
        y: "label",
        x1: "outside",
        x2: "inside",
        stroke: color,
        strokeWidth: 2,
        render: inspectorLinks
      }),
      Plot.dot(drivers, {y: "label", x: "outside", ...dot, fill: "var(--theme-background)"}),
      Plot.dot(drivers, {y: "label", x: "inside", ...dot, fill: color}),
      ...rowLabels(
        drivers.map(({label}) => ({y: label, label})),
        {narrow, above: 18}
      )
    ]
  });
}
