import {createHash} from "node:crypto";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {afterAll, describe, expect, it} from "vitest";
import {differenceOf} from "../../cli/verify/difference.js";
import {verdictsText} from "../../cli/verify/verdict.js";
import {parquet, runTables} from "../../lib/export/index.js";
import type {PublishedTable} from "../../lib/export/published.js";
import {program} from "../../cli/program.js";
import {project, reference} from "../model/project.js";
import {printedBy} from "./printed.js";

const folder = mkdtempSync(`${tmpdir()}/token-factory-verify-`);
afterAll(() => rmSync(folder, {recursive: true}));

const verify = (...words: string[]) => printedBy(() => program(["verify", "--against", folder, ...words], {project}));

/** Publishes tables into the folder, with their checksums. */
function publish(tables: readonly PublishedTable[]): void {
  const sums = tables.map((table) => {
    const bytes = parquet(table, "a hash");
    writeFileSync(`${folder}/${table.name}.parquet`, bytes);
    return `${createHash("sha256").update(bytes).digest("hex")}  ${table.name}.parquet\n`;
  });
  writeFileSync(`${folder}/SHA256SUMS`, sums.join(""));
}

const economy = runTables([{scenario: "reference", run: reference.run}]).find(({name}) => name === "economy")!;
const changed = (name: string, change: (value: unknown, row: number) => unknown): PublishedTable => ({
  ...economy,
  columns: economy.columns.map((column) =>
    column.name === name ? ({...column, values: [...column.values].map(change)} as typeof column) : column
  )
});

describe("verify of a figure", () => {
  it("says that it is as published, or by how much it differs", async () => {
    publish([economy]);
    const {code, printed} = await verify("economy.tokens@12");
    expect(code).toBe(0);
    expect(printed).toMatch(/^economy\.tokens@12 of reference in 2027-12 is \d+\.\d+ Mtok\/month, as in /);
    publish([changed("tokens", (value) => Number(value) / 2)]);
    const halved = await verify("economy.tokens@2027-12");
    expect(halved.code).toBe(1);
    expect(halved.printed).toContain(", 100 % more");
  });
  it.each([
    [["economy.tokns"], "did you mean tokens?"],
    [["parameter.step"], "table parameter was not published"],
    [["economy.tokens", "--scenario", "gpu-glut"], "economy.tokens of gpu-glut in 2026-12 was not published"],
    [["economy.tokens", "--against", `${folder}/nowhere`], "no SHA256SUMS there or in its data/"]
  ])("%j says what is wrong", async (words, message) => {
    publish([economy]);
    await expect(verify(...words)).rejects.toThrow(message);
  });
});

describe("differenceOf", () => {
  const bytes = (table: PublishedTable) => parquet(table, "another hash");
  it("is empty if only the hash differs", async () =>
    expect(await differenceOf(parquet(economy, "a hash"), bytes(economy))).toMatchObject({cells: 0, columns: []}));
  it("names the cell that differs most, and counts the others", async () => {
    const other = changed("gpus", (value, row) => Number(value) * (row === 7 ? 1.25 : row === 9 ? 1.1 : 1));
    const {cells, greatest, where} = await differenceOf(bytes(economy), bytes(other));
    expect({cells, where}).toEqual({cells: 2, where: "reference economy 2027-07-01 gpus"});
    expect(greatest).toBeCloseTo(0.2, 12);
  });
  it("lists columns that only one file has", async () => {
    const other = {...economy, columns: economy.columns.filter(({name}) => name !== "gpus")};
    expect((await differenceOf(bytes(economy), bytes(other))).columns).toEqual(["gpus"]);
  });
});

describe("the report of verify on tables", () => {
  it("lists those that differ and counts the others", () =>
    expect(
      verdictsText("dist", [
        {table: "cluster", verdict: "same bytes"},
        {table: "market", verdict: "same values"},
        {table: "economy", verdict: "differs", cells: 2, greatest: 0.2, where: "reference economy 2027-07-01 gpus"},
        {table: "mine", verdict: "not published"}
      ])
    ).toBe(
      [
        "differs       economy: 2 cells differ, most at reference economy 2027-07-01 gpus, by 20.0 %",
        "not published mine",
        "dist: 1 tables are identical, 1 have the same values, 2 do not agree"
      ].join("\n")
    ));
});
