import {readFileSync} from "node:fs";
import type {PublishedTable} from "../../lib/export/index.js";
import {sweepSummaryTable, type SweepFigure} from "../../lib/export/site-tables.js";
import {parseCsv} from "../../lib/sheet/csv.js";
import {root} from "../../scripts/paths.js";

/** The folder of the shipped sweep: specification, summary and manifest. */
const shipped = "sweeps/build-out";

type CsvRecord = ReturnType<typeof parseCsv>["records"][number];

/** Figures at each point of the shipped sweep, as written by `token-factory query`. */
export function sweepTables(): PublishedTable[] {
  const file = `${shipped}/summary.csv`;
  const {records} = parseCsv(readFileSync(`${root}${file}`, "utf8"), file);
  return [sweepSummaryTable(records.map(figureOf))];
}

function figureOf(row: CsvRecord): SweepFigure {
  const text = (name: string): string => row[name]!.text;
  const number = (name: string): number => (text(name) === "" ? NaN : Number(text(name)));
  return {
    region: text("region"),
    accelerator: text("accelerator"),
    price_path: text("price_path"),
    figure: text("output"),
    unit: text("unit"),
    runs: number("runs"),
    known: number("known"),
    positive_share: number("positive_share"),
    mean: number("mean"),
    low: number("p05"),
    median: number("p50"),
    high: number("p95")
  };
}
