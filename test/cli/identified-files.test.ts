import {mkdtempSync, readdirSync, readFileSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {unzipSync} from "fflate";
import {afterEach, beforeAll, beforeEach, describe, expect, it, vi} from "vitest";
import {program} from "../../cli/program.js";
import {filesOf, reportsOn, type Reports} from "../../cli/report.js";
import {about} from "../../lib/export/about.js";
import {scenarioHash} from "../../lib/export/identity.js";
import {commit} from "../../scripts/commit.js";
import {modelHash} from "../../scripts/hash.js";
import {project} from "../model/project.js";

const short = (hash: string): string => hash.slice(0, 12);
const months = 2;
const edition = [short(modelHash()), about.version, commit()];
const scenario = project.scenarios.get("reference")!;
const whole = await scenarioHash(scenario);

let printed = "";
beforeEach(() => {
  printed = "";
  vi.spyOn(console, "log").mockImplementation((text: string) => void (printed += text));
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  vi.spyOn(process.stderr, "write").mockImplementation(() => true);
});
afterEach(() => void vi.restoreAllMocks());

/** The output of a command with `--json` that runs one scenario. */
it.each([
  ["run --json --draws 8 --seed 7", 7, 8],
  ["sensitivity value_per_cost --json --rows 16 --seed 7", 7, undefined],
  ["advice reference --json --company atlas --months 2 --draws 2 --seed 7", 7, 2],
  ["invest --json --draws 8", 1, 8],
  ["build --json --power 2MW --budget 50M", null, 0],
  ["optimise --json", null, 0]
] satisfies [string, number | null, number | undefined][])("%s names the run", async (command, seed, draws) => {
  expect(await program(command.split(" "), {project})).toBe(0);
  const told = JSON.parse(printed) as Record<string, unknown>;
  expect(told).toMatchObject({model_hash: modelHash(), version: about.version, commit: commit(), seed});
  if (draws !== undefined) expect(told.draws).toBe(draws);
  const length = Number(told.months ?? /--months (\d+)/.exec(command)?.[1] ?? scenario.months);
  expect(told.scenario_hash).toBe(await scenarioHash({...scenario, months: length}));
});

it.each(["compare reference power-crunch --json", "market --json", "serve llama-3-3-70b --json"])(
  "%s names the model: it runs several scenarios, or the reference for its prices",
  async (command) => {
    expect(await program(command.split(" "), {project})).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({model_hash: modelHash(), version: about.version, commit: commit()});
  }
);

/** The files that a command writes. Each names the run; in a zip or a folder, one file does. */
it.each([
  ...["xlsx", "sql", "csv", "parquet", "arrow", "zip"].map((format) => [
    `export reference --format ${format} --months ${months} --out`,
    format === "xlsx" || format === "sql" ? `x.${format}` : "x.zip"
  ]),
  [`run reference --months ${months} --out`, "tables"],
  ["invest --draws 8 --out", "project.xlsx"],
  ["build --power 2MW --budget 50M --out", "site.xlsx"],
  ["report reference --draws 16 --format json --out", "reports"]
])("%s %s: each file names the run", async (command, name) => {
  const out = `${mkdtempSync(`${tmpdir()}/identified-`)}/${name}`;
  expect(await program([...command.split(" "), out], {project})).toBe(0);
  const hash = command.includes("--months") ? await scenarioHash({...scenario, months}) : whole;
  expectNamed(
    filesIn(out).map((path) => [path, readFileSync(path)]),
    hash
  );
});

/** Reports are made once, and written as the command does. */
describe("report", () => {
  let reports: Reports;
  beforeAll(async () => {
    reports = await reportsOn("reference", {draws: 16, seed: 1, set: []}, project);
  });
  it.each(["html", "docx", "xlsx", "csv"] as const)("--format %s: each file names the run", async (format) => {
    const files = await filesOf(reports, {format, paper: "a4", chromium: ""});
    expectNamed(
      [...files].map(([name, content]) => [name, typeof content === "string" ? Buffer.from(content) : content]),
      whole
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

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesIn(`${path}/${name}`));
}

/** All legible text in a file, after unpacking archives. */
function textIn(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString("latin1");
  return text.startsWith("PK") ? Object.values(unzipSync(bytes)).map(textIn).join("\n") : text;
}
