import {Generators} from "observablehq:stdlib";
import {painted} from "./painted.js";

type Input = Parameters<typeof Generators.input>[0];

/** Framework's generators, with inputs that show what a reader enters before the page computes what follows from it. */
export const generators = {...Generators, input: inputAfterPaint};

async function* inputAfterPaint(element: Input): AsyncGenerator {
  const values: unknown = Generators.input(element);
  for await (const value of values as AsyncIterable<unknown>) {
    if ("live" in document.documentElement.dataset) await painted();
    yield value;
  }
}
