import type {Page} from "playwright-core";
import {beforeAll, describe, expect, test} from "vitest";
import type {DuckDBConnection} from "@duckdb/node-api";
import config from "../../observablehq.config.js";
import type {FigureElement} from "../../src/components/figure/figure-query.js";
import {memory} from "../export/duckdb.js";
import {catalog, folder} from "../export/published-tables.js";
import {leave, useBrowser, visit} from "./browser.js";

const paths = config.pages.flatMap((one) => ("pages" in one ? one.pages : [one])).map(({path}) => path.slice(1));
/** The sheet draws the reader's own scenario only, in panes. */
const withFigures = paths.filter((path) => path !== "sheet");

/** The figures that are made in their page, by page: a new one needs a reason, and a line here. */
const made: Record<string, readonly string[]> = {
  inference: [
    ": predicted in this page for the question above",
    "Where the time of an output token goes: predicted in this page for the question above",
    "GPU-hour that list prices would pay: predicted in this page for the question above"
  ],
  uncertainty: ["What would have to be true: a test of chance over all columns of the table draw, made in this page"]
};

type Plain = string | number | boolean | null;

/** What a figure of a page draws, and its query or the reason why it has none. */
interface Told {
  title: string;
  sql: string | undefined;
  made: string | undefined;
  columns: {name: string; type: string}[];
  rows: Plain[][];
}

let database: DuckDBConnection;
useBrowser();
beforeAll(async () => {
  database = await memory();
  for (const {name} of catalog) await database.run(`CREATE VIEW "${name}" AS FROM '${folder}/${name}.parquet'`);
});

describe.concurrent.each(withFigures)("page /%s", (path) => {
  test("each figure's query gives in DuckDB exactly what the figure draws", async () => {
    const visited = await visit(path);
    const figures = await toldBy(visited.page);
    const reasons = figures.flatMap(({title, made}) => (made === undefined ? [] : [`${title}: ${made}`]));
    const problems = await Promise.all(figures.map(differenceOf));
    expect(problems.flat()).toEqual([]);
    expect(reasons).toEqual(made[path] ?? []);
    expect(await chartsOutside(visited.page)).toEqual([]);
    expect(visited.problems).toEqual([]);
    await leave(visited);
  });
});

/** Asks all figures of a page, those without a query included. */
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

/** What DuckDB's answer to a figure's query has else than the figure; none where it has no query. */
async function differenceOf({title, sql, columns, rows}: Told): Promise<string[]> {
  if (sql === undefined) return [];
  const answer = await database.runAndReadAll(sql).catch((error: unknown) => String(error));
  if (typeof answer === "string") return [`${title}: ${answer}\n${sql}`];
  const names = columns.map(({name}) => name);
  const found = answer.getRowsJson() as Plain[][];
  if (answer.columnNames().join() !== names.join())
    return [`${title}: ${answer.columnNames().join()} for ${names.join()}`];
  if (found.length !== rows.length) return [`${title}: ${found.length} rows for ${rows.length}\n${sql}`];
  const first = rows.findIndex((row, i) => !row.every((value, j) => isSame(value, found[i]![j]!)));
  return first < 0 ? [] : [`${title}, row ${first}: ${found[first]!.join()} for ${rows[first]!.join()}\n${sql}`];
}

/** Sums may be added up in another order. */
function isSame(drawn: Plain, found: Plain): boolean {
  if (typeof drawn !== "number") return drawn === found || (drawn === "" && found === null);
  return Math.abs(Number(found) - drawn) <= 1e-12 * Math.abs(drawn) && found !== null;
}

/** Charts that stand in no figure, and so have no query. */
function chartsOutside(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("main svg[class*='plot-']")]
      .filter((chart) => chart.closest("figure.figure") === null)
      .map(({ariaLabel, outerHTML}) => ariaLabel ?? outerHTML.slice(0, 100))
  );
}
