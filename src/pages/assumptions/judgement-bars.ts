import * as Plot from "@observablehq/plot";
import {share} from "../../components/words/format.js";
import {layerColor} from "../../components/words/layer.js";
import type {JudgementShare} from "./judgement-share.js";
import {inspectorLinks} from "../../components/charts/inspector-links.js";

/** How much of every table's numbers rests on judgement, of all its numbers. */
export function judgementBars(tables: readonly JudgementShare[], {width}: {width: number}) {
  const narrow = width < 520;
  const parts = ["judgement", "sourced"] as const;
  const cells = tables.flatMap((table) =>
    parts.map((part) => ({...table, part, share: table[part] / table.values, origin: table.counted?.[part]}))
  );
  return Plot.plot({
    width,
    height: 40 + tables.length * 22,
    marginTop: 4,
    marginLeft: narrow ? 116 : 150,
    marginRight: narrow ? 56 : 150,
    x: {label: null, domain: [0, 1], tickFormat: share, ticks: narrow ? 2 : 5},
    y: {type: "band", domain: tables.map(({table}) => table), label: null, tickSize: 0, padding: 0.2},
    marks: [
      Plot.barX(cells, {
        x: "share",
        y: "table",
        z: "part",
        fill: ({part}) => (part === "judgement" ? layerColor("value") : "var(--theme-foreground-faintest)"),
        render: inspectorLinks
      }),
      Plot.text(tables, {
        x: 1,
        y: "table",
        text: (table: JudgementShare) =>
          narrow ? `${table.judgement}/${table.values}` : `${table.judgement} of ${table.values}`,
        textAnchor: "start",
        dx: 6
      })
    ]
  });
}
