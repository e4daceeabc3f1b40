import * as Plot from "@observablehq/plot";
import {unitless, usd} from "../../components/words/format.js";
import {pathName, type BuildOut} from "./build-outs.js";

/** Ranges of present value, accelerator by accelerator, a line for each price path. */
export function rangeDots(all: readonly BuildOut[], {width}: {width: number}) {
  const narrow = width < 520;
  const named = all.map((buildOut) => ({
    ...buildOut,
    label: buildOut.accelerator.toUpperCase(),
    path: pathName(buildOut.path)
  }));
  const paths = [...new Set(named.map(({path}) => path))];
  return Plot.plot({
    width,
    height: 60 + named.length * 20,
    marginLeft: narrow ? 104 : 120,
    marginRight: narrow ? 56 : 72,
    x: {label: null, ticks: narrow ? 3 : 6, grid: true, tickFormat: unitless},
    y: {domain: paths, label: null, tickSize: 0},
    fy: {label: null, padding: 0.15, domain: [...new Set(named.map(({label}) => label))], axis: "right"},
    marks: [
      Plot.ruleX([0], {stroke: "var(--theme-foreground)", strokeOpacity: 0.5}),
      Plot.ruleY(named, {
        fy: "label",
        y: "path",
        x1: "low",
        x2: "high",
        stroke: "var(--layer-neocloud)",
        strokeWidth: 3,
        strokeOpacity: 0.4
      }),
      Plot.dot(named, {fy: "label", y: "path", x: "median", r: 4, fill: "var(--layer-neocloud)"}),
      Plot.tip(
        named,
        Plot.pointerY({
          fy: "label",
          y: "path",
          x: "median",
          title: ({label, path, low, median, high}: (typeof named)[number]) =>
            `${label}, ${path}\n${usd(median)} (${usd(low)} to ${usd(high)})`
        })
      )
    ]
  });
}
