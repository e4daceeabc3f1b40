import type {Page} from "playwright-core";
import {beforeAll, expect, test} from "vitest";
import type {DuckDBConnection} from "@duckdb/node-api";
import config from "../../observablehq.config.js";
import type {FigureElement} from "../../src/components/figure/figure-query.js";
import {memory} from "../export/duckdb.js";
import {catalog, folder} from "../export/published-tables.js";
import {publishedInWasm, type PublishedInWasm} from "../components/published-in-wasm.js";
import {leave, useBrowser, visit} from "./browser.js";

const paths = config.pages.flatMap((one) => ("pages" in one ? one.pages : [one])).map(({path}) => path.slice(1));
/** The sheet draws only the reader's own scenario, in panes. */
const withFigures = paths.filter((path) => path !== "sheet");

/** Pages known to draw nothing until asked, or only tables. */
const withoutFigures = ["sql", "library", "build", "reports", "glossary"];

/** A scenario other than the initial one, for pages with a choice. */
const OTHER = "gpu-glut";

/** Figures computed on their page, by page: a new one needs a reason, and a line here. */
const made: Record<string, readonly string[]> = {
  inference: [
    "B200 SXM 180GB: output tokens per second per GPU: predicted on this page for the question above",
    "Where the time of an output token goes: predicted on this page for the question above",
    "GPU-hour price at which list prices break even: predicted on this page for the question above"
  ],
  invest: [
    "Levelised cost of a GPU-hour, by component: computed on this page from the terms above",
    "Cost of owning one B200 SXM 180GB for an hour, beside a published model: the project is computed on this page; " +
      "the published figures are in the table cross_check",
    "How the cost of owning is divided, beside a published model: the project is computed on this page; the " +
      "published figures are in the table cross_check",
    "Cash flow to equity: computed on this page from the terms above",
    "Cumulative cash flow: computed on this page from the terms above",
    "Equity IRR, one term at a time: computed on this page from the terms above",
    "Equity IRR: computed on this page from the terms above",
    "Equity IRR by price path: computed on this page from the terms above"
  ],
  market: [
    "Quoted prices of H100 over time: the lines are the longest of the table rental_quote, which a query shows in full"
  ],
  uncertainty: [
    "Assumptions above and below the threshold: " +
      "a significance test over all columns of the table draw, made on this page"
  ]
};

type Plain = string | number | boolean | null;

/** What a figure of a page draws, and its query or the reason for having none. */
interface Told {
  title: string;
  sql: string | undefined;
  made: string | undefined;
  columns: {name: string; type: string}[];
  rows: Plain[][];
}

let database: DuckDBConnection;
let wasm: PublishedInWasm;
useBrowser();
beforeAll(async () => {
  database = await memory();
  wasm = await publishedInWasm();
  for (const {name} of catalog) await database.run(`CREATE VIEW "${name}" AS FROM '${folder}/${name}.parquet'`);
});

test.concurrent.each(withFigures)(
  "each figure's query of page /%s gives in DuckDB exactly what the figure draws, and draws it again, in two scenarios",
  async (path) => {
    const visited = await visit(path);
    const {page} = visited;
    const figures = await toldBy(page);
    const reasons = figures.flatMap(({title, made}) => (made === undefined ? [] : [`${title}: ${made}`]));
    expect(figures.length > 0).toBe(!withoutFigures.includes(path));
    expect(reasons).toEqual(made[path] ?? []);
    expect(await faultsOf(page, figures)).toEqual([]);
    expect(await chartsOutside(page)).toEqual([]);
    expect(visited.problems).toEqual([]);
    const hasOther = (await page.locator("select", {has: page.locator(`option[value=${OTHER}]`)}).count()) > 0;
    await leave(visited);
    if (hasOther) await inScenario(path, OTHER);
  }
);

async function inScenario(path: string, scenario: string): Promise<void> {
  const visited = await visit(`${path}?scenario=${scenario}`);
  expect(await faultsOf(visited.page, await toldBy(visited.page))).toEqual([]);
  await leave(visited);
}

/** Where DuckDB's answers differ from what a page's figures draw, or draw another chart. */
async function faultsOf(page: Page, figures: readonly Told[]): Promise<string[]> {
  const answers = await Promise.all(figures.map(answerTo));
  const inPages = await Promise.all(figures.map((figure, i) => differenceInWasm(figure, answers[i])));
  const differences = figures.flatMap((figure, i) => [...differenceOf(figure, answers[i]), ...inPages[i]!]);
  return differences.length > 0 ? differences : redrawn(page, answers);
}

/** Queries all figures of a page, including those without a query. */
function toldBy(page: Page): Promise<Told[]> {
  return page.evaluate(async () => {
    const figures = [...document.querySelectorAll<FigureElement>("figure.figure")];
    const plain = (value: unknown): Plain => {
      if (value instanceof Date) return value.toISOString().slice(0, 10);
      return typeof value === "number" && Number.isNaN(value) ? null : (value as Plain);
    };
    return Promise.all(
      figures.map(async ({drawn}) => {
        const told = await drawn.told();
        const {columns, length} = drawn.grid();
        return {
          title: drawn.title,
          sql: "sql" in told ? told.sql : undefined,
          made: "made" in told ? told.made : undefined,
          columns: columns.map(({name, type}) => ({name, type})),
          rows: Array.from({length}, (_, row) => columns.map(({values}) => plain(values[row])))
        };
      })
    );
  });
}

