import * as Plot from "@observablehq/plot";

/** A row of a chart with its label. */
export interface RowLabel {
  /** The row's value on the y scale. */
  y: string;
  label: string;
  bold?: boolean;
}

/** A row's label, which says so if one of its values is missing. */
export function labelled(label: string, ...values: readonly number[]): string {
  return values.every(Number.isFinite) ? label : `${label}: missing`;
}

/** Width in pixels of labels to the left of rows. */
export function rowLabelRoom(rows: readonly {label: string}[]): number {
  return Math.max(...rows.map(({label}) => label.length), 24) * 6.5 + 20;
}

/** Row labels: to the left or, in a narrow chart, above. `above` is half a row's height in pixels. */
export function rowLabels(labels: readonly RowLabel[], {narrow, above}: {narrow: boolean; above: number}) {
  return [false, true].map((bold) =>
    Plot.text(
      labels.filter((label) => (label.bold ?? false) === bold),
      {
        y: "y",
        text: "label",
        frameAnchor: "left",
        textAnchor: narrow ? "start" : "end",
        fill: "currentColor",
        stroke: "var(--theme-background)",
        // Wide enough for no vertical line to show between words.
        strokeWidth: narrow ? 7 : 3,
        dx: narrow ? 0 : -10,
        dy: narrow ? -above : 0,
        fontWeight: bold ? 700 : 400
      }
    )
  );
}
