import {readXlsx} from "hucre/xlsx";
import {describe, expect, it} from "vitest";
import {cellText, headUnit} from "../../src/components/report/cell-text.js";
import {aboutWords, reportHtml} from "../../src/components/report/html.js";
import {section, type Report, type ReportMeta} from "../../src/components/report/report.js";
import {workbook} from "../../src/components/report/workbook.js";

const meta: ReportMeta = {
  ...{scenario: "reference", title: "Reference", description: "", changes: "", from: "2026-12", to: "2026-12"},
  ...{hash: "0123", seed: 1, draws: 0, date: "2026-11-30"}
};
const report: Report = {
  ...{name: "test", title: "A test", sources: []},
  opening: {
    ...{finding: "It pays.", against: "", changed: []},
    numbers: [{label: "NPV", value: "1 USD", range: "", before: ""}]
  },
  sections: [
    section("Rows", {
      tables: [
        {
          ...{title: "Rows", source: "a test"},
          columns: [
            {name: "model", unit: ""},
            {name: "count", unit: "GPU"},
            {name: "margin", unit: "share"},
            {name: "price", unit: "USD"}
          ],
          rows: [["a-model-of-four-words", 4096, 0.125, 0.0123456]]
        }
      ]
    })
  ]
};

describe("a report's cells", () => {
  it.each([
    [4096, "GPU", "4,096"],
    [-35_000, "USD", "−35,000"],
    [399_984_720, "USD", "400 million"],
    [10.690616, "MW", "10.7"],
    [0.125, "share", "12.5\u202f%"],
    [NaN, "", ""],
    [null, "", ""],
    ["text", "", "text"]
  ])("%s in %s is “%s”", (value, unit, text) => expect(cellText(value, unit)).toBe(text));
  it("a heading has no unit for shares and counts", () =>
    expect(["share", "1", "", "MW"].map(headUnit)).toEqual(["", "", "", "MW"]));
  it("names are kept on one line, and one month is named once", () => {
    expect(reportHtml(report, meta)).toContain('<td class="name">a-model-of-four-words</td>');
    expect(aboutWords(meta)).toBe("Scenario “Reference”, December 2026.");
  });
});

describe("a report's workbook", () => {
  it("starts with the finding, keeps numbers in full precision, and formats them for reading", async () => {
    const {sheets} = await readXlsx(await workbook(report, meta), {readStyles: true});
    expect(sheets.map(({name}) => name)).toEqual(["About", "Key numbers", "Rows"]);
    expect(sheets[0]!.rows.slice(0, 3).map((row) => row.slice(0, 2))).toEqual([
      ["report", "A test"],
      ["finding", "It pays."],
      ["months", "December 2026"]
    ]);
    expect(sheets[1]!.rows[3]).toEqual(["number", "value"]);
    const {rows, cells} = sheets[2]!;
    expect(rows[4]).toEqual(["a-model-of-four-words", 4096, 0.125, 0.0123456]);
    const formats = [1, 2, 3].map((column) => cells?.get(`4,${column}`)?.style?.numFmt);
    expect(formats).toEqual(["#,##0", "0.0 %", "0.0000"]);
  });
});
