import * as Plot from "@observablehq/plot";
import {amount, unitless} from "../../components/words/format.js";
import type {Origin} from "../../components/inspector/origin.js";

/** A draw: its driver and its output. */
export interface DrawPoint {
  x: number;
  y: number;
  origin: Origin | undefined;
}

/** Every draw as a point, with the mean of the output in twentieths of the driver as a line. */
export function scatter(points: readonly DrawPoint[], {width, color}: {width: number; color: string}) {
  const narrow = width < 520;
  return Plot.plot({
    width,
    height: 340,
    marginLeft: 64,
    marginRight: 20,
    x: {label: null, ticks: narrow ? 4 : 8, tickFormat: unitless},
    y: {label: null, ticks: 5, grid: true, tickFormat: unitless, tickSize: 0},
    marks: [
      Plot.dot(points, {x: "x", y: "y", r: 1.5, fill: color, fillOpacity: 0.25}),
      Plot.lineY(means(points), {x: "x", y: "y", strokeWidth: 2.5}),
      Plot.tip(
        points,
        Plot.pointer({x: "x", y: "y", title: ({x, y}: DrawPoint) => `a draw: ${amount(y)} at ${amount(x)}`})
      )
    ]
  });
}

/** The mean of y over twentieths of the points, in the order of x. */
function means(points: readonly {x: number; y: number}[]) {
  const sorted = points.toSorted((a, b) => a.x - b.x);
  const size = Math.ceil(sorted.length / 20);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return Array.from({length: Math.ceil(sorted.length / size)}, (_, i) => {
    const part = sorted.slice(i * size, (i + 1) * size);
    return {x: mean(part.map(({x}) => x)), y: mean(part.map(({y}) => y))};
  });
}
