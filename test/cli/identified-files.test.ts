import {mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {unzipSync} from "fflate";
import {beforeAll, describe, expect, it} from "vitest";
import {filesOf, type Reports} from "../../cli/report.js";
import {about} from "../../lib/export/about.js";
import {scenarioHash, type HashedScenario} from "../../lib/export/identity.js";
import {commit} from "../../scripts/commit.js";
import {modelHash} from "../../scripts/hash.js";
import {project} from "../model/project.js";
import {made} from "./made.js";
import {reportsWith} from "./reports.js";

const short = (hash: string): string => hash.slice(0, 12);
const months = 2;
const edition = [short(modelHash()), about.version, commit()];
const scenario = project.scenarios.get("reference")!;
const baseline = project.scenarios.get("readme-baseline")!;
const brief = {...scenario, months};

/** The output of a command with `--json` that runs one scenario. */
it.each([
  ["run --json --draws 8 --seed 7", 7, 8],
  ["sensitivity value_per_cost --json --rows 16 --seed 7", 7, undefined],
  ["advice reference --json --company atlas --months 2 --draws 2 --seed 7", 7, 2],
  ["invest --json --draws 8", 1, 8],
  ["build --json --power 2MW --budget 50M", null, 0],
  ["optimise --json", null, 0]
] satisfies [string, number | null, number | undefined][])("%s names the run", async (command, seed, draws) => {
  const {code, printed} = await made(command);
  expect(code).toBe(0);
  const told = JSON.parse(printed) as Record<string, unknown>;
  expect(told).toMatchObject({model_hash: modelHash(), version: about.version, commit: commit(), seed});
  if (draws !== undefined) expect(told.draws).toBe(draws);
  const length = Number(told.months ?? /--months (\d+)/.exec(command)?.[1] ?? scenario.months);
  expect(told.scenario_hash).toBe(await scenarioHash({...scenario, months: length}));
});

it.each(["compare reference power-crunch --json", "market --json", "serve llama-3-3-70b --json"])(
  "%s names the model: it runs several scenarios, or the reference for its prices",
  async (command) => {
    const {code, printed} = await made(command);
    expect(code).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({model_hash: modelHash(), version: about.version, commit: commit()});
  }
);

/** The files that a command writes. Each names the run; in a zip or a folder, one file does. */
it.each([
  ...["xlsx", "sql"].map((format) => [
    `export readme-baseline --format ${format} --out`,
    `new/made.${format}`,
    baseline
  ]),
  ...["csv", "parquet", "arrow"].map((format) => [
    `export readme-baseline --format ${format} --out`,
    "new/made.zip",
    baseline
  ]),
  [`export reference --format zip --months ${months} --out`, "x.zip", brief],
  [`run reference --months ${months} --out`, "tables", brief],
  ["invest --draws 8 --out", "project.xlsx", scenario],
  ["build --power 2MW --budget 50M --out", "site.xlsx", scenario]
] as [string, string, HashedScenario][])("%s %s: each file names the run", async (command, name, of) => {
  const {code, out} = await made(command, name);
  expect(code).toBe(0);
  expectNamed(contentOf(out), await scenarioHash(of));
});

it("report of a file's scenario with a change: each file names the run", async () => {
  const [cell, value] = ["parameter.realised_share", "0.3"];
  const file = `${mkdtempSync(`${tmpdir()}/identified-`)}/brief.yaml`;
  writeFileSync(file, `title: Brief\nmonths: ${months}\n`);
  const {code, out} = await made(`report ${file} --draws 2 --set ${cell}=${value} --out`, "reports");
  expect(code).toBe(0);
  expectNamed(contentOf(out), await scenarioHash(brief, [{cell, value}]));
});

it.each(["model.xlsx", "model.sql"])("%s in a zip names the run by itself", async (name) => {
  const {out} = await made(`export reference --format zip --months ${months} --out`, "x.zip");
  expectNamed([[name, unzipSync(readFileSync(out))[name]!]], await scenarioHash(brief));
});

/** Reports are made once, and written as the command does. */
describe("report", () => {
  let reports: Reports;
  beforeAll(async () => {
    reports = await reportsWith();
  });
  it.each(["html", "docx", "xlsx", "csv", "json"] as const)("--format %s: each file names the run", async (format) => {
    const files = await filesOf(reports, {format, paper: "a4", chromium: ""});
    expectNamed(
      [...files].map(([name, content]) => [name, typeof content === "string" ? Buffer.from(content) : content]),
      await scenarioHash(scenario)
    );
  });
});

/** Expects every file to name model, version, commit and, by this hash, what the scenario sets. */
function expectNamed(files: readonly (readonly [path: string, bytes: Uint8Array])[], hash: string): void {
  const wanted = [...edition, short(hash)];
  const missing = files.map(([path, bytes]) => {
    const text = textIn(bytes);
    return [path, ...wanted.filter((one) => !text.includes(one))];
  });
  expect(missing.filter(([, ...words]) => words.length > 0)).toEqual([]);
  expect(files.length).toBeGreaterThan(0);
}

/** A file, or all files in a folder, with their bytes. */
function contentOf(path: string): [string, Buffer][] {
  return filesIn(path).map((file) => [file, readFileSync(file)]);
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesIn(`${path}/${name}`));
}

/** All legible text in a file, after unpacking archives. */
function textIn(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString("latin1");
  return text.startsWith("PK") ? Object.values(unzipSync(bytes)).map(textIn).join("\n") : text;
}
