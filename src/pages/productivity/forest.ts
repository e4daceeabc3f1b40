import * as Plot from "@observablehq/plot";
import {layerColor} from "../../components/words/layer.js";
import {share} from "../../components/words/format.js";
import type {Effect} from "./studies.js";
import {rowLabels} from "../../components/charts/row-labels.js";

/** Effects with their intervals, slowdowns to the left of zero; the dot's area is the weight, a diamond the mean. */
export function forest(effects: readonly Effect[], {width}: {width: number}) {
  const narrow = width < 560;
  const rows = effects.map((effect, index) => ({...effect, index: String(index)}));
  const studies = rows.filter(({mean}) => !mean);
  const color = ({effect}: Effect): string => layerColor(effect < 0 ? "application" : "value");
  const y = "index";
  return Plot.plot({
    width,
    height: 58 + rows.length * (narrow ? 34 : 24),
    marginTop: 34,
    marginLeft: narrow ? 8 : 260,
    marginRight: narrow ? 16 : 24,
    x: {label: null, tickFormat: share, grid: true, ticks: narrow ? 4 : 8},
    y: {type: "band", domain: rows.map(({index}) => index), axis: null},
    r: {range: [0, 9]},
    marks: [
      Plot.ruleX([0], {strokeWidth: 1.5}),
      ...rowLabels(
        rows.map(({index, label, mean}) => ({y: index, label, bold: mean})),
        {narrow, above: 15}
      ),
      Plot.text(["← slower"], {x: () => 0, frameAnchor: "top", textAnchor: "end", dx: -6, dy: -16}),
      Plot.text(["time saved →"], {x: () => 0, frameAnchor: "top", textAnchor: "start", dx: 6, dy: -16}),
      Plot.link(studies, {x1: "low", x2: "high", y1: y, y2: y, stroke: color, strokeWidth: 2, strokeOpacity: 0.6}),
      Plot.dot(studies, {x: "effect", y, r: "weight", fill: color}),
      Plot.dot(
        rows.filter(({mean}) => mean),
        {x: "effect", y, r: 8, symbol: "diamond", fill: "currentColor"}
      ),
      Plot.tip(rows, Plot.pointer({x: "effect", y, title: tipOf}))
    ]
  });
}

function tipOf({label, effect, low, high, design}: Effect): string {
  return `${label}\n${share(effect)} (${share(low)} to ${share(high)})${design === "" ? "" : `\n${design}`}`;
}
