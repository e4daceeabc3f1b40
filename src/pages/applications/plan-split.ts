import * as Plot from "@observablehq/plot";
import {amount, unitless} from "../../components/words/format.js";
import type {PlanPart} from "./plan-parts.js";
import {inspectorLinks} from "../../components/charts/inspector-links.js";

/** A price at the top, its costs below, and at the bottom the rest: each bar starts where the last ended. */
export function planSplit(parts: readonly PlanPart[], {width}: {width: number}) {
  const narrow = width < 520;
  const size = ({from, to}: PlanPart): number => Math.abs(from - to);
  return Plot.plot({
    width,
    height: 40 + parts.length * 30,
    marginTop: 4,
    marginLeft: narrow ? 116 : 160,
    marginRight: 84,
    x: {label: null, grid: true, ticks: narrow ? 3 : 6, tickFormat: unitless},
    y: {type: "band", domain: parts.map(({label}) => label), label: null, padding: 0.2, tickSize: 0},
    marks: [
      Plot.barX(parts, {y: "label", x1: "to", x2: "from", fill: "color", render: inspectorLinks}),
      Plot.ruleX([0]),
      Plot.text(parts, {
        y: "label",
        x: ({from, to}: PlanPart) => Math.max(from, to),
        text: (part: PlanPart) => amount(size(part), "USD"),
        textAnchor: "start",
        dx: 6
      })
    ]
  });
}
