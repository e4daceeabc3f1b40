import * as Plot from "@observablehq/plot";
import {layerColor} from "../../components/words/layer.js";
import type {Ratio} from "./factors.js";
import {logAxis} from "../../components/charts/log-axis.js";
import {inspectorLinks} from "../../components/charts/inspector-links.js";
import {rowLabels} from "../../components/charts/row-labels.js";

/** How far each factor of a product may move it, on a logarithmic axis around 1. */
export function ratios(factors: readonly Ratio[], {width}: {width: number}) {
  const narrow = width < 560;
  const lowest = Math.min(...factors.map(({low}) => low));
  const highest = Math.max(...factors.map(({high}) => high));
  const domain: [number, number] = [lowest / 1.5, highest * 1.4];
  return Plot.plot({
    width,
    height: 40 + factors.length * (narrow ? 42 : 30),
    marginTop: narrow ? 18 : 8,
    marginLeft: narrow ? 8 : 300,
    marginRight: 20,
    x: {type: "log", domain, label: null},
    y: {type: "band", domain: factors.map(({label}) => label), axis: null, paddingInner: narrow ? 0.6 : 0.3},
    marks: [
      ...logAxis(domain, narrow ? 5 : 10, times),
      Plot.barX(factors, {
        y: "label",
        x1: "low",
        x2: "high",
        fill: layerColor("value"),
        fillOpacity: 0.75,
        render: inspectorLinks
      }),
      Plot.ruleX([1], {strokeWidth: 1.5}),
      ...rowLabels(
        factors.map(({label}) => ({y: label, label})),
        {narrow, above: 17}
      ),
      Plot.text(factors, {
        y: "label",
        x: "low",
        text: ({low}: Ratio) => times(low),
        textAnchor: "end",
        dx: -5,
        render: inspectorLinks
      }),
      Plot.text(factors, {
        y: "label",
        x: "high",
        text: ({high}: Ratio) => times(high),
        textAnchor: "start",
        dx: 5,
        render: inspectorLinks
      })
    ]
  });
}

function times(value: number): string {
  return `×${value.toLocaleString("en-US", {maximumSignificantDigits: 2})}`;
}
