import type {Highs} from "highs";
import {engineOf, type Engine, type Outcome} from "../../lib/optimise/engine.js";
import type {Matrix} from "../../lib/optimise/program.js";

/** A program to solve, and where to load HiGHS from. */
export interface Question {
  id: number;
  matrix: Matrix;
  /** Addresses of HiGHS's module and WebAssembly. */
  module: string;
  wasm: string;
}

/** The answer to a question, an error, or why HiGHS did not load. */
export type Answer = {id: number} & ({outcome: Outcome} | {error: string} | {unloaded: string});

let engine: Promise<Engine> | undefined;

self.addEventListener("message", ({data}: MessageEvent<Question>) => {
  answer(data).then(postMessage, (error: unknown) => postMessage({id: data.id, error: String(error)}));
});

async function answer({id, matrix, module, wasm}: Question): Promise<Answer> {
  engine ??= load(module, wasm);
  const loaded = await engine.catch((error: unknown) => ({unloaded: String(error)}));
  return "unloaded" in loaded ? {id, ...loaded} : {id, outcome: await loaded.solve(matrix)};
}

async function load(module: string, wasm: string): Promise<Engine> {
  const {default: start} = (await import(module)) as {default: (options: object) => Promise<Highs>};
  return engineOf(await start({locateFile: () => wasm}));
}
