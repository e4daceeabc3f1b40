import MarkdownIt from "markdown-it";
import {mkdirSync, mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {idioms} from "../../scripts/idioms.js";
import {otherPages} from "../../scripts/sidebar.js";

const fences = (page: string): string[] => {
  const markdown = new MarkdownIt();
  idioms(markdown as unknown as Parameters<typeof idioms>[0]);
  return markdown.parse(page, {}).flatMap(({type, content}) => (type === "fence" ? [content.trim()] : []));
};
const js = (code: string): string => `\`\`\`js\n${code}\n\`\`\``;

test("Plot, d3 and html need no import, and are the installed ones", () => {
  expect(fences(js("Plot.plot(d3.group(x)); html`<b>`"))[0]).toBe(
    'import * as Plot from "@observablehq/plot";\nimport * as d3 from "d3";\nimport {html} from "htl";'
  );
});

test.each([
  'import * as Plot from "@observablehq/plot";\nPlot.plot()',
  'import {Plot} from "./mine.js";\nPlot.plot()',
  "const Plot = {};\nPlot.plot()",
  "1 + 1"
])("%s is left as it is", (code) => {
  expect(fences(js(code))).toEqual([code]);
});

test("display-only code imports nothing", () => {
  expect(fences("```js run=false\nPlot.plot()\n```\n\nPlot.plot is a function.")).toEqual(["Plot.plot()"]);
});

test("attached tables and files are read without the network", () => {
  const [imports, code] = fences(
    js("FileAttachment(\"a/b.parquet\").parquet(); FileAttachment('c.csv').csv({typed: true})")
  );
  expect(code).toBe(
    "readParquet(FileAttachment(\"a/b.parquet\").href); readCsv(FileAttachment('c.csv').href)({typed: true})"
  );
  expect(imports).toBe(
    'import {readParquet} from "/components/load/attached.js";\nimport {readCsv} from "/components/load/attached.js";'
  );
});

test("pages added by others are in the sidebar by folder, under their title", () => {
  const src = mkdtempSync(join(tmpdir(), "token-factory-"));
  for (const folder of ["our-desk", "components", ".observablehq"]) mkdirSync(`${src}/${folder}`);
  writeFileSync(`${src}/index.md`, "# Overview");
  writeFileSync(`${src}/quotes.md`, '---\ntoc: false\ntitle: "Our quotes"\n---\n# Quotes');
  writeFileSync(`${src}/our-desk/index.md`, "# The desk\n");
  writeFileSync(`${src}/our-desk/fleet-age.md`, "no heading");
  writeFileSync(`${src}/components/notes.md`, "# Notes");
  expect(otherPages([{name: "Overview", path: "/"}], src)).toMatchObject([
    {name: "More", pages: [{name: "Our quotes", path: "/quotes"}]},
    {
      name: "Our desk",
      pages: [
        {name: "Fleet age", path: "/our-desk/fleet-age"},
        {name: "The desk", path: "/our-desk"}
      ]
    }
  ]);
});
