import {spreads, spreadsInSteps, type Spread} from "../../lib/finance/appraise.js";
import type {ProjectInputs} from "../../lib/finance/project-inputs.js";

/** Draws behind the page's ranges. */
export const DRAWS = 256;

const SEED = 1;

/** Ranges of a project that are known already. */
export interface KnownRanges {
  /** What they are the ranges of: the project's inputs, with their own ranges. */
  of: string;
  spreads: readonly Spread[];
}

/** Where the build leaves those of the usual project, beside the page. */
const FIRST_RANGES = "first-ranges.json";

/** The ranges of the usual project that came with the site; undefined in a preview, which has none. */
export async function firstRanges(): Promise<KnownRanges | undefined> {
  try {
    const answer = await fetch(new URL(FIRST_RANGES, location.href));
    return answer.ok ? rangesOfText(await answer.text()) : undefined;
  } catch {
    return undefined;
  }
}

/** The ranges of a project: known ones, if they are of this project, or drawn in steps. */
export function* rangesOrKnown(
  inputs: ProjectInputs,
  known: KnownRanges | undefined
): Generator<void, readonly Spread[]> {
  return known?.of === textOf(inputs) ? known.spreads : yield* spreadsInSteps(inputs, DRAWS, SEED);
}

/** The ranges of a project as text. */
export function textOfRanges(inputs: ProjectInputs): string {
  return JSON.stringify({of: textOf(inputs), spreads: spreads(inputs, DRAWS, SEED)});
}

/** A draw without a return counts as less than any, for which JSON has no number. */
function rangesOfText(text: string): KnownRanges {
  return JSON.parse(text, (_, value: unknown) => value ?? -Infinity) as KnownRanges;
}

function textOf(inputs: ProjectInputs): string {
  const terms = Object.entries(inputs).map(([name, {values, provenance}]) => {
    const {low, high, family} = provenance?.[0] ?? {};
    return [name, values[0], low, high, family];
  });
  return JSON.stringify(terms);
}
