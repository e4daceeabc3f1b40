import {run} from "@quri/squiggle-lang";
import {quantileOf, uniforms} from "../lib/uncertainty/index.js";

const DRAWS = 10_000;

/**
 * Draws of a lognormal number with range 1 to 3, by our Latin hypercube and by Squiggle: ns per draw, one per round.
 */
export async function sampling(rounds: number): Promise<{ours: number[]; squiggle: number[]}> {
  const [ours, squiggle]: [number[], number[]] = [[], []];
  for (let round = -1; round < rounds; ++round) {
    const [own, other] = [await timed(sample), await timed(sampleInSquiggle)];
    if (round < 0) continue;
    ours.push(own);
    squiggle.push(other);
  }
  return {ours, squiggle};
}

function sample(): void {
  const [uniform] = uniforms({spread: "latin", draws: DRAWS, seed: 1}, ["x"]);
  const quantile = quantileOf({family: "lognormal", low: 1, central: Math.sqrt(3), high: 3});
  Float64Array.from({length: DRAWS}, (_, draw) => quantile(uniform!(draw)));
}

async function sampleInSquiggle(): Promise<void> {
  const {result} = await run("SampleSet.fromDist(1 to 3)", {
    environment: {sampleCount: DRAWS, xyPointLength: 100, seed: "1", profile: false}
  });
  if (!result.ok) throw new Error("Squiggle failed");
}

async function timed(work: () => void | Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return ((performance.now() - start) * 1e6) / DRAWS;
}
