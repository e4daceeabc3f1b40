import type {Override} from "../lib/model/index.js";
import {InputError} from "../lib/sheet/index.js";

/** The overrides of `--set cell=value` flags. Throws an `InputError` for one without a `=`. */
export function overridesOf(flags: readonly string[] = []): Override[] {
  return flags.map((flag) => {
    const at = flag.indexOf("=");
    if (at < 1) throw new InputError(`--set ${flag}: write cell=value, e.g. --set parameter.cost_of_capital=0.12`);
    return {cell: flag.slice(0, at).trim(), value: flag.slice(at + 1).trim(), place: `--set ${flag}`};
  });
}

/** A whole number of a flag within least..most. Throws an `InputError` otherwise. */
export function wholeNumber(flag: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most && text.trim() !== "") return value;
  throw new InputError(`${flag} ${text}: write a whole number from ${least} to ${most}`);
}
