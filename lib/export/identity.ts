import type {Override, Scenario} from "../model/index.js";
import {about} from "./about.js";
import {sha256} from "./sha256.js";

/** What identifies a run, identical on the site, on the command line and in every file. */
export interface Identity {
  /** The project's git commit; empty if unknown. */
  commit: string;
  /** Hash of model and assumptions, in hex. */
  model: string;
  /** Hash of the scenario's settings, in hex; empty if the browser cannot compute it. */
  scenario: string;
  /** Seed and number of the draws, if any. */
  design?: {seed: number; draws: number};
}

/** The part of a scenario that its hash covers: name and description change no number. */
export type HashedScenario = Pick<Scenario, "model" | "start" | "months" | "overrides" | "formulas">;

/** The hash of a scenario's settings and of the changes on top of it, in hex. */
export function scenarioHash(
  {model, start, months, overrides, formulas}: HashedScenario,
  changes: readonly Pick<Override, "cell" | "value">[] = []
): Promise<string> {
  const cells = [...overrides, ...changes].map(({cell, value}) => [cell, value]);
  const rules = formulas.map(({column, text}) => [column, text]);
  return sha256(new TextEncoder().encode(JSON.stringify([model, start, months, cells, rules])));
}

/** Entries in a file's metadata that identify a run, beside `model_hash`. */
export type IdentityEntries = readonly (readonly [key: string, value: string])[];

/** A run's identity as file metadata, without the model's hash. */
export function identityEntries({commit, scenario, design}: Identity): IdentityEntries {
  return [
    ["version", about.version],
    ...(commit === "" ? [] : [["commit", commit] as const]),
    ...(scenario === "" ? [] : [["scenario_hash", scenario] as const]),
    ["seed", design ? String(design.seed) : "none"],
    ["draws", String(design?.draws ?? 0)]
  ];
}

/** A run's identity line by line, for the first sheet of a workbook. */
export function identityFacts({commit, model, scenario, design}: Identity): [label: string, text: string][] {
  const drawn = design && `${design.seed}, of ${design.draws} draws`;
  return [
    ["Seed", drawn ?? "none: every value is of the central case, without draws"],
    ["Model hash", `${model}, of model and assumptions`],
    ...(scenario === ""
      ? []
      : [["Scenario hash", `${scenario}, of what the scenario and the changes set`] satisfies [string, string]]),
    ["Version", versionText(commit)]
  ];
}

/** The version and, if known, the commit: `0.1.0, commit 4e622aa3c550`. */
export function versionText(commit = ""): string {
  return commit === "" ? about.version : `${about.version}, commit ${commit}`;
}
