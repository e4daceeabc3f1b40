import * as Plot from "@observablehq/plot";
import type {Origin} from "../inspector/origin.js";
import {labelRoom} from "./label-room.js";
import {logAxis, logDomain} from "./log-axis.js";
import {labelled, rowLabelRoom, rowLabels} from "./row-labels.js";

/** Two values to be compared by their ratio. */
export interface Pair {
  label: string;
  from: number;
  to: number;
  /** Drawn bold. */
  chosen?: boolean;
  /** Origins of the two values. */
  sources?: {from: Origin | undefined; to: Origin | undefined};
}

export interface DumbbellOptions {
  width: number;
  /** Names and colours of the two ends. */
  from: {name: string; color: string};
  to: {name: string; color: string};
  format: (value: number) => string;
}

/**
 * Two dots a row on a logarithmic axis, joined by a line; the names of the dots stand above the first row. A row
 * without a value says so.
 */
export function dumbbell(pairs: readonly Pair[], {width, from, to, format}: DumbbellOptions) {
  const narrow = width < 520;
  const rows = pairs.map((pair, index) => ({...pair, index: String(index)}));
  const ends = rows.flatMap((row) => [
    {...row, value: row.from, color: from.color, name: from.name, origin: row.sources?.from},
    {...row, value: row.to, color: to.color, name: to.name, origin: row.sources?.to}
  ]);
  const domain = logDomain(
    ends.map(({value}) => value),
    1.3
  );
  const first = ends.filter(({index}) => index === "0");
  return Plot.plot({
    width,
    height: 66 + rows.length * (narrow ? 36 : 24),
    marginTop: narrow ? 38 : 28,
    marginLeft: narrow ? 8 : rowLabelRoom(pairs),
    marginRight: 24,
    x: {
      type: "log",
      domain,
      label: null,
      grid: true,
      tickFormat: format,
      ticks: narrow ? 3 : 7
    },
    y: {type: "band", domain: rows.map(({index}) => index), label: null, axis: null},
    marks: [
      ...logAxis(domain, narrow ? 5 : 10, format),
      ...rowLabels(
        rows.map(({index, label, chosen, from, to}) => ({
          y: index,
          label: labelled(label, from, to),
          bold: chosen ?? false
        })),
        {narrow, above: 12}
      ),
      Plot.link(rows, {
        x1: "from",
        x2: "to",
        y1: "index",
        y2: "index",
        stroke: ({from: a, to: b}: Pair) => (b >= a ? to.color : from.color),
        strokeOpacity: 0.6,
        strokeWidth: (row: Pair) => (row.chosen ? 5 : 3)
      }),
      Plot.dot(ends, {x: "value", y: "index", fill: "color", r: (row: Pair) => (row.chosen ? 6 : 4.5)}),
      ...(narrow ? key([from, to]) : first.map(nameOfEnd)),
      Plot.tip(
        ends,
        Plot.pointer({
          x: "value",
          y: "index",
          title: (row: {label: string; name: string; value: number}) =>
            `${row.label}\n${row.name}: ${format(row.value)}`
        })
      )
    ],
    r: {type: "identity"}
  });
}

/** The name of an end above its dot, aligned away from the other end. */
function nameOfEnd(end: {index: string; value: number; name: string; color: string} & Pair) {
  const textAnchor = end.value === Math.max(end.from, end.to) ? "start" : "end";
  return Plot.text([end], {x: "value", y: "index", text: "name", fill: "color", fontWeight: 600, dy: -16, textAnchor});
}

/** The names of the ends in the corner, if there is no room above the dots. */
function key(ends: readonly {name: string; color: string}[]) {
  const place = {frameAnchor: "top-left", dy: -22, fontWeight: 600} as const;
  const names = ends.map(({name}) => `● ${name}`);
  const dx = (index: number): number => (index === 0 ? 0 : labelRoom(names.slice(0, index), 10));
  return ends.map(({color}, index) => Plot.text([names[index]!], {...place, dx: dx(index), fill: color}));
}
