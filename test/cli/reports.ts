import {reportsOn, type Reports} from "../../cli/report.js";
import {project} from "../model/project.js";

/** Reports on the reference with these changes, as the command makes them; the same ones are made once. */
export function reportsWith(...set: readonly string[]): Promise<Reports> {
  const key = set.join(" ");
  const known = all.get(key) ?? reportsOn("reference", {draws: 16, seed: 1, set}, project);
  all.set(key, known);
  return known;
}

const all = new Map<string, Promise<Reports>>();
