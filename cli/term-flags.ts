import {Option, type Command} from "commander";
import {projectTerms, typedTerms, type ProjectTerm} from "../lib/finance/index.js";

/** Adds a flag to `invest` for every numeric term that lacks one, by group. */
export function addTermFlags(invest: Command): void {
  const known = new Set(invest.options.map(({long}) => long));
  for (const term of projectTerms) {
    const option = new Option(`${flagOf(term)} <${term.unit === "1" ? "ratio" : term.unit}>`, term.doc);
    if (!known.has(flagOf(term))) invest.addOption(option.helpGroup(`${term.group}:`));
  }
}

/**
 * The terms set by flags, by column. Throws an `InputError` for an invalid value, and for two flags that set the same
 * term.
 */
export function termsSet(flags: object): Readonly<Record<string, number>> {
  return typedTerms(({name}) => (flags as Record<string, string | undefined>)[camelCase(name)], flagOf);
}

function flagOf({name}: ProjectTerm): string {
  return `--${name.replaceAll("_", "-")}`;
}

/** The property under which commander stores a flag's value. */
function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
