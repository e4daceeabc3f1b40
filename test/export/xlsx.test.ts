import {readXlsx, type Cell} from "hucre/xlsx";
import {describe, expect, it} from "vitest";
import {runScenario} from "../../data-loaders/run/project.js";
import {workbook} from "../../lib/export/index.js";
import {project} from "../model/project.js";
import {runFiveRows} from "../sheet/five-rows.js";
import {exported} from "./exported.js";

const five = await readXlsx(await workbook(exported(runFiveRows({"accelerator.tdp": [1000, null]}, 3))), {
  readStyles: true
});

/** A cell by the name of its column and its row below the heading. */
function cell(table: string, column: string, row: number): Cell {
  const sheet = five.sheets.find(({name}) => name === table)!;
  return sheet.cells!.get(`${row},${sheet.rows[0]!.indexOf(column)}`)!;
}

const FIRST = 3;

describe("a run as a workbook", () => {
  it.each([
    ["a reference is looked up", "cluster", "gpu_no", FIRST, "MATCH(E4,accelerator__keys,0)"],
    ["a lookup is the cell of that row", "cluster", "board_power", FIRST, "INDEX(accelerator__tdp,F4)"],
    [
      "a rollup adds up what refers to its row",
      "accelerator",
      "installed",
      FIRST,
      "SUMIFS(cluster__count,cluster__gpu_no,A4,cluster__month_no,0)"
    ],
    ["a formula is one, in the column's unit", "cluster", "power", FIRST, "K4*L4*0.001"],
    ["previous is a number at first", "cluster", "last_size", FIRST, "H4"],
    ["and then last month's cell", "cluster", "last_size", FIRST + 3, "K4"],
    ["what does not change is repeated", "cluster", "count", FIRST + 3, "H$4"],
    ["a parameter is a name", "cluster", "energy_cost", FIRST, "N4*parameter__power_price*1000"],
    [
      "a weighted mean divides sums",
      "market",
      "mean_power",
      FIRST,
      "SUMIFS(cluster__board_power_by_count,cluster__month_no,B4)/SUMIFS(cluster__count,cluster__month_no,B4)"
    ]
  ])("%s", (_, table, column, row, formula) =>
    expect(cell(table, column, row).formula!.replaceAll(" ", "")).toBe(formula)
  );
  it("also contains the values", () => expect(cell("cluster", "power", FIRST + 3).formulaResult).toBe(110));
  it("a missing input is an error, and so is what depends on it", () => {
    expect(cell("accelerator", "tdp", FIRST + 1)).toMatchObject({formula: "NA()", value: "#N/A"});
    expect(cell("cluster", "power", FIRST + 1).value).toBe("#N/A");
  });
  it("marks inputs", () => {
    expect(cell("cluster", "count", FIRST).style?.fill).toMatchObject({fgColor: {rgb: "FFF2CC"}});
    expect(cell("cluster", "power", FIRST).style?.fill).toBeUndefined();
  });
  it("has thousands separators, and indents texts from the number before", () => {
    expect(cell("cluster", "power", FIRST).style).toMatchObject({numFmt: "[>=1000]#,##0;[<=-1000]-#,##0;General"});
    expect(cell("cluster", "key", FIRST).style?.alignment).toMatchObject({horizontal: "left", indent: 1});
  });
  it("sets a font wherever it styles text", () => {
    const fonts = five.sheets.flatMap(({cells}) => [...cells!.values()].map(({style}) => style?.font));
    expect(new Set(fonts.flatMap((font) => (font ? [`${font.name} ${font.size}`] : [])))).toEqual(
      new Set(["Calibri 11"])
    );
  });
  it("has a link to every sheet on its first one", () => {
    const [readme, ...others] = five.sheets;
    const links = [...readme!.cells!.values()].flatMap(({hyperlink}) => hyperlink?.location ?? []);
    expect(links).toEqual(others.map(({name}) => `'${name}'!A1`));
  });
  it("has name, unit and kind above, and description and rule in a note", () => {
    expect([0, 1, 2].map((row) => cell("cluster", "power", row).value)).toEqual(["power", "kW", "formula"]);
    expect(cell("cluster", "power", 0).comment?.text).toBe("What the boards draw\n= size * board_power");
  });
});

it("lists the columns computed by algorithms, and states the numbers' sources", async () => {
  const {run} = runScenario(project, "reference", [], 1);
  const sources = project.models.get("chain")!.sources;
  const {sheets} = await readXlsx(await workbook({...exported(run), sources}));
  const rows = (name: string): unknown[][] => sheets.find((sheet) => sheet.name === name)!.rows;
  expect(rows("Readme")).toContainEqual(["Values of algorithms", "deployment.queue_utilisation"]);
  expect(rows("Sources").length).toBe(sources.length + 1);
  expect(rows("Assumptions")[0]).toEqual(expect.arrayContaining(["low", "central", "high", "source", "url"]));
  expect(sheets.map(({name}) => name)).toEqual([
    "Readme",
    ...run.model.tables.map(({name}) => name),
    "Assumptions",
    "Sources",
    "Columns"
  ]);
});
