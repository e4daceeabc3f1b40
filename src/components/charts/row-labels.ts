import * as Plot from "@observablehq/plot";

/** A row of a chart with the text that names it. */
export interface RowLabel {
  /** The row's value on the y scale. */
  y: string;
  label: string;
  bold?: boolean;
}

/** A row's name; that of a row of which a value is missing says so. */
export function labelled(label: string, ...values: readonly number[]): string {
  return values.every(Number.isFinite) ? label : `${label}: missing`;
}

/** The room in pixels that the names of rows take where they stand left of them. */
export function rowLabelRoom(rows: readonly {label: string}[]): number {
  return Math.max(...rows.map(({label}) => label.length), 24) * 6.5 + 20;
}

/** The names of rows: left of them, or above them where the chart is narrow. `above` is half a row in pixels. */
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
        dx: narrow ? 0 : -10,
        dy: narrow ? -above : 0,
        fontWeight: bold ? 700 : 400
      }
    )
  );
}
