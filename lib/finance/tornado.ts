import {measure, type Measure} from "./appraise.js";
import type {ProjectInputs} from "./project-inputs.js";
import {numericTerms} from "./term-limits.js";
import {rangeOf, vary} from "./two-way.js";

/** What a measure is with one uncertain term at either end of its range, and all others central. */
export interface TermSwing {
  term: string;
  low: number;
  central: number;
  high: number;
}

/** The swings of a measure, the widest first. Terms that do not move it, or leave it without a value, are left out. */
export function termSwings(inputs: ProjectInputs, name: Measure): TermSwing[] {
  const terms = numericTerms.filter((term) => isUncertain(inputs, term));
  const ends = terms.flatMap((term) => {
    const {low, high} = rangeOf(inputs, term);
    return [low, high];
  });
  const samples = terms.map((term, i): [string, number[]] => {
    const {central} = rangeOf(inputs, term);
    return [term, [central, ...ends.map((end, at) => (at >> 1 === i ? end : central))]];
  });
  const [central = NaN, ...values] = measure(vary(inputs, Object.fromEntries(samples)), name, 1 + ends.length);
  return terms
    .map((term, i) => ({term, low: values[2 * i]!, central, high: values[2 * i + 1]!}))
    .filter((swing) => width(swing) > 0)
    .sort((a, b) => width(b) - width(a));
}

/** Terms with a range of their own. `price_level` repeats the price. */
function isUncertain(inputs: ProjectInputs, term: string): boolean {
  const {values, provenance} = inputs[term]!;
  const range = provenance?.[0];
  return term !== "price_level" && values[0] !== null && range != null && range.high > range.low;
}

/** How far a swing reaches; NaN where an end has no value. */
function width({low, central, high}: TermSwing): number {
  return Math.max(low, central, high) - Math.min(low, central, high);
}
