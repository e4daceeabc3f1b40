import {readFileSync} from "node:fs";
import {ESLint, Linter} from "eslint";
import {describe, expect, it} from "vitest";
import {closedRooms, floors} from "../../scripts/floors.js";

const eslint = new ESLint();
const linter = new Linter();

/** Lint's messages about an import in a folder's file. */
async function refusals(file: string, specifier: string): Promise<string[]> {
  const {rules} = (await eslint.calculateConfigForFile(file)) as {rules: Linter.RulesRecord};
  const rule = {"no-restricted-imports": rules["no-restricted-imports"]!};
  return linter.verify(`import "${specifier}";`, {rules: rule}).map(({message}) => message);
}

const names = floors.flat();
const floorOf = (name: string): number => floors.findIndex((floor) => floor.includes(name));

/** The specifiers that lint rejects in a file. */
async function refused(file: string, specifiers: readonly string[]): Promise<string[]> {
  const counts = await Promise.all(specifiers.map(async (specifier) => (await refusals(file, specifier)).length));
  return specifiers.filter((_, i) => counts[i]! > 0);
}

describe("a folder of lib imports lower floors only", () => {
  it.each(names)("lib/%s", async (name) => {
    const others = names.filter((other) => other !== name);
    const notBelow = others.filter((other) => floorOf(other) >= floorOf(name));
    const paths = (folders: readonly string[]) => folders.map((folder) => `../${folder}/b.js`);
    expect(await refused(`lib/${name}/a.ts`, paths(others))).toEqual(paths(notBelow));
  });
});

describe("a folder imports no room that is closed to it", () => {
  it.each(closedRooms())("$folder", async ({folder, rooms}) => {
    const up = "../".repeat(folder.split("/").length);
    const specifiers = rooms.map((room) => `${up}${room}/b.js`);
    expect(await refused(`${folder}/a.ts`, specifiers)).toEqual(specifiers);
  });
});

describe("pages", () => {
  it.each([
    ["a page does not import another", "src/pages/market/figures.ts", "../invest/figures.js", false],
    ["reports import other pages", "src/pages/reports/materials.ts", "../materials/inputs.js", true],
    ["a page imports its own folder", "src/pages/market/figures.ts", "./words.js", true],
    ["a page imports components", "src/pages/market/figures.ts", "../../components/rows/tables.js", true],
    ["components do not import pages", "src/components/charts/bars.ts", "../../pages/market/words.js", false],
    ["lib holds no Node built-ins", "lib/sheet/read.ts", "node:fs", false],
    ["pages hold no Node built-ins", "src/pages/market/figures.ts", "node:fs", false],
    ["nothing comes from the network", "src/components/charts/bars.ts", "npm:d3", false],
    ["the native DuckDB is for sweeps", "cli/run.ts", "@duckdb/node-api", false],
    ["sweeps use the native DuckDB", "cli/sweep/query.ts", "@duckdb/node-api", true]
  ])("%s", async (_, file, specifier, isAllowed) => {
    expect((await refusals(file, specifier)).length === 0).toBe(isAllowed);
  });
});

it("docs/architecture.md draws the floors as lint holds them", () => {
  const drawn = [...readFileSync("docs/architecture.md", "utf8").matchAll(/^ {4}floor\d+\["([^"]+)"\]$/gm)];
  expect(drawn.map(([, names = ""]) => names.split(" · "))).toEqual(floors);
});
