import * as Plot from "@observablehq/plot";
import {amount} from "../format.js";

export interface HistogramOptions {
  width: number;
  color: string;
  /** Values that are marked, with their names. */
  marks: readonly {name: string; value: number}[];
}

/** How often values fall into equal parts of the range that holds all but the outermost hundredth. */
export function histogram(values: Float64Array, {width, color, marks}: HistogramOptions) {
  const sorted = values.toSorted();
  const [low, high] = [0.005, 0.995].map((share) => sorted[Math.round(share * (sorted.length - 1))]!) as [
    number,
    number
  ];
  const shown = [...sorted].filter((value) => value >= low && value <= high);
  return Plot.plot({
    width,
    height: 260,
    marginTop: 34,
    marginLeft: 20,
    marginRight: 20,
    x: {label: null, ticks: width < 520 ? 4 : 8, tickFormat: (tick: number) => amount(tick)},
    y: {axis: null},
    marks: [
      Plot.rectY(shown, {
        ...Plot.binX({y: "count"}, {x: (value: number) => value, thresholds: 48}),
        fill: color,
        fillOpacity: 0.6
      }),
      Plot.ruleY([0], {strokeOpacity: 0.4}),
      Plot.ruleX(marks, {x: "value", strokeDasharray: "3,3"}),
      Plot.text(marks, {
        x: "value",
        text: ({name, value}: {name: string; value: number}) => `${name}\n${amount(value)}`,
        frameAnchor: "top",
        lineAnchor: "bottom",
        dy: -4,
        stroke: "var(--theme-background)",
        fill: "currentColor"
      })
    ]
  });
}
