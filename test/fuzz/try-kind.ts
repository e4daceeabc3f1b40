import fc from "fast-check";
import {outcomeOf} from "./attempt.js";
import type {Kind} from "./kinds.js";

/** The outcome for inputs of one kind. */
export interface Tally {
  tried: number;
  answered: number;
  refused: number;
  faults: string[];
}

export interface Budget {
  seconds: number;
  /** Maximum number of inputs. */
  inputs: number;
  seed: number;
}

/** Tries inputs of a kind until the time or number is used up. Input n of a seed is always the same. */
export async function tryKind({attempts}: Kind, {seconds, inputs, seed}: Budget): Promise<Tally> {
  const tally: Tally = {tried: 0, answered: 0, refused: 0, faults: []};
  const end = performance.now() + 1000 * seconds;
  while (tally.tried < inputs && (tally.tried === 0 || performance.now() < end)) {
    const [attempt] = fc.sample(attempts, {numRuns: 1, seed: seed + tally.tried});
    const outcome = await outcomeOf(attempt!);
    ++tally.tried;
    if (outcome.kind === "failed") tally.faults.push(`${attempt!.input}\n  ${outcome.fault}`);
    else ++tally[outcome.kind];
  }
  return tally;
}

/** A tally in one line: `typed cells            120 tried: 30 answered, 90 refused, 0 failed`. */
export function tallyLine(name: string, {tried, answered, refused, faults}: Tally): string {
  return `${name.padEnd(24)}${tried} tried: ${answered} answered, ${refused} refused, ${faults.length} failed`;
}
