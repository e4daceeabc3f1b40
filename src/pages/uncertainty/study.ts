import {REFERENCE} from "../../lib/model/reference.js";
import {design} from "../../lib/uncertainty/design.js";
import {of} from "../../components/rows/filter.js";
import {textIn} from "../../components/rows/row-values.js";
import type {Rows} from "../../components/rows/tables.js";
import {OWN, scenarioInUrl} from "../../components/live/custom-scenario.js";
import type {DrawProgress} from "./progress.js";
import type {Studied} from "../../components/live/study.js";

/** The design of the published draws, all of them of the reference. */
export const published = {...design, scenario: REFERENCE};

/** The tables of the published draws. */
export interface PublishedStudy {
  headline: Rows;
  draws: Rows;
  swings: Rows;
  drivers: Rows;
}

/** What a reader asks for. */
export interface AskedStudy {
  scenario: string;
  draws: number;
  seed: number;
}

/**
 * What the published tables hold where that is asked for; anything else is drawn in this browser, and given again and
 * again as it becomes more exact. Where that is stopped or fails before the first picture, the published one is given.
 */
export async function* uncertaintyOf(
  asked: AskedStudy,
  tables: PublishedStudy,
  progress: DrawProgress
): AsyncGenerator<Studied> {
  const known = fromTables(tables);
  if (isPublished(asked)) return yield* [known];
  const {signal, ...options} = progress.begin();
  let last: Studied | undefined;
  const began = performance.now();
  try {
    // The model is loaded by those only who ask for more than is published.
    const [{studied}, scenario] = await Promise.all([import("../../components/live/study.js"), find(asked.scenario)]);
    for await (const found of studied({...asked, scenario}, {signal, ...options})) yield (last = found);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    progress.end(
      signal.aborted
        ? `Stopped after ${last?.done.toLocaleString("en") ?? "no"} draws${last ? "" : ": these are the published ones"}.`
        : `${asked.draws.toLocaleString("en")} draws in ${seconds} s.`
    );
  } catch (error) {
    progress.end(`The draws failed: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!last) yield known;
}

function isPublished({scenario, draws, seed}: AskedStudy): boolean {
  return scenario === published.scenario && draws === published.draws && seed === published.seed;
}

function fromTables({headline, ...tables}: PublishedStudy): Studied {
  const {scenario, draws: all, seed} = published;
  return {...tables, scenario, done: all, all, seed, path: () => of(headline, scenario)};
}

async function find(name: string) {
  const {session} = await import("../../components/live/session.js");
  const {scenarios, adopt} = await session();
  const {own} = scenarioInUrl();
  const found = name === OWN && own ? adopt(own).scenario : scenarios.find((one) => one.name === name);
  if (!found) throw new Error(`there is no scenario “${name}”`);
  return found;
}

/** The draws behind a page, in words: `4,096 times with seed 1`. */
export function drawnInWords({done, seed}: Studied): string {
  return `${done.toLocaleString("en")} times with seed ${seed}`;
}

/** The title of a scenario. */
export function titleOf(scenarios: Rows, name: string): string {
  return textIn(
    scenarios.find((one) => one.name === name),
    "title"
  );
}
