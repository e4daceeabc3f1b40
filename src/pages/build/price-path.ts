import {projectTerms, typedTerm} from "../../lib/finance/terms.js";
import {InputError} from "../../lib/sheet/error.js";

/** A project has a price change for each of its first years; the last holds from then on. */
const YEARS = 5;

const priceChange = projectTerms.find(({name}) => name === "price_change")!;

/**
 * The terms of a project whose GPU-hour prices change by so much a year from the run's first month on: `-20% -10% 0%`;
 * the last goes on. No terms for an empty text. Throws an `InputError` that names `place` for any other.
 */
export function pricePath(text: string, place: string): Readonly<Record<string, number>> {
  const changes = text
    .replaceAll(/\s+%/g, "%")
    .split(/[\s;]+/)
    .filter((part) => part !== "");
  if (changes.length === 0) return {};
  if (changes.length > YEARS)
    throw new InputError(`${place}: expected at most ${YEARS} yearly changes, got ${changes.length}`);
  const growth = changes.map((change) => typedTerm(priceChange, change, place)[1]);
  return Object.fromEntries(
    Array.from({length: YEARS}, (_, i) => [`growth_${i + 1}`, growth[Math.min(i, growth.length - 1)]!])
  );
}
