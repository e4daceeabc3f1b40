import {assumptionFolder, type AssumptionFolder} from "../data-loaders/run/files.js";
import type {Override} from "../lib/model/index.js";
import {boundedNumber, dateOf, InputError, monthsOf, type NumberBounds, type Run} from "../lib/sheet/index.js";

/** Flags common to all commands, as entered. */
export interface GlobalFlags {
  assumptions?: string;
}

/** The folder of assumptions for a command. Throws an `InputError` if it does not exist. */
export function folderOf({assumptions}: GlobalFlags): AssumptionFolder {
  return assumptionFolder(assumptions);
}

/** Throws an `InputError` if `--assumptions` is given to a command that works on an existing sweep. */
export function refuseAssumptions(command: string, assumptions: string | undefined): void {
  if (assumptions !== undefined)
    throw new InputError(`--assumptions: ${command} reads a sweep with its own assumptions: omit the flag`);
}

/** The overrides in `--set cell=value` flags. Throws an `InputError` for one without a `=`. */
export function overridesOf(flags: readonly string[] = []): Override[] {
  return flags.map((flag) => {
    const at = flag.indexOf("=");
    if (at < 1)
      throw new InputError(
        `--set: expected cell=value, got "${flag}"\n  example: --set parameter.cost_of_capital=0.12`
      );
    return {cell: flag.slice(0, at).trim(), value: flag.slice(at + 1).trim(), place: `--set ${flag}`};
  });
}

/** A flag's whole number within limits. Throws an `InputError` otherwise. */
export function wholeNumber(flag: string, text: string, minimum: number, maximum: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= minimum && value <= maximum && text.trim() !== "") return value;
  throw new InputError(`${flag}: expected a whole number between ${minimum} and ${maximum}, got "${text}"`);
}

/** A flag's number within bounds, written `4,096`, `1.5M` or `40%`. Throws an `InputError` otherwise. */
export function numberOf(flag: string, text: string, bounds: NumberBounds): number {
  const read = boundedNumber(text, bounds);
  if ("value" in read) return read.value;
  throw new InputError(`${flag}: ${read.problem}`);
}

/** A month of a run, given as a number from 0 or as `2028-12`. Throws an `InputError` for a month outside the run. */
export function monthOfRun(flag: string, text: string, {start, months}: Pick<Run, "start" | "months">): number {
  const last = months - 1;
  const at = /^\d{4}-\d{2}$/.test(text) ? monthsOf(text) - monthsOf(start) : NaN;
  if (at >= 0 && at <= last) return at;
  if (/^\d{1,3}$/.test(text) && Number(text) <= last) return Number(text);
  throw new InputError(
    `${flag}: expected a whole number between 0 and ${last}, got "${text}"\n` +
      `  or a month between ${start} and ${dateOf(monthsOf(start) + last)}`
  );
}
