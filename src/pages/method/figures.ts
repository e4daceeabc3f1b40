import {foremost} from "../../components/words/foremost.js";
import {bars, type Bar} from "../../components/charts/bars.js";
import {placeIn} from "../../components/figure/query-text.js";
import {recordOf} from "../../components/inspector/origin.js";
import {layerColor} from "../../components/words/layer.js";
import {derivedFrom} from "../../components/words/provenance.js";
import type {RowsOf} from "../../components/rows/table-types.js";
import {rowsFigure} from "../../components/figure/responsive.js";

const kinds = ["input", "ref", "lookup", "formula", "rollup", "previous"];

/** `52 tables and 2,402 columns`: those of the model, without published results. */
export function modelSize(columns: RowsOf<"columns">): string {
  const own = columns.filter(({kind}) => kind !== "result");
  const tables = new Set(own.map(({table}) => table)).size;
  return `${tables} tables and ${own.length.toLocaleString("en-US")} columns`;
}

/** How many columns of each kind the model has. */
export function kindsFigure(columns: RowsOf<"columns">): HTMLElement {
  const counts = kinds.map((kind) => {
    const own = columns.filter((column) => column.kind === kind);
    const origin = derivedFrom(
      `Count of columns of the kind ${kind}`,
      own.map((row) => recordOf(row))
    );
    return {kind, columns: own.length, origin};
  });
  const options = {
    title: "Columns by kind",
    finding: commonest(counts),
    unit: "number of columns; grey: inputs",
    source: "table columns",
    ariaLabel: `Columns by kind: ${counts.map(({kind, columns}) => `${columns} ${kind}`).join(", ")}.`,
    table: counts,
    query: {
      sql:
        `SELECT kind, count(*) AS columns\nFROM columns\nWHERE kind <> 'result'\n` +
        `GROUP BY kind\nORDER BY ${placeIn(kinds, "kind")}`
    }
  };
  return rowsFigure(options, (rows, size) => bars(rows.map(barOf), {...size, format: String}));
}

/** The kind that most columns are of; undefined where two kinds share the place. */
function commonest(counts: readonly Counted[]): string | undefined {
  const most = foremost(counts.map(({kind, columns}) => ({name: kind, value: columns})));
  const all = counts.reduce((sum, {columns}) => sum + columns, 0);
  return most && `${most.value} of ${all.toLocaleString("en-US")} columns are of the kind “${most.name}”`;
}

interface Counted {
  kind: string;
  columns: number;
  origin: Bar["origin"];
}

function barOf({kind, columns, origin}: Counted): Bar {
  const color = layerColor(kind === "input" || kind === "ref" ? "materials" : "inference");
  return {label: kind, value: columns, color, origin};
}