/** DuckDB's answer to a figure's query, or the error; undefined if the figure has no query. */
async function answerTo({sql}: Told): Promise<Answer | undefined> {
  if (sql === undefined) return undefined;
  try {
    const answer = await database.runAndReadAll(sql);
    return {names: answer.columnNames(), rows: answer.getRowsJson() as Plain[][]};
  } catch (error) {
    return {names: [String(error)], rows: []};
  }
}

interface Answer {
  names: string[];
  rows: Plain[][];
}

/** Where the pages' DuckDB answers differently from the native one. */
async function differenceInWasm({title, sql}: Told, answer: Answer | undefined): Promise<string[]> {
  if (!answer || sql === undefined) return [];
  const found = await wasm.texts(sql).catch((error: unknown) => [[String(error)]]);
  const isEqual = (row: Plain[], i: number): boolean =>
    row.every((value, j) => isSame(value, typeof value === "string" ? found[i]![j]! : plainOf(found[i]![j]!)));
  if (found.length !== answer.rows.length)
    return [`${title}, in a page: ${found.length} rows for ${answer.rows.length}: ${found[0]?.join()}`];
  const first = answer.rows.findIndex((row, i) => !isEqual(row, i));
  return first < 0
    ? []
    : [`${title}, in a page, row ${first}: ${found[first]!.join()} for ${answer.rows[first]!.join()}`];
}

function plainOf(text: string | null): Plain {
  if (text === null || text === "true" || text === "false") return text === null ? null : text === "true";
  return Number(text);
}

function differenceOf({title, sql = "", columns, rows}: Told, answer: Answer | undefined): string[] {
  if (!answer) return [];
  const {names, rows: found} = answer;
  const expected = columns.map(({name}) => name);
  if (names.join() !== expected.join()) return [`${title}: ${names.join()} for ${expected.join()}\n${sql}`];
  if (found.length !== rows.length) return [`${title}: ${found.length} rows for ${rows.length}\n${sql}`];
  const first = rows.findIndex((row, i) => !row.every((value, j) => isSame(value, found[i]![j]!)));
  return first < 0 ? [] : [`${title}, row ${first}: ${found[first]!.join()} for ${rows[first]!.join()}\n${sql}`];
}

/** Figures whose chart of DuckDB's rows differs from that of the page's rows. */
function redrawn(page: Page, answers: readonly (Answer | undefined)[]): Promise<string[]> {
  return page.evaluate((answers) => {
    const figures = [...document.querySelectorAll<FigureElement>("figure.figure")];
    return figures.flatMap((figure, i) => {
      const {redraw, grid, title} = figure.drawn;
      const answer = answers[i];
      if (!redraw || !answer) return [];
      const types = grid().columns.map(({type}) => type);
      const valueOf = (value: string | number | boolean | null, type: string) =>
        value === null || type === "text" ? value : type === "date" ? new Date(String(value)) : Number(value);
      const rows = answer.rows.map((row) =>
        Object.fromEntries(row.map((value, j) => [answer.names[j]!, valueOf(value, types[j]!)]))
      );
      const drawn = figure.querySelector(".figure-chart > div > div > *")!;
      const box = drawn.parentElement!;
      const again = document.createElement("div");
      try {
        again.append(redraw(rows, {width: box.clientWidth}));
      } catch (error) {
        return [`${title}: ${String(error)}`];
      }
      const marks = (root: Element) =>
        [...root.querySelectorAll("path, circle, rect, line, text")].map((mark) =>
          ["d", "cx", "cy", "x", "y", "x1", "x2", "y1", "y2", "width", "height", "transform"]
            .map((name) => (mark.getAttribute(name) ?? "").replace(/\d+\.\d+/g, (number) => Number(number).toFixed(6)))
            .concat(mark.tagName, mark.childElementCount > 0 ? "" : mark.textContent)
            .join("|")
        );
      const [before, after] = [marks(box), marks(again)];
      const first = before.findIndex((mark, j) => mark !== after[j]);
      if (before.length === after.length && first < 0) return [];
      return [`${title}: ${after.length} marks for ${before.length}: ${after[first]} for ${before[first]}`];
    });
  }, answers);
}

/** Sums may be added up in another order. */
function isSame(drawn: Plain, found: Plain): boolean {
  if (typeof drawn !== "number") return drawn === found || (drawn === "" && found === null);
  return Math.abs(Number(found) - drawn) <= 1e-12 * Math.abs(drawn) && found !== null;
}

/** Charts outside figures and cells, which have no query. */
function chartsOutside(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("main svg[class*='plot-']")]
      .filter((chart) => chart.closest("figure.figure, .notebook-cell") === null)
      .map(({ariaLabel, outerHTML}) => ariaLabel ?? outerHTML.slice(0, 100))
  );
}
