import {existsSync, mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {program as commands} from "../../cli/program.js";
import {project} from "../model/project.js";
import {made} from "./made.js";

const folder = mkdtempSync(`${tmpdir()}/token-factory-`);

beforeEach(() => void vi.spyOn(console, "log").mockImplementation(() => undefined));
afterEach(() => void vi.restoreAllMocks());

/** Runs a command on a project that is loaded once. */
const program = (args: readonly string[]) => commands(args, {project});

/** The first bytes of each format's files: a zip archive (as a workbook is), or a comment. */
const beginnings = [
  ["xlsx", "PK"],
  ["sql", "-- "],
  ["csv", "PK"],
  ["parquet", "PK"],
  ["arrow", "PK"],
  ["zip", "PK"]
];

describe("export", () => {
  it.each(beginnings)("--format %s writes a file, into a folder that it makes", async (format, beginning) => {
    const name = `new/made.${beginning === "PK" && format !== "xlsx" ? "zip" : format}`;
    const {code, printed, out} = await made(`export readme-baseline --format ${format} --out`, name);
    expect(code).toBe(0);
    expect(readFileSync(out, "latin1").slice(0, beginning.length)).toBe(beginning);
    expect(printed).toContain("The README's baseline, 1 month");
  });
  it.each([
    ["is there", folder],
    ["ends as one", `${folder}/new/`]
  ])("writes into a folder that %s, under the scenario's name", async (_, out) => {
    expect(await program(["export", "readme-baseline", "--format", "sql", "--out", out])).toBe(0);
    expect(readFileSync(`${out}/readme-baseline.sql`, "latin1")).toMatch(/^-- /);
  });
  it.each([
    [["reference", "--format", "cvs"], '--format: unknown format "cvs"\n  did you mean csv?'],
    [["refrence", "--format", "csv"], 'unknown scenario "refrence"\n  did you mean reference?'],
    [
      ["reference", "--format", "csv", "--out", "ref.csv"],
      "--out: ref.csv: csv is a zip with a file for each table\n  use ref.zip, or name a folder"
    ],
    [["reference", "--format", "xlsx", "--out", "a.csv"], "--out: a.csv: xlsx is a file that ends in .xlsx"],
    [["reference", "--format", "csv", "--months", "x"], '--months: expected a whole number between 1 and 600, got "x"'],
    [["readme-baseline", "--format", "sql", "--out", "/dev/null/x.sql"], "--out /dev/null/x.sql: cannot be written"]
  ])("%j says what is wrong", (args, message) => expect(program(["export", ...args])).rejects.toThrow(message));
  it("writes nothing if a value is wrong", async () => {
    const out = `${folder}/none/x.sql`;
    const args = ["export", "reference", "--format", "sql", "--set", "parameter.realised_shar=1", "--out", out];
    await expect(program(args)).rejects.toThrow("did you mean realised_share?");
    expect(existsSync(`${folder}/none`)).toBe(false);
  });
});
