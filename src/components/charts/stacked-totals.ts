import * as Plot from "@observablehq/plot";
import {amount, share, unitless} from "../words/format.js";
import {labelled} from "./row-labels.js";
import type {Origin} from "../inspector/origin.js";

/** A part of a total. */
export interface TotalPart {
  total: string;
  part: string;
  value: number;
  color: string;
  origin?: Origin | undefined;
}

/**
 * Totals as bars from zero on one axis, divided into parts; large parts are labelled, and all have a tooltip. A total
 * with a missing part says so.
 */
export function stackedTotals(parts: readonly TotalPart[], {width, unit}: {width: number; unit: string}) {
  const narrow = width < 520;
  const totals = [...new Set(parts.map(({total}) => total))];
  const name = (total: string): string =>
    labelled(total, ...parts.filter((part) => part.total === total).map(({value}) => value));
  const most = Math.max(...totals.map((total) => sum(parts.filter((part) => part.total === total))));
  const pixels = (value: number): number => (value / most) * (width - 32);
  const stacked = Plot.stackX({x: "value", y: "total", order: null});
  return Plot.plot({
    width,
    height: 34 + totals.length * 64,
    marginTop: 22,
    marginLeft: 16,
    marginRight: 16,
    x: {
      label: null,
      tickFormat: (value: number) => (unit === "share" ? share(value) : unitless(value)),
      ticks: narrow ? 3 : 6,
      grid: true
    },
    y: {type: "band", domain: totals, axis: null, paddingInner: 0.5},
    marks: [
      Plot.barX(parts, {...stacked, fill: "color", fillOpacity: 0.45, inset: 0.5}),
      Plot.ruleX([0]),
      Plot.text(totals, {
        y: (total: string) => total,
        frameAnchor: "left",
        dy: -25,
        text: name,
        fontWeight: 600,
        fontSize: 12
      }),
      Plot.text(parts, {
        ...stacked,
        fontSize: narrow ? 10 : 12,
        text: ({part, value}: TotalPart) => (pixels(value) > part.length * (narrow ? 5.5 : 7) + 8 ? part : "")
      }),
      Plot.tip(parts, Plot.pointer({...stacked, title: (part: TotalPart) => titleOf(part, unit)}))
    ]
  });
}

function sum(parts: readonly TotalPart[]): number {
  return parts.reduce((total, {value}) => total + (Number.isFinite(value) ? value : 0), 0);
}

function titleOf({total, part, value}: TotalPart, unit: string): string {
  return `${total}\n${part}: ${amount(value, unit)}`;
}
