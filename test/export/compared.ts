import fc from "fast-check";
import {runScenario} from "../../data-loaders/run/project.js";
import type {Run} from "../../lib/sheet/index.js";
import {project} from "../model/project.js";
import {randomScenario, runOf} from "./random-scenario.js";

/** The scenarios in which other programs are compared with the engine, in all of their months. */
export const published = [
  {name: "reference", run: runOfScenario("reference", 60)},
  {name: "readme-baseline", run: runOfScenario("readme-baseline", 1)}
];

/** For random scenarios: a first month, and one that has a predecessor. */
export const random = fc
  .sample(randomScenario, {numRuns: 25, seed: 2026})
  .map((overrides) => ({name: JSON.stringify(overrides), run: runOf(overrides, 2)}));

function runOfScenario(name: string, months: number): Run {
  return runScenario(project, name, [], months).run;
}
