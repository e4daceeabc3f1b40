import {REFERENCE} from "../../lib/model/reference.js";
import {FileAttachment} from "observablehq:stdlib";
import type {PublishedRun} from "../../lib/library/index.js";
import {OWN} from "../live/custom-scenario.js";
import {scenarioInUrl} from "../live/own-address.js";
import {fetchedJson, imported} from "../load/load-error.js";
import {once, onceEach} from "../load/once.js";
import {published} from "../live/published-model.js";
import {pageRun, type PageRun} from "./page-run.js";

const mathematics = FileAttachment("../../data/equations.json");
const runs = onceEach(compute);

/** The run of a scenario: a published one, computed once, or the page's or the reader's own, in its current state. */
export function runOfScenario(name: string): Promise<PublishedRun> {
  const offered = pageRun(name);
  if (offered) return asScenarioRun(name, offered);
  if (name === OWN) return ownRun();
  return runs(name);
}

/** The rule of every computed column as MathML, by `table.column`. */
export const equations = once(
  async () => (await fetchedJson("the equations", mathematics.href)) as Record<string, string>
);

async function ownRun(): Promise<PublishedRun> {
  const [{session}, {sources, hash}] = await Promise.all([
    imported("the model", () => import("../live/session.js")),
    published()
  ]);
  const live = await session();
  const {own = {parent: REFERENCE, title: "", settings: []}} = scenarioInUrl();
  const {scenario} = live.apply(own);
  return {scenario, changes: [], run: live.run(scenario), sources, hash};
}

async function asScenarioRun(name: string, {title, run}: PageRun): Promise<PublishedRun> {
  const {sources, hash} = await published();
  const {months, start} = run;
  const scenario = {name, title, description: "", model: "", months, start, overrides: [], formulas: [], notes: []};
  return {scenario, changes: [], run, sources, hash};
}

async function compute(name: string): Promise<PublishedRun> {
  const [{runOn}, assumptions] = await Promise.all([
    imported("the model", () => import("../../lib/library/index.js")),
    published()
  ]);
  return runOn(assumptions, name);
}
