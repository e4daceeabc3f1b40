import * as Plot from "@observablehq/plot";
import type {Prediction} from "../../components/rows/accuracy.js";
import type {Names} from "../../components/rows/row-values.js";
import {amount, share, unitless} from "../../components/words/format.js";
import {logTicks} from "../../components/charts/log-axis.js";

/** How far from the diagonal the band reaches, as a share of the measured figure. */
const band = 0.3;

/** Predicted against measured rates on logarithmic axes, with the diagonal and a band. */
export function agreement(points: readonly Prediction[], names: Names, {width}: {width: number}) {
  const narrow = width < 520;
  const values = points.flatMap(({measured, predicted}) => [measured, predicted]);
  const domain: [number, number] = [Math.min(...values) / 1.3, Math.max(...values) * 1.3];
  const ticks = logTicks(...domain, narrow ? 5 : 12);
  const ends = domain.map((at) => ({at}));
  const place = {x: "measured", y: "predicted"} as const;
  return Plot.plot({
    width,
    height: Math.min(width, 560),
    marginLeft: 52,
    marginTop: 24,
    marginBottom: 40,
    x: {type: "log", domain},
    y: {type: "log", domain},
    color: {type: "categorical"},
    symbol: {legend: true, tickFormat: names},
    marks: [
      Plot.gridX(ticks, {strokeOpacity: 0.12}),
      Plot.gridY(ticks, {strokeOpacity: 0.12}),
      Plot.axisX(ticks, {text: short, label: "Measured →", labelArrow: "none"}),
      Plot.axisY(ticks, {text: short, label: "↑ Predicted", labelArrow: "none"}),
      Plot.areaY(ends, {
        x: "at",
        y1: ({at}: {at: number}) => at * (1 - band),
        y2: ({at}: {at: number}) => at * (1 + band),
        fill: "currentColor",
        fillOpacity: 0.07,
        clip: true
      }),
      Plot.line(ends, {x: "at", y: "at", stroke: "currentColor", strokeOpacity: 0.5}),
      Plot.dot(points, {
        ...place,
        stroke: "family",
        symbol: "family",
        r: narrow ? 2.5 : 3.5,
        strokeWidth: 1.4
      }),
      Plot.tip(points, Plot.pointer({...place, title: (point: Prediction) => titleOf(point, names)}))
    ]
  });
}

function titleOf({model, accelerator, row, predicted, measured, error}: Prediction, names: Names): string {
  const rates = `predicted ${amount(predicted)}, measured ${amount(measured)} (${error > 0 ? "+" : ""}${share(error)})`;
  const test = `${names(model)} on ${names(accelerator)}: ${String(row.scenario)}`;
  return [test, rates, String(row.publisher), "click: its row, with the source"].join("\n");
}

function short(value: number): string {
  return unitless(value).replace(" ", "");
}
