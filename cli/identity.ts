import type {Project} from "../data-loaders/run/project.js";
import {about} from "../lib/export/about.js";
import {scenarioHash, versionText, type Identity} from "../lib/export/identity.js";
import type {Override, ScenarioRun} from "../lib/model/index.js";
import type {ReportMeta} from "../src/components/report/report.js";
import {commit} from "../scripts/commit.js";
import {modelHash} from "../scripts/hash.js";

/** The identity of a project's run: its commit, its model, and its scenario with the changes on top. */
export async function identityOf(
  {folder}: Pick<Project, "folder">,
  {scenario, run}: ScenarioRun,
  changes: readonly Override[] = [],
  design?: Identity["design"]
): Promise<Identity> {
  const hashed = {...scenario, start: run.start, months: run.months};
  return {
    commit: commit(),
    model: modelHash(folder.path),
    scenario: await scenarioHash(hashed, changes),
    ...(design && {design})
  };
}

/** The identity in the JSON of a command that runs no scenario, or several. */
export function editionJson({path}: Project["folder"]) {
  return {model_hash: modelHash(path), version: about.version, commit: commit()};
}

/** An identity as JSON, `model_hash` first. */
export function identityJson({commit, model, scenario, design}: Identity) {
  return {
    model_hash: model,
    scenario_hash: scenario,
    version: about.version,
    commit,
    seed: design?.seed ?? null,
    draws: design?.draws ?? 0
  };
}

/** A report's note on the code and the scenario behind it. */
export async function madeFrom(
  {scenarios}: Project,
  name: string
): Promise<Pick<ReportMeta, "commit" | "version" | "scenarioHash">> {
  const found = commit();
  return {commit: found, version: versionText(found), scenarioHash: await scenarioHash(scenarios.get(name)!)};
}
