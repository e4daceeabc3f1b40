import {readFileSync} from "node:fs";
import {correction, readme} from "../../lib/readme/index.js";
import {readParameters, readTable, typedColumns, type Inputs, type TableInput} from "../../lib/sheet/index.js";

const sources = new Set(["assumptions/source.csv", "assumptions/readme/source.csv"].flatMap(ids));

/** The earlier program's inputs, from its CSV files. */
export const inputs: Inputs = Object.fromEntries(
  readme.tables
    .filter((table) => typedColumns(table).length > 0)
    .map((table) => {
      const file = `assumptions/readme/${table.name.replace("readme_", "")}.csv`;
      const reader = table === readme.parameter ? readParameters : readTable;
      return [table.name, reader(table, read(file), file, sources)];
    })
);

/** The corrections, from their CSV file. */
export const corrections: TableInput = readTable(
  correction,
  read("assumptions/readme/correction.csv"),
  "assumptions/readme/correction.csv",
  sources
);

function read(file: string): string {
  return readFileSync(file, "utf8");
}

function ids(file: string): string[] {
  return read(file)
    .split("\n")
    .slice(1)
    .map((line) => line.split(",")[0]!);
}
