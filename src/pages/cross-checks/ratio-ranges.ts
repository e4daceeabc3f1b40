import * as Plot from "@observablehq/plot";
import type {Origin} from "../../components/inspector/origin.js";
import {logAxis} from "../../components/charts/log-axis.js";
import {rowLabels} from "../../components/charts/row-labels.js";

/** A prediction and what is published, both over the published value. */
export interface Comparison {
  label: string;
  published: {low: number; high: number};
  predicted: {low: number; central: number; high: number};
  /** Whether the prediction lies in the published band. */
  meets: boolean;
  /** Where the ratio comes from. */
  origin?: Origin | undefined;
}

export interface RatioRangesOptions {
  width: number;
  /** How a ratio is written. */
  format: (ratio: number) => string;
}

/** Predictions over published values on a logarithmic axis: a grey band for what is published, a dot with its range. */
export function ratioRanges(rows: readonly Comparison[], {width, format}: RatioRangesOptions) {
  const narrow = width < 520;
  const all = rows.flatMap(({published, predicted}) => [published.low, published.high, predicted.low, predicted.high]);
  const positive = [...all, ...rows.map(({predicted}) => predicted.central)].filter((ratio) => ratio > 0);
  const domain: [number, number] = [Math.min(...positive) * 0.9, Math.max(...positive) * 1.1];
  // A logarithmic axis has no place for 0 and less: what goes there is drawn to the left edge.
  const placed = (ratio: number): number => Math.max(domain[0], ratio);
  const color = ({meets}: Comparison): string => (meets ? "var(--layer-inference)" : "var(--layer-value)");
  return Plot.plot({
    width,
    height: 50 + rows.length * (narrow ? 44 : 32),
    marginTop: narrow ? 20 : 8,
    marginLeft: narrow ? 12 : 300,
    marginRight: narrow ? 24 : 40,
    marginBottom: 30,
    x: {type: "log", domain, label: null},
    y: {type: "band", domain: rows.map(({label}) => label), axis: null, paddingInner: narrow ? 0.6 : 0.4},
    marks: [
      ...logAxis(domain, narrow ? 5 : 10, format),
      Plot.ruleX([1], {strokeDasharray: "3,3"}),
      Plot.barX(rows, {
        y: "label",
        x1: (row: Comparison) => placed(row.published.low),
        x2: (row: Comparison) => Math.max(row.published.high, row.published.low * 1.01),
        fill: "var(--theme-foreground-faint)",
        fillOpacity: 0.45
      }),
      Plot.link(rows, {
        y: "label",
        x1: (row: Comparison) => placed(row.predicted.low),
        x2: (row: Comparison) => row.predicted.high,
        stroke: color,
        strokeWidth: 3
      }),
      Plot.dot(rows, {y: "label", x: (row: Comparison) => placed(row.predicted.central), fill: color, r: 5}),
      ...rowLabels(
        rows.map(({label}) => ({y: label, label, bold: false})),
        {narrow, above: 18}
      ),
      Plot.tip(
        rows,
        Plot.pointer({
          y: "label",
          x: (row: Comparison) => row.predicted.central,
          title: ({label, predicted}: Comparison) =>
            `${label}\n${format(predicted.central)} ` +
            `(${format(predicted.low)} to ${format(predicted.high)}) of the published figure`
        })
      )
    ]
  });
}
