import {existsSync, readFileSync, readdirSync} from "node:fs";
import {createRequire} from "node:module";
import {Package} from "datapackage";
import {describe, expect, inject, it, test} from "vitest";
import {sumOf} from "../../scripts/checksums.js";
import {dist} from "../../scripts/paths.js";
import type {CatalogTable} from "../../lib/export/published.js";
import {crateProblems} from "../components/crate-problems.js";
import {newPage, useBrowser} from "./browser.js";

useBrowser();

const catalog = JSON.parse(readFileSync(`${dist}/data/catalog.json`, "utf8")) as CatalogTable[];
const pageOf = (name: string): string => readFileSync(`${dist}/tables/${name}.html`, "utf8");

interface DataSet {
  [property: string]: unknown;
  variableMeasured: {name: string}[];
  distribution: {contentUrl: string; sha256: string}[];
}

const dataIn = (html: string): DataSet =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)![1]!) as DataSet;

describe("each published table", () => {
  it("has a page, which the list of tables and llms.txt name", () => {
    const names = catalog.map(({name}) => `${name}.html`).sort();
    expect(readdirSync(`${dist}/tables`).sort()).toEqual([...names, "index.html"].sort());
    const list = pageOf("index");
    const llms = readFileSync(`${dist}/llms.txt`, "utf8");
    expect(names.filter((name) => !list.includes(`href="${name}"`) || !llms.includes(`(tables/${name})`))).toEqual([]);
  });
  it("lists its columns with units, its first rows, and its file's checksum", () => {
    const wrong = catalog.flatMap(({name, columns, rows}) => {
      const [, schema = "", first = ""] = pageOf(name).split("<tbody>");
      const lines = (part: string): number => part.split("</tbody>")[0]!.split("<tr>").length - 1;
      const found = {columns: lines(schema), rows: lines(first), sum: pageOf(name).includes(sumOf(fileOf(name))!)};
      const wanted = {columns: columns.length, rows: Math.min(5, rows), sum: true};
      return JSON.stringify(found) === JSON.stringify(wanted) ? [] : [{name, found, wanted}];
    });
    expect(wrong).toEqual([]);
  });
  it("marks columns stored to seven digits", () => {
    expect(pageOf("headline")).toContain("number, to 7 digits");
    expect(pageOf("cluster")).not.toContain("to 7 digits");
  });
  it("is described to search engines as a Dataset whose file exists", () => {
    const wrong = catalog.flatMap(({name, columns}) => {
      const data = dataIn(pageOf(name));
      const {contentUrl = "", sha256} = data.distribution[0] ?? {};
      const isWhole = wanted.every((property) => Boolean(data[property])) && String(data.description).length >= 50;
      const isItsFile = existsSync(`${dist}/tables/${contentUrl}`) && sha256 === sumOf(fileOf(name));
      const isItsSchema = data.variableMeasured.map((one) => one.name).join() === columns.map((one) => one.name).join();
      return data["@type"] === "Dataset" && isWhole && isItsFile && isItsSchema ? [] : [name];
    });
    expect(wrong).toEqual([]);
  });
  it("states the version that introduced it", () => {
    expect(pageOf("headline")).toMatch(/<h2>History<\/h2>\s*<ul><li>First published in version 0\.1\.0, 2026-12/);
  });
  it("lists its users", () => {
    expect(pageOf("headline")).toContain('<a href="../index.html">Overview</a>');
    expect(pageOf("cluster")).toMatch(/Tables that read its columns: .*<a href="economy\.html">economy<\/a>/);
  });
});

const wanted = ["name", "description", "url", "identifier", "version", "license", "creator", "datePublished"];

function fileOf(name: string): string {
  return `${dist}/data/${name}.parquet`;
}

describe("the site", () => {
  it("names one commit in the head and foot of each page, and in the descriptors of its tables", () => {
    const {commit = ""} = JSON.parse(readFileSync(`${dist}/datapackage.json`, "utf8")) as {commit?: string};
    const pages = ["index.html", "sql.html", "tables/headline.html"];
    const named = pages.map((page) => readFileSync(`${dist}/${page}`, "utf8"));
    const inHead = named.map((html) => /<meta name="commit" content="([^"]*)">/.exec(html)?.[1] ?? "");
    const inFoot = named.map((html) => /, commit <code>([^<]*)<\/code>, model <code>/.exec(html)?.[1] ?? "");
    expect(new Set([...inHead, ...inFoot])).toEqual(new Set([commit]));
  });
  it("is an RO-Crate of its tables", () => {
    const files = readdirSync(`${dist}/data`).map((name) => `data/${name}`);
    const crate = JSON.parse(readFileSync(`${dist}/ro-crate-metadata.json`, "utf8")) as object;
    expect(crateProblems(crate, [...files, "datapackage.json"])).toEqual([]);
  });
  it("has a datapackage.json that is valid against the published profile", async () => {
    const descriptor = JSON.parse(readFileSync(`${dist}/datapackage.json`, "utf8")) as object;
    const {valid, errors} = await Package.load(descriptor, {basePath: dist});
    expect(errors.map(String)).toEqual([]);
    expect(valid).toBe(true);
  });
});

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeResult {
  violations: {id: string; nodes: {html: string}[]}[];
}

/** On all pages, Framework's checkbox that opens the menu is outside the landmarks. */
const options = {rules: {region: {enabled: false}}};

test.each([
  ["tables/economy.html", 320],
  ["tables/index.html", 320],
  ["tables/cluster.html", 1440]
])("page /%s opens under its policy at %d px, fits, and axe finds nothing", async (path, width) => {
  const page = await newPage();
  const problems: string[] = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  await page.setViewportSize({width, height: 900});
  await page.goto(inject("siteUrl") + path, {waitUntil: "load"});
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  await page.evaluate(axe);
  const {violations} = await page.evaluate<AxeResult>(`axe.run(${JSON.stringify(options)})`);
  expect(violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(" ")}`)).toEqual([]);
  expect(problems).toEqual([]);
  await page.close();
});

test("the search finds a table by a word of its columns, and a model, from a table's page", async () => {
  const page = await newPage();
  await page.goto(`${inject("siteUrl")}tables/region.html`, {waitUntil: "load"});
  const search = page.getByPlaceholder("Search");
  await search.fill("table language_model");
  await page.locator("#observablehq-search-results a", {hasText: "Table language_model"}).click();
  await page.waitForURL("**/tables/language_model.html");
  await page.getByPlaceholder("Search").fill("Llama 3.1 405B");
  const link = page.locator("#observablehq-search-results a", {hasText: "Llama 3.1 405B: cost of serving it"});
  expect(new URL(await link.evaluate((found: HTMLAnchorElement) => found.href)).search).toMatch(/model=llama-3-1-405b/);
  await page.close();
});
