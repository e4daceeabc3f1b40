import {stringify} from "yaml";
import type {Scenario} from "./scenario.js";
import type {Override} from "./override.js";

/** What a scenario's file says, as `readScenario` reads it: only what differs from its parent. */
export interface ScenarioFile extends Pick<Scenario, "title" | "description" | "formulas"> {
  parent: string;
  overrides: readonly Omit<Override, "place">[];
}

/** A scenario as YAML: the file that `assumptions/scenarios` and the command line take. */
export function scenarioText({title, description, parent, overrides, formulas}: ScenarioFile): string {
  return stringify(
    {
      title,
      ...(description !== "" && {description}),
      parent,
      ...(overrides.length > 0 && {set: Object.fromEntries(overrides.map(({cell, value}) => [cell, typed(value)]))}),
      ...(formulas.length > 0 && {formulas: Object.fromEntries(formulas.map(({column, text}) => [column, text]))})
    },
    {lineWidth: 0}
  );
}

/** A text as comments of YAML, one a line, whichever character ends its lines. */
export function yamlComment(text: string, mark = "# "): string[] {
  const held = text.replace(/[\p{Surrogate}\uFFFE\uFFFF]|[^\P{Cc}\t\n\r\u0085]/gu, "\uFFFD");
  return held.split(/[\n\r\u0085\u2028\u2029]+/).map((line) => `${mark}${line}`);
}

/** A plain number is written as one. */
function typed(value: string): string | number {
  return String(Number(value)) === value ? Number(value) : value;
}
