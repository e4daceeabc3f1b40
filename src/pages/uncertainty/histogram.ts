import * as Plot from "@observablehq/plot";
import {unitless} from "../../components/words/format.js";
import type {Origin} from "../../components/inspector/origin.js";
import type {Bin} from "./draws.js";
import {inspectorLinks} from "../../components/charts/inspector-links.js";

export interface HistogramOptions {
  width: number;
  color: string;
  /** Values that are marked, with their names. */
  marks: readonly {name: string; value: number; origin?: Origin | undefined}[];
}

/** How often values fall into equal parts of a range. */
export function histogram(bins: readonly Bin[], {width, color, marks}: HistogramOptions) {
  return Plot.plot({
    width,
    height: 260,
    marginTop: marks.length * LINE + 6,
    marginLeft: 20,
    marginRight: 20,
    x: {label: null, ticks: width < 520 ? 4 : 8, tickFormat: unitless},
    y: {axis: null},
    marks: [
      Plot.rectY(bins, {
        x1: "from",
        x2: "to",
        y1: 0,
        y2: "count",
        insetLeft: 0.5,
        insetRight: 0.5,
        fill: color,
        fillOpacity: 0.6,
        render: inspectorLinks
      }),
      Plot.ruleY([0], {strokeOpacity: 0.4}),
      Plot.ruleX(marks, {x: "value", strokeDasharray: "3,3"}),
      // One step lower each, since values may lie close together.
      ...marks.map((mark, index) =>
        Plot.text([mark], {
          x: "value",
          text: ({name, value}: {name: string; value: number}) => `${name} ${unitless(value)}`,
          frameAnchor: "top",
          textAnchor: "start",
          lineAnchor: "bottom",
          dy: (index - marks.length + 1) * LINE - 2,
          stroke: "var(--theme-background)",
          fill: "currentColor",
          render: inspectorLinks
        })
      )
    ]
  });
}

const LINE = 13;
