import {mkdirSync, mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname} from "node:path";
import {tableFromIPC} from "apache-arrow";
import {Package} from "datapackage";
import {unzipSync} from "fflate";
import {parquetMetadata, parquetReadObjects} from "hyparquet";
import {beforeAll, describe, expect, it} from "vitest";
import {parse} from "yaml";
import {runScenario} from "../../data-loaders/run/project.js";
import {exportRun, tablesOfRun, type ExportedRun, type PublishedTable} from "../../lib/export/index.js";
import {about} from "../../lib/export/about.js";
import {identified} from "../../lib/export/exported-run.js";
import {project} from "../model/project.js";
import {memory} from "./duckdb.js";

const changes = [{cell: "parameter.realised_share", value: "0.1", place: "test"}];
const exported: ExportedRun = {
  ...runScenario(project, "power-crunch", changes, 2),
  changes,
  sources: project.models.get("chain")!.sources,
  hash: "f".repeat(64),
  commit: "163a26b1c2d3",
  created: new Date("2026-12-01T12:00:00Z")
};
const folder = mkdtempSync(`${tmpdir()}/token-factory-`);
let files: Record<string, Uint8Array>;
let descriptor: Descriptor;

interface Descriptor {
  [name: string]: unknown;
  resources: {name: string; path: string; bytes: number; schema?: {fields: {name: string; unit?: string}[]}}[];
}

const text = (path: string): string => new TextDecoder().decode(files[path]);
const tables = tablesOfRun(exported);
const named = (name: string): PublishedTable => tables.find((table) => table.name === name)!;

beforeAll(async () => {
  files = unzipSync((await exportRun(exported, "zip")).bytes);
  descriptor = JSON.parse(text("datapackage.json")) as Descriptor;
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(`${folder}/${path}`), {recursive: true});
    writeFileSync(`${folder}/${path}`, bytes);
  }
});

describe("a zip of all", () => {
  it("has every table in three formats, the workbook, the script, README, citation and licence", () => {
    const formats = ["csv", "parquet", "arrow"].flatMap((format) =>
      tables.map(({name}) => `${format}/${name}.${format}`)
    );
    const more = ["model.xlsx", "model.sql", "README.md", "CITATION.cff", "LICENSE.txt", "datapackage.json"];
    expect(Object.keys(files)).toEqual(expect.arrayContaining([...formats, ...more, "csv/assumption.csv"]));
  });
  it("states scenario and changes in README and script", () => {
    for (const path of ["README.md", "model.sql"]) {
      expect(text(path)).toContain("power-crunch");
      expect(text(path)).toContain("parameter.realised_share: 0.1");
      expect(text(path)).toContain("f".repeat(64));
    }
  });
  it("states changed and added formulas in README and script, with the former ones", async () => {
    const formulas = [
      {column: "cluster.site_power", text: "c.it_capacity *\n 1.2"},
      {column: "cluster.site_power", text: "c.it_capacity * 1.3"},
      {column: "fleet.tdp", text: "[W/GPU] 0"},
      {column: "economy.twice", text: "[USD/month] 2 * c.productivity_value"}
    ];
    const {scenario} = exported;
    const amended = {...exported, scenario: {...scenario, formulas}};
    const again = unzipSync((await exportRun(amended, "csv")).bytes);
    const script = new TextDecoder().decode((await exportRun(amended, "sql")).bytes);
    for (const change of [
      "cluster.site_power: =c.it_capacity * 1.2, was =it_capacity * site_ratio",
      "cluster.site_power: =c.it_capacity * 1.3, was =c.it_capacity * 1.2",
      "fleet.tdp: =[W/GPU] 0, was accelerator → tdp",
      "economy.twice: =[USD/month] 2 * c.productivity_value, a new column"
    ]) {
      expect(new TextDecoder().decode(again["README.md"])).toContain(`- \`${change}\``);
      expect(script).toContain(`-- Changed: ${change}\n`);
    }
  });
  it("is identical to the byte when rebuilt", async () => {
    const again = unzipSync((await exportRun(exported, "zip")).bytes);
    expect(Object.keys(files).filter((path) => !Buffer.from(files[path]!).equals(again[path]!))).toEqual([]);
  });
  it("states commit, model and scenario in every format, and that there are no draws", async () => {
    const {scenarioHash = ""} = await identified(exported);
    expect(scenarioHash).toMatch(/^[0-9a-f]{64}$/);
    for (const path of ["README.md", "model.sql"])
      for (const told of [`${about.version}, commit 163a26b1c2d3`, "f".repeat(64), scenarioHash])
        expect(text(path)).toContain(told);
    expect(descriptor).toMatchObject({commit: "163a26b1c2d3", modelHash: "f".repeat(64), scenarioHash});
    expect(parse(text("CITATION.cff"))).toMatchObject({commit: "163a26b1c2d3"});
    const wanted = {
      version: about.version,
      commit: "163a26b1c2d3",
      model_hash: "f".repeat(64),
      draws: "0",
      seed: "none"
    };
    const facts = {...wanted, scenario_hash: scenarioHash};
    const {key_value_metadata = []} = parquetMetadata(new Uint8Array(files["parquet/cluster.parquet"]!).buffer);
    expect(Object.fromEntries(key_value_metadata.map(({key, value}) => [key, value]))).toMatchObject(facts);
    const arrow = tableFromIPC(files["arrow/cluster.arrow"]);
    expect(Object.fromEntries(arrow.schema.metadata)).toMatchObject(facts);
  });
  it("marks a changed scenario in name, title and citation", async () => {
    expect((await exportRun(exported, "csv")).name).toBe("power-crunch-modified-1-csv.zip");
    expect(descriptor).toMatchObject({
      name: "token-factory-power-crunch-modified-1",
      title: "The AI Token Factory: Power crunch, modified: 1 input"
    });
    expect(text("CITATION.cff")).toContain("scenario power-crunch (modified: 1 input)");
    expect(text("README.md")).toContain("**Modified**: 1 input: parameter.realised_share: 0.1");
  });
});

