import {bars} from "../charts/bars.js";
import {layerColor} from "../layer.js";
import type {Row} from "../tables.js";
import {responsive} from "./responsive.js";

const kinds = ["input", "ref", "lookup", "formula", "rollup", "previous"];

/** How many columns of each kind the model has. */
export function kindsFigure(columns: readonly Row[]): HTMLElement {
  const counts = kinds.map((kind) => ({kind, columns: columns.filter((column) => column.kind === kind).length}));
  const rows = counts.map(({kind, columns}) => ({
    label: kind,
    value: columns,
    color: layerColor(kind === "input" || kind === "ref" ? "materials" : "inference")
  }));
  const options = {
    title: "Columns by kind",
    unit: "columns; grey is typed in",
    source: "table columns",
    ariaLabel: `Columns by kind: ${counts.map(({kind, columns}) => `${columns} ${kind}`).join(", ")}.`,
    table: counts
  };
  return responsive(options, (size) => bars(rows, {...size, format: String}));
}
