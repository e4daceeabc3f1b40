import * as Plot from "@observablehq/plot";
import type {Piece} from "../../lib/finance/zero-line.js";
import type {Origin} from "../inspector/origin.js";
import {inspectorLinks} from "./inspector-links.js";

/** A cell of a two-way table, by the position of its column and row. */
export interface HeatCell {
  column: number;
  row: number;
  value: number;
  /** Origin of the value. */
  origin?: Origin | undefined;
}

export interface HeatTableOptions {
  width: number;
  /** Labels below the columns and beside the rows; in a narrow chart, every other column only. */
  columns: readonly string[];
  rows: readonly string[];
  /** For narrow charts: space for the rows' names, and whether to show every column's name or every other. */
  left?: number;
  every?: number;
  /** Names of the two inputs, with an arrow where they rise. */
  x: string;
  y: string;
  /** The value at which the colours change. */
  turn: number;
  /** A line through the table. */
  line: readonly Piece[];
  /** How to format a cell's value; briefly in a narrow chart. */
  format: (value: number, brief: boolean) => string;
}

/** A two-way table in colours, with a line along which the value reaches the threshold. */
export function heatTable(cells: readonly HeatCell[], options: HeatTableOptions) {
  const {width, columns, rows, left = 52, every: shown = 2, x, y, turn, line, format} = options;
  const narrow = width < 520;
  const most = Math.max(...cells.map(({value}) => Math.abs(value - turn)).filter(Number.isFinite), 1e-9);
  const ticks = (names: readonly string[], every = 1) => ({
    ticks: names.map((_, i) => i).filter((i) => i % every === 0),
    tickFormat: (i: number) => names[i] ?? ""
  });
  return Plot.plot({
    width,
    height: 60 + rows.length * 38,
    marginLeft: narrow ? left : 76,
    marginBottom: 44,
    marginTop: 24,
    x: {
      domain: [-0.5, columns.length - 0.5],
      label: x,
      labelArrow: "none",
      labelAnchor: "center",
      labelOffset: 36,
      tickSize: 0,
      ...ticks(columns, narrow ? shown : 1)
    },
    y: {domain: [-0.5, rows.length - 0.5], label: y, labelArrow: "none", tickSize: 0, ...ticks(rows)},
    marks: [
      Plot.rect(cells, {
        x1: (cell: HeatCell) => cell.column - 0.48,
        x2: (cell: HeatCell) => cell.column + 0.48,
        y1: (cell: HeatCell) => cell.row - 0.46,
        y2: (cell: HeatCell) => cell.row + 0.46,
        fill: (cell: HeatCell) => shade(cell.value, turn, most),
        render: inspectorLinks
      }),
      Plot.link(line, {
        x1: "x1",
        y1: "y1",
        x2: "x2",
        y2: "y2",
        stroke: "var(--theme-foreground)",
        strokeWidth: 2,
        strokeOpacity: 0.7,
        pointerEvents: "none"
      }),
      Plot.text(cells, {
        x: "column",
        y: "row",
        text: (cell: HeatCell) => (Number.isFinite(cell.value) ? format(cell.value, narrow) : "–"),
        fill: "var(--theme-foreground)",
        // Where the line crosses a number, the number is in front, on the colour of its cell.
        stroke: (cell: HeatCell) => shade(cell.value, turn, most),
        strokeWidth: 6,
        fontSize: narrow ? 10 : 12,
        pointerEvents: "none"
      })
    ]
  });
}

/** Green above the threshold and orange below, pale near it, so that text stays legible. */
function shade(value: number, turn: number, most: number): string {
  if (!Number.isFinite(value)) return "var(--theme-background-alt)";
  const color = value >= turn ? "var(--layer-inference)" : "var(--layer-value)";
  const percent = 8 + 30 * (Math.abs(value - turn) / most);
  return `color-mix(in srgb, ${color} ${percent.toFixed(1)}%, var(--theme-background))`;
}
