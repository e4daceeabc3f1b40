import loadHighs from "highs";
import {engineOf, Program, type Term, type Variable} from "../../lib/optimise/index.js";

/** HiGHS in this thread. */
export const engine = engineOf(await loadHighs());

/** A program from rows of coefficients: `maximise c x` subject to `A x <= b`, with x at least 0. */
export function standard(
  c: readonly number[],
  A: readonly (readonly number[])[],
  b: readonly number[],
  {whole = false, most = Infinity} = {}
): Program {
  const program = new Program("maximise", "USD");
  const variables = c.map((_, i) => program.variable(words(`x${i + 1}`), {whole, most}));
  program.count(...terms(variables, c));
  A.forEach((row, i) => program.atMost(words(`row ${i + 1}`), terms(variables, row), b[i]!));
  return program;
}

function terms(variables: readonly Variable[], coefficients: readonly number[]): Term[] {
  return variables.map((variable, i) => [variable, coefficients[i]!] as const);
}

function words(name: string) {
  return {name, unit: "1", doc: name};
}