describe("datapackage.json", () => {
  it("is valid against the published profile", async () => {
    const {valid, errors} = await Package.load(JSON.parse(text("datapackage.json")) as object, {basePath: folder});
    expect(errors.map(String)).toEqual([]);
    expect(valid).toBe(true);
  });
  it("is of version 2", () => {
    expect(descriptor.$schema).toBe("https://datapackage.org/profiles/2.0/datapackage.json");
    expect(descriptor).not.toHaveProperty("profile");
    for (const {schema} of descriptor.resources)
      if (schema) expect(schema).toMatchObject({$schema: "https://datapackage.org/profiles/2.0/tableschema.json"});
  });
  it("names each file once, with its length", () => {
    const {resources} = descriptor;
    expect(new Set(resources.map(({name}) => name)).size).toBe(resources.length);
    expect(new Set(resources.map(({path}) => path))).toEqual(
      new Set(Object.keys(files).filter((path) => path !== "datapackage.json"))
    );
    for (const {path, bytes} of resources) expect(files[path]).toHaveLength(bytes);
  });
  it("has each column's name, in the order of the file, and its unit", () => {
    for (const {path, schema} of descriptor.resources.filter(({path}) => path.endsWith(".csv")))
      expect(schema!.fields.map(({name}) => name).join(",")).toBe(text(path).split("\n")[0]);
    const price = descriptor.resources.find(({path}) => path === "csv/cluster.csv")!;
    expect(price.schema!.fields.find(({name}) => name === "levelised_cost")!.unit).toBe("USD/GPU-hour");
  });
});

describe("its files hold the run's values", () => {
  it.each(["cluster", "economy", "accelerator"])("%s as CSV, read by DuckDB", async (name) => {
    const database = await memory();
    const file = `${folder}/csv/${name}.csv`;
    const rows = (await database.runAndReadAll(`FROM read_csv('${file}', all_varchar := true)`)).getRows();
    for (const [i, {values, type}] of named(name).columns.entries())
      expect(rows.map((row) => (type === "number" && row[i] !== null ? Number(row[i]) : row[i]))).toEqual(values);
  });
  it("accelerators as Parquet and as Arrow, with missing values", async () => {
    const read = async (file: Uint8Array): Promise<unknown[]> =>
      (await parquetReadObjects({file: new Uint8Array(file).buffer})).map(({fp8}) => fp8 as number | null);
    const {values} = named("accelerator").columns.find((column) => column.name === "fp8")!;
    expect(values).toContain(null);
    expect(await read(files["parquet/accelerator.parquet"]!)).toEqual(values);
    const arrow = tableFromIPC(files["arrow/accelerator.arrow"]);
    expect(Array.from(arrow.getChild("fp8")!)).toEqual(values);
    expect(arrow.schema.fields.find(({name}) => name === "tdp")!.metadata.get("unit")).toBe("W/GPU");
  });
});

it("exports name the project as CITATION.cff and package.json do", () => {
  const cff = parse(readFileSync("CITATION.cff", "utf8")) as {
    title: string;
    version: string;
    authors: {name: string}[];
  };
  const {version, name} = JSON.parse(readFileSync("package.json", "utf8")) as {version: string; name: string};
  expect({title: cff.title, version: cff.version, authors: cff.authors[0]!.name, name}).toEqual({
    title: about.title,
    version: about.version,
    authors: about.authors,
    name: about.name
  });
  expect(version).toBe(about.version);
});
