import {Option, type Command} from "commander";
import {projectTerms, typedTerm, type ProjectTerm} from "../lib/finance/index.js";
import {InputError} from "../lib/sheet/index.js";

/** Gives `invest` a flag for every number of a project that has none yet, by group. */
export function addTermFlags(invest: Command): void {
  const known = new Set(invest.options.map(({long}) => long));
  for (const term of projectTerms) {
    const option = new Option(`${flagOf(term)} <${term.unit === "1" ? "ratio" : term.unit}>`, term.doc);
    if (!known.has(flagOf(term))) invest.addOption(option.helpGroup(`${term.group}:`));
  }
}

/**
 * The terms that flags set, by column. A cost of capital that is typed holds for this project: nothing is added for the
 * company, unless that is typed, too. Throws an `InputError` for a bad value, and for two flags that set one term.
 */
export function termsSet(flags: object): Readonly<Record<string, number>> {
  const set: Record<string, number> = {};
  for (const term of projectTerms) {
    const text = (flags as Record<string, unknown>)[camelCase(term.name)];
    if (typeof text !== "string" || term.name === "count") continue;
    const [column, value] = typedTerm(term, text, flagOf(term));
    if (column in set) throw new InputError(`${flagOf(term)}: ${column} is set by another flag\n  leave one out`);
    set[column] = value;
  }
  return {...("cost_of_capital" in set && {capital_premium: 0}), ...set};
}

function flagOf({name}: ProjectTerm): string {
  return `--${name.replaceAll("_", "-")}`;
}

/** As commander names a flag's value. */
function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
