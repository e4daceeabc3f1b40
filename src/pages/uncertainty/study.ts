import {REFERENCE} from "../../lib/model/reference.js";
import {design, SOBOL_ROWS} from "../../lib/uncertainty/design.js";
import type {Option} from "../../components/form/controls.js";
import {imported} from "../../components/load/load-error.js";
import {of} from "../../components/rows/filter.js";
import {textIn} from "../../components/rows/row-values.js";
import type {RowsOf} from "../../components/rows/table-types.js";
import {OWN} from "../../components/live/custom-scenario.js";
import {scenarioInUrl} from "../../components/live/own-address.js";
import type {DrawProgress} from "./progress.js";
import type {Studied} from "../../components/live/study.js";

/** The design of the published draws, all of them of the reference. */
export const published = {...design, scenario: REFERENCE, rows: SOBOL_ROWS};

/** Rows of the matrices of Sobol' indices that are offered. */
export const rowsOptions: Option[] = [1, 4, 16].map((times) => ({
  value: String(times * SOBOL_ROWS),
  title: (times * SOBOL_ROWS).toLocaleString("en-US")
}));

/** The tables of the published draws. */
export interface PublishedStudy {
  headline: RowsOf<"headline">;
  /** The draws themselves, loaded on demand: they are most of the page's data. */
  draw: () => Promise<RowsOf<"draw">>;
  swing: RowsOf<"swing">;
  driver: RowsOf<"driver">;
}

/** What a reader asks for. */
export interface StudyRequest {
  scenario: string;
  draws: number;
  seed: number;
  /** Rows of the matrices of Sobol' indices. */
  rows: number;
}

/**
 * What the published tables hold where that is asked for; anything else is drawn in this browser, and given again and
 * again as it becomes more exact. Where that is stopped or fails before the first picture, the published one is given.
 */
export async function* uncertaintyOf(
  request: StudyRequest,
  tables: PublishedStudy,
  progress: DrawProgress
): AsyncGenerator<Studied> {
  const known = fromTables(tables);
  if (isPublished(request)) return yield* [known];
  const {signal, ...options} = progress.begin();
  let last: Studied | undefined;
  const began = performance.now();
  try {
    // The model is loaded by those only who ask for more than is published.
    const [{studied}, scenario] = await Promise.all([
      imported("the model", () => import("../../components/live/study.js")),
      find(request.scenario)
    ]);
    for await (const study of studied({...request, scenario}, {signal, ...options})) yield (last = study);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    progress.end(signal.aborted ? stopped(last) : `${request.draws.toLocaleString("en")} draws in ${seconds} s.`);
  } catch (error) {
    progress.end(`The draws failed: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!last) yield known;
}

function isPublished({scenario, draws, seed, rows}: StudyRequest): boolean {
  const drawn = draws === published.draws && seed === published.seed && rows === published.rows;
  return drawn && scenario === published.scenario;
}

function fromTables({headline, draw, swing, driver}: PublishedStudy): Studied {
  const {scenario, draws: all, seed} = published;
  const path = () => of(headline, scenario);
  return {draws: draw, swings: swing, drivers: driver, scenario, done: all, all, seed, path};
}

async function find(name: string) {
  const {session} = await imported("the model", () => import("../../components/live/session.js"));
  const {scenarios, apply} = await session();
  const {own} = scenarioInUrl();
  const scenario = name === OWN && own ? apply(own).scenario : scenarios.find((known) => known.name === name);
  if (!scenario) throw new Error(`unknown scenario “${name}”`);
  return scenario;
}

function stopped(last: Studied | undefined): string {
  const draws = last?.done.toLocaleString("en") ?? "no";
  return `Stopped after ${draws} draws${last ? "" : "; showing the published ones"}.`;
}

/** The draws behind a page, in words: `2,048 Monte Carlo draws (seed 1)`. */
export function drawnInWords({done, seed}: Studied): string {
  return `${done.toLocaleString("en")} Monte Carlo draws (seed ${seed})`;
}

/** The title of a scenario. */
export function titleOf(scenarios: RowsOf<"scenario">, name: string): string {
  return textIn(
    scenarios.find((row) => row.name === name),
    "title"
  );
}
