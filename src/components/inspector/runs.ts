import {FileAttachment} from "observablehq:stdlib";
import type {PublishedModel, ScenarioRun} from "../../lib/library/index.js";

const [model, mathematics] = [
  FileAttachment("../../data/published_model.json"),
  FileAttachment("../../data/equations.json")
];
const runs = new Map<string, Promise<ScenarioRun>>();
let opened: Promise<PublishedModel> | undefined;
let loaded: Promise<Record<string, string>> | undefined;

/** The assumptions that the site was built from. */
export function published(): Promise<PublishedModel> {
  return (opened ??= open());
}

/** A scenario's run, computed once from the published assumptions. */
export function runOfScenario(name: string): Promise<ScenarioRun> {
  if (!runs.has(name)) runs.set(name, compute(name));
  return runs.get(name)!;
}

/** The rule of every computed column as MathML, by `table.column`. */
export function equations(): Promise<Record<string, string>> {
  return (loaded ??= mathematics.json() as Promise<Record<string, string>>);
}

async function open(): Promise<PublishedModel> {
  const [{fromJson}, json] = await Promise.all([import("../../lib/library/index.js"), model.json()]);
  return fromJson(json);
}

async function compute(name: string): Promise<ScenarioRun> {
  const [{runOn}, assumptions] = await Promise.all([import("../../lib/library/index.js"), published()]);
  return runOn(assumptions, name);
}
