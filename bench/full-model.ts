import {execFileSync} from "node:child_process";
import {fileURLToPath} from "node:url";
import {PART} from "../data-loaders/run/parallel.js";
import {loadProject, runScenario} from "../data-loaders/run/project.js";
import {drawScenario} from "../data-loaders/run/uncertainty.js";
import {evaluate} from "../lib/sheet/index.js";
import {prepare} from "../lib/uncertainty/index.js";
import {spread, time, type Spread} from "./measure.js";

/** The reference scenario over 60 months: one run, and draws of all inputs of its headline figures. */
export interface FullModel {
  /** One warm run, ms. */
  deterministic: Spread;
  /** Preparing the draws on a thread, ms: distributions, compilation. */
  prepare: Spread;
  /** Prepared draws on one thread, in parts as threads take them, ms by number of draws. */
  draws: Record<string, number>;
  /** Exponent of that time in the number of draws, by least squares: 1 is linear. */
  exponent: number;
  /** Draws on all cores in a separate process, from its start to its end, by number of draws. */
  processes: Record<string, Process>;
}

interface Process {
  seconds: number;
  /** Peak memory of the process, MB. */
  memory: number;
}

const COUNTS = [1000, 2000, 4000, 8000, 16_000, 32_000, 64_000];

export function fullModel(rounds: number): FullModel {
  const project = loadProject();
  const one = runScenario(project, "reference");
  const {model, months, start} = one.run;
  const {study} = drawScenario(project, one, {}, {threads: 1});
  const {design} = study;
  const prepared = prepare(model, study);
  const ofDraws = (draws: number): number => {
    const varied = prepared.vary({design: {...design, draws}, at: study.at});
    return time(() => {
      for (let from = 0; from < draws; from += PART) varied.run(from, Math.min(from + PART, draws));
    });
  };
  // Up and back down, so that a machine that slows down is not mistaken for superlinear time.
  const found = [...COUNTS, ...COUNTS.toReversed()].map((count): [number, number] => [count, ofDraws(count)]);
  const draws = COUNTS.map((count): [number, number] => [
    count,
    found.reduce((sum, [of, ms]) => sum + (of === count ? ms / 2 : 0), 0)
  ]);
  return {
    deterministic: spread(times(6 * rounds, () => evaluate(model, one.run.inputs, {months, start})).slice(3 * rounds)),
    prepare: spread(times(rounds, () => prepare(model, study))),
    draws: Object.fromEntries(draws),
    exponent: slope(draws.map((point) => point.map(Math.log) as [number, number])),
    processes: Object.fromEntries([1000, 10_000, 64_000].map((count) => [count, inProcess(count)]))
  };
}

function times(count: number, work: () => unknown): number[] {
  return Array.from({length: count}, () => time(work));
}

function slope(points: readonly [x: number, y: number][]): number {
  const mean = (of: 0 | 1): number => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [x0, y0] = [mean(0), mean(1)];
  const sum = (term: (x: number, y: number) => number): number =>
    points.reduce((all, [x, y]) => all + term(x - x0, y - y0), 0);
  return sum((x, y) => x * y) / sum((x) => x * x);
}

const script = fileURLToPath(new URL("full-model-draws.ts", import.meta.url));

function inProcess(draws: number): Process {
  const start = performance.now();
  const kilobytes = execFileSync(process.execPath, ["--import", "tsx", script, String(draws)], {encoding: "utf8"});
  return {seconds: (performance.now() - start) / 1000, memory: Number(kilobytes) / 1000};
}
