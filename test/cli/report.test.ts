import {mkdtempSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {strFromU8, unzipSync} from "fflate";
import {readXlsx} from "hucre/xlsx";
import {JSDOM} from "jsdom";
import {afterEach, beforeAll, beforeEach, describe, expect, it, vi} from "vitest";
import {program} from "../../cli/program.js";
import {filesOf, type Reports, type ReportFormat} from "../../cli/report.js";
import {at, project, reference} from "../model/project.js";
import {reportsWith} from "./reports.js";

beforeEach(() => {
  vi.spyOn(console, "log").mockImplementation(() => undefined);
  vi.spyOn(process.stderr, "write").mockImplementation(() => true);
});
afterEach(() => void vi.restoreAllMocks());

const names = ["application", "executive", "financial", "inference", "materials", "neocloud", "value"];

const change = "parameter.realised_share=0.3";

/** Reports on the reference, made once and written in every format. */
let reports: Reports;
beforeAll(async () => {
  vi.spyOn(process.stderr, "write").mockImplementation(() => true);
  reports = await reportsWith();
});

async function written(format: ReportFormat["format"], of = reports): Promise<{folder: string; files: string[]}> {
  const folder = mkdtempSync(join(tmpdir(), "token-factory-"));
  for (const [name, content] of await filesOf(of, {format, paper: "a4", chromium: ""}))
    writeFileSync(join(folder, name), content);
  return {folder, files: readdirSync(folder).sort()};
}

/** A report as JSON. */
async function read(name: string) {
  const {folder} = await written("json");
  return JSON.parse(readFileSync(join(folder, `reference-${name}.json`), "utf8")) as {
    sections: {tables: Table[]; charts: Table[]}[];
  };
}

interface Table {
  title: string;
  columns: {name: string; unit: string}[];
  rows: (string | number | null)[][];
}

describe("report", () => {
  it(
    "writes one HTML file a report, which needs no other and names scenario, hash, seed, date and " + "sources",
    async () => {
      const {folder, files} = await written("html");
      expect(files).toEqual(names.map((name) => `reference-${name}.html`));
      for (const file of files) {
        const text = readFileSync(join(folder, file), "utf8");
        expect(text).not.toMatch(/<(script|link|iframe|img)|url\(|@import|\ssrc=/);
        const {document} = new JSDOM(text).window;
        expect(document.querySelectorAll("h1")).toHaveLength(1);
        const told = document.querySelector(".colophon")!.textContent;
        expect(told).toMatch(/version0\.1\.0, commit[\s\S]*scenario hash[0-9a-f]{12}/);
        expect(told).toMatch(/reference[\s\S]*[0-9a-f]{12}[\s\S]*16 draws, seed 1[\s\S]*\d{4}-\d\d-\d\d/);
        expect(document.querySelectorAll(".sources li").length).toBeGreaterThan(0);
        expect(text).not.toMatch(/NaN|undefined|\[object/);
      }
      const executive = readFileSync(join(folder, "reference-executive.html"), "utf8");
      expect(executive.match(/<svg/g)!.length).toBeGreaterThanOrEqual(4);
      expect(executive).toContain("@page");
    }
  );
  it("figures are those of the run", async () => {
    const [headline] = (await read("executive")).sections.flatMap(({tables}) => tables);
    const output = headline!.rows.find(([figure]) => figure === "Additional output")!;
    expect(output[2]).toBe(at(reference.run, "economy.productivity_value"));
    expect(output[5]).toBe(at(reference.run, "economy.productivity_value", undefined, 59));
    const atlas = (await read("financial")).sections
      .flatMap(({tables}) => tables)
      .find(({title}) => title === "Atlas Compute")!;
    const revenue = atlas.rows.find(([line]) => line === "revenue")!;
    const year = Array.from({length: 12}, (_, month) => at(reference.run, "neocloud.revenue", "atlas", month));
    expect(revenue[1]).toBeCloseTo(
      year.reduce((sum, value) => sum + value, 0),
      0
    );
  });
  it("a balance sheet balances: assets equal liabilities plus equity", async () => {
    const {sections} = await read("financial");
    for (const {rows} of sections.flatMap(({tables}) => tables)) {
      const line = (name: string) =>
        rows
          .find(([title]) => title === name)!
          .slice(1)
          .map(Number);
      line("assets").forEach((assets, year) =>
        expect(Math.abs(line("liabilities")[year]! + line("equity")[year]! - assets)).toBeLessThan(
          1e-9 * Math.max(1e6, Math.abs(assets), Math.abs(line("equity")[year]!))
        )
      );
    }
  });
  it("a neocloud's lines down to EBITDA add up", async () => {
    const atlas = (await read("financial")).sections
      .flatMap(({tables}) => tables)
      .find(({title}) => title === "Atlas Compute")!;
    const at = atlas.rows.findIndex(([line]) => line === "EBITDA");
    for (let year = 1; year <= 5; ++year) {
      const sum = atlas.rows.slice(0, at).reduce((total, row) => total + Number(row[year]), 0);
      expect(sum / Number(atlas.rows[at]![year])).toBeCloseTo(1, 9);
    }
  });
  it("a workbook has a sheet on the run and one per table, with the same numbers", async () => {
    const {folder, files} = await written("xlsx");
    expect(files).toHaveLength(7);
    const {sheets} = await readXlsx(readFileSync(join(folder, "reference-executive.xlsx")));
    expect(sheets[0]!.name).toBe("About");
    const headline = sheets.find(({name}) => name.startsWith("Headline"))!;
    const row = headline.rows.find(([figure]) => figure === "Additional output")!;
    expect(Number(row[2]) / at(reference.run, "economy.productivity_value")).toBeCloseTo(1, 12);
  });
  it("the first page has a finding, three numbers with ranges, changes, and the first number's swings", async () => {
    const {folder} = await written("html", await reportsWith(change));
    const {document} = new JSDOM(readFileSync(join(folder, "reference-executive.html"), "utf8")).window;
    const opening = document.querySelector(".opening")!;
    const lead = opening.querySelector(".lead")!.textContent;
    expect(lead).toMatch(/^A dollar spent on AI yields /);
    expect(lead).toContain("“Reference with 1 input changed” raises additional output in the last month by 100");
    const numbers = [...opening.querySelectorAll(".key-number")].map(({textContent}) => textContent);
    expect(numbers).toHaveLength(3);
    for (const number of numbers) expect(number).toMatch(/\d[\d.]* to [\d.]+[\s\S]*Reference: /);
    expect(opening.querySelector("tbody tr")!.textContent).toBe("Realised share, share0.15 (0.03 to 0.5)0.3");
    expect(opening.querySelector("figcaption")!.textContent).toMatch(/^\s*[A-Z][a-z ,-]+ moves additional output most/);
    const headings = [...document.querySelectorAll("h2")].map(({textContent}) => textContent);
    expect(headings.at(-1)).toBe("Sources");
  });
  it("a Word document is well-formed XML, and contains charts in two formats and tables", async () => {
    const {folder, files} = await written("docx");
    expect(files).toEqual(names.map((name) => `reference-${name}.docx`));
    const parts = unzipSync(readFileSync(join(folder, "reference-executive.docx")));
    const {DOMParser} = new JSDOM("").window;
    for (const [name, bytes] of Object.entries(parts).filter(([name]) => /\.(xml|rels|svg)$/.test(name))) {
      const document = new DOMParser().parseFromString(strFromU8(bytes), "application/xml");
      expect([name, document.querySelector("parsererror")?.textContent]).toEqual([name, undefined]);
      if (name.endsWith(".svg")) expect(strFromU8(bytes)).not.toMatch(/var\(|currentColor|color-mix/);
    }
    const text = strFromU8(parts["word/document.xml"]!).replaceAll(/<[^>]+>/g, "|");
    expect(text).toMatch(/Executive report[\s\S]*A dollar spent on AI yields[\s\S]*Nothing differs from Reference/);
    expect(text).toMatch(/Headline figures[\s\S]*How this was made[\s\S]*Sources/);
    const media = Object.keys(parts).filter((name) => name.startsWith("word/media/"));
    expect([media.filter((name) => name.endsWith(".svg")).length, text.includes("NaN")]).toEqual([5, false]);
  });
  it("CSV is one file per table, with units in the column names", async () => {
    const {folder, files} = await written("csv");
    expect(files).toContain("reference-neocloud-clusters.csv".replace("clusters", "neoclouds-in-the-first-month"));
    const text = readFileSync(join(folder, "reference-neocloud-neoclouds-in-the-first-month.csv"), "utf8");
    const [head] = text.split("\n").filter((line) => !line.startsWith('"#'));
    expect(head).toContain("levelised cost [USD/GPU-hour]");
  });
  it("a change appears in the figures and among the changes", async () => {
    const {folder} = await written("json", await reportsWith(change));
    const text = readFileSync(join(folder, "reference-executive.json"), "utf8");
    expect(text).toContain(change);
    const {sections} = JSON.parse(text) as {sections: {tables: Table[]}[]};
    const output = sections
      .flatMap(({tables}) => tables[0]?.rows ?? [])
      .find(([figure]) => figure === "Additional output")!;
    expect(Number(output[2]) / at(reference.run, "economy.productivity_value")).toBeCloseTo(2, 9);
  });
  it.each([
    [["--format", "powerpoint"], '--format: unknown format "powerpoint"\n  formats: html, docx, xlsx, csv, json, pdf'],
    [["--paper", "a3"], '--paper: unknown paper "a3"'],
    [["--draws", "1"], '--draws: expected a whole number between 2 and 1000000, got "1"'],
    [["readme-baseline"], 'scenario "readme-baseline" has no report'],
    [["refrence"], 'unknown scenario "refrence"']
  ])("%j says what is wrong", async (args, message) =>
    expect(async () => program(["report", ...args], {project})).rejects.toThrow(message)
  );
});
