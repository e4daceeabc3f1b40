import {spawn} from "node:child_process";
import {once} from "node:events";
import {cpSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {stripVTControlCharacters} from "node:util";
import {build} from "esbuild";
import type {Route} from "playwright-core";
import {describe, expect, it} from "vitest";
import {root} from "../../../scripts/paths.js";
import {exported} from "../../../src/components/notebook/export/exported.js";
import type {ChartSpec} from "../../../src/components/result/chart-spec.js";
import {examples} from "../../../src/pages/sql/examples.js";
import {catalog} from "../../export/published-tables.js";
import {
  addDuckdb,
  dearestWith,
  figureWith,
  offline,
  openPage,
  openUrl,
  patiently,
  site,
  typeInto,
  type Opened
} from "./installed.js";

const folder = `${site}/notebook-kit`;
const program = [process.execPath, `${root}node_modules/@observablehq/notebook-kit/dist/bin/notebooks.js`];

/** Observable's own notebooks, in the preview and built with a minifier. */
export function notebookKit(): void {
  describe("a notebook of Notebook Kit", () => {
    it("runs the example, built and minified", async () => {
      addNotebook();
      await offline([...program, "build", "--root", ".", "notebook-kit.html"], folder);
      const dist = `${folder}/.observable/dist`;
      addDuckdb(dist);
      const opened = await openPage(dist, "notebook-kit.html", library);
      await follows(opened);
    });
    it("runs the example in the preview", async () => {
      addNotebook();
      const server = spawn(program[0]!, [...program.slice(1), "preview", "--root", "."], {cwd: folder});
      const ended = once(server, "exit");
      try {
        const opened = await openUrl(`${await addressIn(server.stdout)}notebook-kit.html`, library);
        await follows(opened);
      } finally {
        server.kill();
        await ended;
      }
    });
  });
}

/** The SQL notebook's examples, as exported by readers. */
export function leavingNotebooks(): void {
  it("notebooks exported to Notebook Kit build unchanged", async () => {
    const away = `${site}/leaving`;
    mkdirSync(away, {recursive: true});
    writeFileSync(`${away}/package.json`, JSON.stringify({type: "module", private: true}));
    const charts = new Map<string, ChartSpec>([["figure", {mark: "dot", x: "a", y: "b"}]]);
    const tables = catalog.map(({name}) => name);
    const names = examples.map(({id}) => `${id}.html`);
    for (const {id, notebook} of examples)
      writeFileSync(`${away}/${id}.html`, exported(notebook, "html", {charts, tables, data: "./data/"}));
    await offline([...program, "build", "--root", ".", ...names], away);
    for (const {id, notebook} of examples)
      expect(readFileSync(`${away}/.observable/dist/${id}.html`, "utf8")).toContain(`<title>${notebook.title}</title>`);
  });
}

/** An edit reaches every cell that reads the run. */
async function follows({tab, problems, close}: Opened): Promise<void> {
  const answer = tab.getByText("The dearest cluster is");
  await expect.poll(() => answer.textContent(), patiently).toContain(dearestWith({}));
  await typeInto(tab, "cluster[atlas-b200].extra_count", "8000");
  const set = {"cluster[atlas-b200].extra_count": "8000"};
  await expect
    .poll(() => tab.locator(".tf-figure.inspector").textContent(), patiently)
    .toContain(String(figureWith(set)));
  expect(await tab.locator(".tf-bridge button").textContent()).toContain("extra count");
  await tab.locator(".tf-fan[data-draws]").waitFor();
  expect(problems).toEqual([]);
  await close();
}

function addNotebook(): void {
  mkdirSync(folder, {recursive: true});
  cpSync(`${root}examples/notebook-kit.html`, `${folder}/notebook-kit.html`);
  writeFileSync(`${folder}/package.json`, JSON.stringify({type: "module", private: true}));
  addDuckdb(folder);
}

/** The address in the preview's output. */
function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    output.on("data", (text) => {
      said += stripVTControlCharacters(String(text));
      const [address] = /http:\S+:\d+\//.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    output.on("end", () => reject(new Error(`the preview ended: ${said}`)));
  });
}

/** Notebook Kit's pages load its library from the network; here, the installed one replaces it. */
async function library(route: Route): Promise<void> {
  const [, name] = /\/npm\/((?:@[^/]+\/)?[^@/]+)@[^/]+\/\+esm$/.exec(route.request().url()) ?? [];
  if (name === undefined) return route.abort();
  const {outputFiles} = await build({
    stdin: {contents: `export * from "${name}";`, resolveDir: root},
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser"
  });
  const body = Buffer.from(outputFiles[0]!.contents);
  await route.fulfill({body, contentType: "text/javascript", headers: {"Access-Control-Allow-Origin": "*"}});
}
