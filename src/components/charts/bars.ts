import * as Plot from "@observablehq/plot";
import type {Origin} from "../inspector/origin.js";
import {inspectorLinks} from "./inspector-links.js";
import {rowLabelRoom, rowLabels} from "./row-labels.js";

/** A bar from zero, with its name and value beside it. */
export interface Bar {
  label: string;
  value: number;
  color: string;
  /** A part of the value, drawn solid over the paler whole. */
  part?: number;
  chosen?: boolean;
  /** Origin of the value. */
  origin?: Origin | undefined;
}

export interface BarsOptions {
  width: number;
  format: (value: number) => string;
}

/** Horizontal bars from zero. A missing value is labelled as missing rather than drawn as zero. */
export function bars(rows: readonly Bar[], {width, format}: BarsOptions) {
  const narrow = width < 520;
  const hasParts = rows.some(({part}) => part !== undefined);
  const known = rows.filter(({value}) => Number.isFinite(value));
  return Plot.plot({
    width,
    height: 34 + rows.length * (narrow ? 40 : 26),
    marginTop: narrow ? 16 : 4,
    marginLeft: narrow ? 8 : rowLabelRoom(rows),
    marginRight: narrow ? 110 : 150,
    x: {label: null, grid: true, tickFormat: format, ticks: narrow ? 2 : 5, zero: true},
    y: {type: "band", domain: rows.map(({label}) => label), axis: null, paddingInner: narrow ? 0.55 : 0.25},
    marks: [
      Plot.barX(known, {y: "label", x: (row: Bar) => row.part ?? 0, fill: "color"}),
      Plot.barX(known, {
        y: "label",
        x: "value",
        fill: "color",
        fillOpacity: hasParts ? 0.3 : 1,
        render: inspectorLinks
      }),
      Plot.ruleX([0]),
      ...rowLabels(
        rows.map(({label, chosen}) => ({y: label, label, bold: chosen ?? false})),
        {narrow, above: 18}
      ),
      Plot.text(rows, {
        y: "label",
        x: (row: Bar) => (Number.isFinite(row.value) ? Math.max(0, row.value) : 0),
        textAnchor: "start",
        dx: 6,
        text: (row: Bar) => valueText(row, format)
      })
    ]
  });
}

function valueText({value, part}: Bar, format: (value: number) => string): string {
  if (!Number.isFinite(value)) return "missing";
  return part === undefined ? format(value) : `${format(part)} of ${format(value)}`;
}
