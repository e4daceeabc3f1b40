import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {changesBetween, type Change} from "../../cli/diff/changes.js";
import {versionAt, versionOf} from "../../cli/diff/version.js";
import {program} from "../../cli/program.js";
import {root} from "../../scripts/paths.js";
import {siteNames} from "../../scripts/fork.js";
import {diffCommand} from "../../cli/diff/command.js";
import {project} from "../model/project.js";
import {printedBy} from "./printed.js";

const folder = mkdtempSync(`${tmpdir()}/token-factory-diff-`);
const changed = `${folder}/assumptions`;
const site = `${folder}/site`;
const own = versionOf(project);

/** Replaces a text in a file that contains it. */
function edit(file: string, from: RegExp, to: string): void {
  const text = readFileSync(`${changed}/${file}`, "utf8");
  expect(text).toMatch(from);
  writeFileSync(`${changed}/${file}`, text.replace(from, to));
}

beforeAll(() => {
  cpSync(`${root}assumptions`, changed, {recursive: true});
  edit("parameter.csv", /^(cost_of_capital,(?:[^,]*,){4})[^,]*/m, "$10.1");
  edit("scenarios/gpu-glut.yaml", /^title: .*/m, "title: Too many GPUs\nmonths: 12");
  cpSync(`${changed}/scenarios/gpu-glut.yaml`, `${changed}/scenarios/a-new-one.yaml`);
  mkdirSync(`${site}/data`, {recursive: true});
  writeFileSync(`${site}/data/published_model.json`, JSON.stringify(own.published));
  writeFileSync(`${site}/datapackage.json`, JSON.stringify({version: "0.0.9"}));
});
afterAll(() => rmSync(folder, {recursive: true}));

const diff = (...words: string[]) => printedBy(() => program(["diff", ...words], {project}));

describe("diff", () => {
  it("of a project with itself finds no difference", async () => {
    const {code, printed} = await diff(`${root}assumptions`);
    expect(printed).toMatch(/^Nothing differs from .*, model [0-9a-f]{12}\.\n$/);
    expect(code).toBe(0);
  });
  it("lists changed cells with old and new values, and new or changed scenarios", async () => {
    const {code, printed} = await diff(folder);
    const central = String(project.models.get("chain")!.inputs.parameter!.columns.cost_of_capital!.values[0]);
    expect(printed).toContain("Assumptions (1)\n");
    expect(printed).toMatch(new RegExp(`\n {4}parameter\\.cost_of_capital: 0\\.1 .* → ${central.replace(".", "\\.")}`));
    expect(printed).toContain("\n  - a-new-one: Too many GPUs\n");
    expect(printed).toContain("\n    gpu-glut: Too many GPUs → GPU glut\n");
    expect(printed).toContain("\n    gpu-glut: months: 12 → 60\n");
    expect(code).toBe(1);
  });
  it("reads a site's folder or its published model, and says that formulas were not compared", async () => {
    for (const place of [site, `${site}/data/published_model.json`]) {
      const {code, printed} = await diff(place, "--json");
      expect({code, ...(JSON.parse(printed) as object)}).toEqual({
        code: 0,
        upstream: place,
        withFormulas: false,
        changes: []
      });
    }
    expect((await diff(site)).printed).toContain("formulas were not compared");
  });
  it.each([
    [`${folder}/nowhere`, "no published_model.json there or in its data/, and no assumptions"],
    [`${root}package.json`, "not a published model: inputs, scenarios and hash are missing"]
  ])("of %s says what is wrong", (place, message) => expect(diff(place)).rejects.toThrow(message));
});

describe("changesBetween", () => {
  const [first, ...others] = own.definitions!.filter(({table}) => table === "economy");
  const definitions = own.definitions!;
  const names = (changes: readonly Change[]): string[] => changes.map(({kind, name}) => `${kind} ${name}`);

  it("names tables and columns that one version lacks, without listing a missing table's columns", () => {
    const without = {...own, definitions: definitions.filter(({table}) => table !== "economy")};
    expect(names(changesBetween(own, without))).toEqual(["table economy"]);
    const less = {...own, definitions: definitions.filter((one) => one !== first)};
    expect(names(changesBetween(less, own))).toEqual([`column economy.${first!.column}`]);
  });
  it("names a formula, before and after", () => {
    const column = others.find(({formula}) => formula !== "")!;
    const other = {...own, definitions: definitions.map((one) => (one === column ? {...one, formula: "1"} : one))};
    expect(changesBetween(own, other)).toEqual([
      {kind: "formula", name: `economy.${column.column}`, before: `=${column.formula}`, after: "=1"}
    ]);
  });
  it("names a row that one version lacks, without listing its cells", () => {
    const {inputs} = own.published;
    const region = inputs.chain!.region!;
    const columns = Object.entries(region.columns).map(([name, {values}]) => [name, {values: values.slice(1)}]);
    const less = {keys: region.keys.slice(1), columns: Object.fromEntries(columns) as typeof region.columns};
    const published = {...own.published, inputs: {...inputs, chain: {...inputs.chain, region: less}}};
    expect(names(changesBetween({...own, published}, own)).filter((name) => name.startsWith("row"))).toEqual([
      `row region[${region.keys[0]}]`
    ]);
  });
});

describe("a site that is a fork", () => {
  const file = `${folder}/upstream.json`;
  it("says so in title and banner once --record has named its upstream and its model differs", async () => {
    expect(siteNames("abc", file)).toEqual({title: "The AI Token Factory"});
    await printedBy(() => diffCommand(site, {record: true}, project, file));
    const {title, header = ""} = siteNames("abc", file);
    expect(title).toBe("The AI Token Factory, changed");
    expect(header).toContain(`The AI Token Factory 0.0.9, model <code>${own.published.hash.slice(0, 12)}</code>`);
    expect(header).toContain("npx token-factory diff ORIGINAL");
    expect(header).not.toContain(site);
    expect(siteNames(own.published.hash, file)).toEqual({title: "The AI Token Factory"});
  });
  it("links its upstream's address, and escapes markup in it", () => {
    writeFileSync(file, JSON.stringify({place: 'https://example.org/"<b>', version: "1", model: "0"}));
    expect(siteNames("abc", file).header).toContain('<a href="https://example.org/&quot;&lt;b>">');
  });
});

it("versionAt a folder that holds assumptions names the folder as it was given", async () =>
  expect((await versionAt(folder)).place).toBe(folder));
