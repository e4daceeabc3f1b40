import {Option, type Command} from "commander";
import {projectTerms, typedTerms, type ProjectTerm} from "../lib/finance/index.js";

/** Gives `invest` a flag for every number of a project that has none yet, by group. */
export function addTermFlags(invest: Command): void {
  const known = new Set(invest.options.map(({long}) => long));
  for (const term of projectTerms) {
    const option = new Option(`${flagOf(term)} <${term.unit === "1" ? "ratio" : term.unit}>`, term.doc);
    if (!known.has(flagOf(term))) invest.addOption(option.helpGroup(`${term.group}:`));
  }
}

/** The terms that flags set, by column. Throws an `InputError` for a bad value, and for two flags that set one. */
export function termsSet(flags: object): Readonly<Record<string, number>> {
  return typedTerms(({name}) => (flags as Record<string, string | undefined>)[camelCase(name)], flagOf);
}

function flagOf({name}: ProjectTerm): string {
  return `--${name.replaceAll("_", "-")}`;
}

/** As commander names a flag's value. */
function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
