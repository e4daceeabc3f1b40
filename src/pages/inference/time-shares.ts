import * as Plot from "@observablehq/plot";
import type {TimePart} from "./binding-constraint.js";
import {share} from "../../components/words/format.js";
import type {Origin} from "../../components/inspector/origin.js";
import {rowLabels} from "../../components/charts/row-labels.js";

/** A bar of the chart: a way of serving, with the parts of the time that a token takes. */
export interface TimeRow {
  label: string;
  /** What stands behind the bar. */
  total: string;
  parts: readonly (TimePart & {origin: Origin | undefined})[];
  bold: boolean;
}

/** Where the time of an output token goes: a bar a way of serving, its parts as shares. */
export function timeShares(rows: readonly TimeRow[], {width}: {width: number}) {
  const narrow = width < 620;
  const parts = rows.flatMap(({parts: all, total}, row) => {
    const sum = all.reduce((so, {time}) => so + time, 0);
    return all.map(({name, time, origin}) => ({row: String(row), name, share: time / sum, time, total, origin}));
  });
  const names = rows[0]?.parts ?? [];
  const labels = rows.map(({label, total, bold}, row) => ({
    y: String(row),
    label: narrow ? `${batchIn(label)}: ${total}` : label,
    bold
  }));
  return Plot.plot({
    width,
    height: 34 + rows.length * (narrow ? 56 : 28),
    marginTop: narrow ? 30 : 4,
    marginLeft: narrow ? 14 : 310,
    marginRight: narrow ? 18 : 70,
    x: {label: null, domain: [0, 1], tickFormat: share, ticks: narrow ? 3 : 5},
    y: {type: "band", domain: labels.map(({y}) => y), axis: null, paddingInner: narrow ? 0.6 : 0.2},
    color: {
      type: "ordinal",
      domain: names.map(({name}) => name),
      range: names.map(({color}) => color),
      legend: true
    },
    marks: [
      Plot.barX(parts, Plot.stackX({x: "share", y: "row", fill: "name", order: null, insetRight: 0.5})),
      ...rowLabels(labels, {narrow, above: narrow ? 34 : 0}),
      ...(narrow
        ? rowLabels(
            labels.map((one, row) => ({...one, label: splitIn(rows[row]!.label)})),
            {narrow, above: 20}
          )
        : []),
      ...(narrow
        ? []
        : [
            Plot.text(rows, {
              y: (_: TimeRow, row: number) => String(row),
              x: () => 1,
              text: "total",
              textAnchor: "start",
              dx: 8
            })
          ]),
      Plot.tip(
        parts,
        Plot.pointer(
          Plot.stackX({
            x: "share",
            y: "row",
            order: null,
            title: ({name, time, share: part}: {name: string; time: number; share: number}) =>
              `${name}: ${time.toPrecision(3)} ms a token, ${share(part)}`
          })
        )
      )
    ]
  });
}

function batchIn(label: string): string {
  return label.split(", ")[0]!;
}

/** How the model is split, which a narrow chart shows below the batch. */
function splitIn(label: string): string {
  return label.split(", ").slice(1).join(", ");
}
