import type {Choice} from "../../lib/finance/project-inputs.js";

/** A project that a reader keeps, to compare others with. */
export interface KeptCase {
  name: string;
  scenario: string;
  choice: Choice;
}

/** As many columns as can be compared at a glance, beside the project of the page. */
export const MOST_KEPT = 5;

const KEY = "token-factory-projects";

/** The kept projects, the oldest first; none where the browser keeps nothing. */
export function keptCases(): KeptCase[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "[]") as KeptCase[];
  } catch {
    return [];
  }
}

/** Keeps a project, in place of one of its name. Throws where there are too many, or the browser keeps nothing. */
export function keepCase(one: KeptCase): void {
  const others = keptCases().filter(({name}) => name !== one.name);
  if (others.length >= MOST_KEPT) throw new Error(`${MOST_KEPT} projects are kept: remove one first.`);
  localStorage.setItem(KEY, JSON.stringify([...others, one]));
}

/** Forgets a project. */
export function forgetCase(name: string): void {
  localStorage.setItem(KEY, JSON.stringify(keptCases().filter((one) => one.name !== name)));
}
