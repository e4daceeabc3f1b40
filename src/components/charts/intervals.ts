import * as Plot from "@observablehq/plot";
import type {Origin} from "../inspector/origin.js";
import {labelRoom} from "./label-room.js";
import {logAxis, logDomain} from "./log-axis.js";
import {labelled, rowLabelRoom, rowLabels} from "./row-labels.js";

/** A value with its range, and values to compare it with. */
export interface Interval {
  label: string;
  low: number;
  middle: number;
  high: number;
  color: string;
  /** Drawn bold. */
  chosen?: boolean;
  /** Values marked beside the range: cost, price, the reader's own. */
  marks?: readonly {name: string; value: number; color: string}[];
  /** Tooltip. */
  tip: string;
  /** Origin of the value. */
  origin?: Origin | undefined;
}

export interface IntervalsOptions {
  width: number;
  format: (value: number) => string;
  /** Whether the axis is logarithmic; otherwise it is linear with a line at 0. */
  log?: boolean;
}

/**
 * Ranges side by side: a line from low to high, a dot for the central value and a diamond for each mark. A row without
 * a value is labelled as missing.
 */
export function intervals(rows: readonly Interval[], {width, format, log = false}: IntervalsOptions) {
  const narrow = width < 620;
  const placed = rows.map((row, i) => ({...row, y: String(i)}));
  const marks = placed.flatMap(({y, marks: own = []}) => own.map((mark) => ({...mark, y})));
  const values = [...rows.flatMap(({low, middle, high}) => [low, middle, high]), ...marks.map(({value}) => value)];
  const domain = log ? logDomain(values, 1.2) : undefined;
  const key = keyOf([...new Map(marks.map(({name, color}) => [name, color]))], width - 60);
  const above = key.length === 0 ? 0 : 18 + LINE * key.at(-1)!.line;
  return Plot.plot({
    width,
    height: 44 + above + rows.length * (narrow ? 40 : 26),
    marginTop: 4 + above + (narrow ? 14 : 0),
    marginLeft: narrow ? 12 : rowLabelRoom(rows),
    marginRight: narrow ? 24 : 40,
    x: {type: log ? "log" : "linear", ...(domain && {domain}), label: null},
    y: {type: "band", domain: placed.map(({y}) => y), axis: null, paddingInner: narrow ? 0.6 : 0.3},
    marks: [
      ...(domain
        ? logAxis(domain, narrow ? 4 : 10, format)
        : [
            Plot.gridX({ticks: narrow ? 3 : 6, strokeOpacity: 0.12}),
            Plot.axisX({ticks: narrow ? 3 : 6, tickFormat: format}),
            Plot.ruleX([0], {strokeWidth: 1.5})
          ]),
      Plot.link(placed, {
        y1: "y",
        y2: "y",
        x1: "low",
        x2: "high",
        stroke: "color",
        strokeWidth: 3,
        strokeOpacity: 0.55
      }),
      Plot.dot(placed, {y: "y", x: "middle", fill: "color", r: (row: Interval) => (row.chosen ? 7 : 5)}),
      Plot.dot(marks, {
        y: "y",
        x: "value",
        symbol: "diamond",
        r: 5,
        fill: "var(--theme-background)",
        stroke: "color",
        strokeWidth: 2
      }),
      ...rowLabels(
        placed.map(({y, label, chosen, middle}) => ({y, label: labelled(label, middle), bold: chosen ?? false})),
        {narrow, above: 16}
      ),
      ...key.map(({name, color, from, line}) =>
        Plot.text([name], {
          frameAnchor: "top-left",
          dx: from,
          dy: LINE * line - above - (narrow ? 14 : 0),
          fill: color,
          fontWeight: 600,
          textAnchor: "start"
        })
      ),
      Plot.tip(placed, Plot.pointerY({y: "y", x: "middle", title: "tip", textOverflow: "ellipsis"}))
    ],
    r: {type: "identity"}
  });
}

/** The names of marks, as many in a line as fit. */
function keyOf(names: readonly (readonly [name: string, color: string])[], width: number) {
  let [from, line] = [0, 0];
  return names.map(([name, color]) => {
    const room = labelRoom([`◇ ${name}`], 10);
    if (from > 0 && from + room > width) [from, line] = [0, line + 1];
    const place = {name: `◇ ${name}`, color, from, line};
    from += room;
    return place;
  });
}

/** Line height of the key, in pixels. */
const LINE = 14;
