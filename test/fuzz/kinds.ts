import type fc from "fast-check";
import type {Project} from "../../data-loaders/run/project.js";
import type {Attempt} from "./attempt.js";
import {commandCalls} from "./commands.js";
import {damagedSweeps} from "./sweeps.js";
import {addresses, damagedAssumptions, damagedScenarios, droppedFiles, typedCells, typedFormulas} from "./texts.js";

/** The kinds of input to try, each with its share of the time. */
export interface Kind {
  name: string;
  share: number;
  attempts: fc.Arbitrary<Attempt>;
}

/** All kinds; `heavy` includes commands that take seconds. */
export async function kindsOf(project: Project, {heavy}: {heavy: boolean}): Promise<Kind[]> {
  const chain = project.models.get("chain")!;
  return [
    {name: "calls of commands", share: 0.25, attempts: commandCalls(project, {heavy})},
    {name: "damaged assumptions", share: 0.25, attempts: damagedAssumptions(project)},
    {name: "damaged scenarios", share: 0.15, attempts: damagedScenarios(project)},
    {name: "typed cells", share: 0.1, attempts: typedCells(chain)},
    {name: "typed formulas", share: 0.05, attempts: typedFormulas(chain)},
    {name: "addresses", share: 0.05, attempts: addresses(chain)},
    {name: "dropped files", share: 0.05, attempts: droppedFiles(project)},
    {name: "folders of sweeps", share: 0.1, attempts: await damagedSweeps()}
  ];
}
