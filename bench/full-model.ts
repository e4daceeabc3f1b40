import {loadProject, runScenario} from "../data-loaders/project.js";
import {drawScenario} from "../data-loaders/uncertainty.js";
import {evaluate} from "../lib/sheet/index.js";
import {spread, type Spread} from "./measure.js";

/** The reference scenario over 60 months: one run, and draws of all that its headline figures depend on. */
export interface FullModel {
  /** ms of one run, warm. */
  deterministic: Spread;
  /** ms of 1,000 draws on one thread. */
  thousand: Spread;
  /** ms of draws on all cores, by number of draws. */
  draws: Record<string, number>;
  /** Exponent of time in draws from 4,000 to 64,000: 1 is linear. */
  exponent: number;
  /** MB that the process holds at the end. */
  memory: number;
}

export function fullModel(rounds: number): FullModel {
  const project = loadProject();
  const one = runScenario(project, "reference");
  const {model, months, start} = one.run;
  const repeated = (times: number, work: () => unknown): Spread =>
    spread(Array.from({length: times}, () => timed(work)).slice(times >> 1));
  const draw = (draws: number, threads?: number) =>
    drawScenario(project, one, {design: {spread: "latin", draws, seed: 1}}, threads === undefined ? {} : {threads});
  const deterministic = repeated(6 * rounds, () => evaluate(model, one.inputs, {months, start}));
  const thousand = repeated(rounds, () => draw(1000, 1));
  const draws = Object.fromEntries([1000, 4000, 10_000, 16_000, 64_000].map((n) => [n, timed(() => draw(n))]));
  return {
    deterministic,
    thousand,
    draws,
    exponent: Math.log(draws["64000"]! / draws["4000"]!) / Math.log(16),
    memory: process.memoryUsage().rss / 1e6
  };
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
