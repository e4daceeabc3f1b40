import {mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {root} from "../../scripts/paths.js";
import {tool} from "../../scripts/run.js";
import {prepare} from "../../scripts/site.js";
import {exported} from "../../src/components/notebook/export/exported.js";
import type {ChartSpec} from "../../src/components/result/chart-spec.js";
import {examples} from "../../src/pages/sql/examples.js";
import {catalog} from "../export/published-tables.js";

/** The guide's example of a custom page. */
const [, page = ""] = /````md\n(# Prices of our clusters\n[\s\S]*?)````/.exec(
  readFileSync(`${root}docs/guide.md`, "utf8")
)!;

const charts = new Map<string, ChartSpec>([["figure", {mark: "dot", x: "a", y: "b"}]]);
let folder = "";

/** A site with only custom pages, on this project's modules and tables. */
beforeAll(async () => {
  await prepare();
  folder = mkdtempSync(`${root}dist.own-`);
  mkdirSync(`${folder}/src`);
  for (const name of [
    "components",
    "pages",
    "lib",
    "data",
    "vendor",
    "styles",
    "style.css",
    "favicon.svg",
    ".observablehq"
  ])
    symlinkSync(`${root}src/${name}`, `${folder}/src/${name}`);
  writeFileSync(`${folder}/src/prices.md`, page);
  for (const {id, notebook} of examples) {
    const text = exported(notebook, "md", {charts, tables: catalog.map(({name}) => name), data: ""});
    writeFileSync(`${folder}/src/example-${id}.md`, text);
  }
  writeFileSync(
    `${folder}/observablehq.config.ts`,
    `import config from "${root}observablehq.config.js";\n` +
      `export default {...config, pages: [], root: "${folder}/src", output: "${folder}/dist"};\n`
  );
  await tool("observable", ["build", "--config", `${folder}/observablehq.config.ts`], {
    env: {NO_COLOR: "1", NODE_OPTIONS: "--import tsx"}
  });
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const built = (name: string): string => readFileSync(`${folder}/dist/${name}.html`, "utf8");

test("a page of fewer than 15 lines in Framework's own idioms builds without a network", () => {
  expect(
    page
      .trim()
      .split("\n")
      .filter((line) => line !== "").length
  ).toBeLessThan(15);
  expect(built("prices")).not.toContain("observablehq--error");
  expect(built("prices")).toMatch(/_node\/@observablehq\/plot[\s\S]*cluster\.[0-9a-f]+\.parquet/);
  expect(built("prices")).not.toMatch(/_npm\/|jsdelivr/);
});

describe("a notebook exported as a page builds unchanged", () => {
  test.each(examples)("$id", ({id}) => {
    expect(built(`example-${id}`)).not.toContain("observablehq--error");
    expect(built(`example-${id}`)).not.toMatch(/_npm\/|jsdelivr/);
  });
});
