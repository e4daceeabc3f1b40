import {readdirSync, readFileSync} from "node:fs";
import {expect, it} from "vitest";

/** Every place that offers readers a file, and what identifies the numbers in it. */
const places = {
  "components/cell/result-view.ts": "metadata of Parquet and Arrow; CSV and JSON are rows alone",
  "components/cite/cite-dialog.ts": "a citation is nothing else",
  "components/figure/chart-buttons.ts": "a line below the picture",
  "components/figure/csv-buttons.ts": "notes above the rows, and rows alone on request",
  "components/figure/export-buttons.ts": "whatever its formats have: exportRun",
  "components/figure/workbook-button.ts": "properties and first sheet: writeWorkbook asks for it",
  "components/report/report-buttons.ts": "the report's last section, its JSON, its CSV's notes",
  "pages/market/benchmark.ts": "an empty form has no numbers",
  "pages/sheet/scenario-manager.ts": "a scenario is what is typed in",
  "pages/sheet/share-form.ts": "a scenario is what is typed in",
  "pages/sql/chart-cell.ts": "notes above the rows, and rows alone on request",
  "pages/sql/notebook-bar.ts": "a notebook has questions, no numbers"
};

it("every file that a page offers states its identity, or is known to need none", () => {
  const sources = readdirSync("src", {recursive: true, encoding: "utf8"}).filter(
    (name) => /^(components|pages)\/.*\.ts$/.test(name) && name !== "components/figure/download.ts"
  );
  const handing = sources.filter((name) => /(?<![.\w])download\(/.test(readFileSync(`src/${name}`, "utf8")));
  expect(handing.sort()).toEqual(Object.keys(places).sort());
});
