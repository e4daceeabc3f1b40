import {readFileSync} from "node:fs";
import {recordTable, type PublishedTable} from "../../lib/export/index.js";
import {parseCsv} from "../../lib/sheet/csv.js";
import {root} from "../../scripts/paths.js";

/** The sweep that is shipped: where its specification, its summary and its manifest lie. */
const shipped = "sweeps/build-out";

/** The figures of each point of the shipped sweep, as `token-factory query` wrote them. */
export function sweepTables(): PublishedTable[] {
  const file = `${shipped}/summary.csv`;
  const {records} = parseCsv(readFileSync(`${root}${file}`, "utf8"), file);
  const text = (row: (typeof records)[number], name: string): string => row[name]!.text;
  const number = (row: (typeof records)[number], name: string): number =>
    text(row, name) === "" ? NaN : Number(text(row, name));
  return [
    recordTable(
      "sweep_summary",
      "The shipped sweep: what an investment in a thousand accelerators returns, by region, accelerator and price " +
        "path, over draws.",
      {
        region: ["text", "", "Region whose power and water the building has"],
        accelerator: ["text", "", "Accelerator that is bought"],
        price_path: ["text", "", "Scenario whose rental prices it earns"],
        figure: ["text", "", "npv and irr of the owners, unlevered_ without a loan"],
        unit: ["text", "", "Unit of the figure"],
        runs: ["number", "1", "Draws of the uncertain terms"],
        known: ["number", "1", "Draws that have the figure: a return may be missing"],
        positive_share: ["number", "share", "Draws in which the figure is above 0"],
        mean: ["number", "", "Mean of the draws that have the figure"],
        low: ["number", "", "5 % of the draws are below it"],
        median: ["number", "", "Half of the draws are below it"],
        high: ["number", "", "95 % of the draws are below it"]
      },
      records.map((row) => ({
        region: text(row, "region"),
        accelerator: text(row, "accelerator"),
        price_path: text(row, "price_path"),
        figure: text(row, "output"),
        unit: text(row, "unit"),
        runs: number(row, "runs"),
        known: number(row, "known"),
        positive_share: number(row, "positive_share"),
        mean: number(row, "mean"),
        low: number(row, "p05"),
        median: number(row, "p50"),
        high: number(row, "p95")
      }))
    )
  ];
}
