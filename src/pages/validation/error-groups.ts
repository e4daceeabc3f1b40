import * as Plot from "@observablehq/plot";
import type {Group, Prediction} from "../../components/rows/accuracy.js";
import type {Names} from "../../components/rows/row-values.js";
import {share} from "../../components/words/format.js";
import {layerColor} from "../../components/words/layer.js";
import {logAxis} from "../../components/charts/log-axis.js";
import {rowLabels} from "../../components/charts/row-labels.js";

/** Predicted over measured by group: a dot a measurement, a tick at the median; the shade is a band of 30 %. */
export function errorGroups(groups: readonly Group[], names: Names, {width}: {width: number}) {
  const narrow = width < 560;
  const dots = groups.flatMap(({name, points}) =>
    points.map((point) => ({...point, name, ratio: point.predicted / point.measured, origin: point.off}))
  );
  const ratios = dots.map(({ratio}) => ratio);
  const domain: [number, number] = [Math.min(...ratios, 0.5) / 1.15, Math.max(...ratios, 2) * 1.15];
  return Plot.plot({
    width,
    height: 44 + groups.length * (narrow ? 42 : 26),
    marginTop: narrow ? 20 : 6,
    marginLeft: narrow ? 8 : 260,
    marginRight: 16,
    x: {type: "log", domain, label: null},
    y: {type: "band", domain: groups.map(({name}) => name), axis: null, padding: narrow ? 0.55 : 0.25},
    marks: [
      Plot.rectX([1], {x1: 0.7, x2: 1.3, fill: "currentColor", fillOpacity: 0.07}),
      ...logAxis(domain, narrow ? 5 : 10, (ratio) => `×${String(ratio)}`),
      Plot.ruleX([1], {strokeOpacity: 0.6}),
      Plot.dot(dots, {x: "ratio", y: "name", r: 3, fill: layerColor("inference"), fillOpacity: 0.4}),
      Plot.tickX(groups, {x: ({bias}: Group) => 1 + bias, y: "name", strokeWidth: 2.5}),
      ...rowLabels(
        groups.map(({name, count, median}) => ({y: name, label: `${names(name)}: ${share(median)} (${count})`})),
        {narrow, above: 17}
      ),
      Plot.tip(dots, Plot.pointer({x: "ratio", y: "name", title: (point: Prediction) => titleOf(point, names)}))
    ]
  });
}

function titleOf({model, accelerator, row, error}: Prediction, names: Names): string {
  const signed = `${error > 0 ? "+" : ""}${share(error)}`;
  return `${names(model)} on ${names(accelerator)}\n${String(row.scenario)}, ${String(row.publisher)}\n${signed}`;
}
