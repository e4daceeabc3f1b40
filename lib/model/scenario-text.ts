import {stringify} from "yaml";
import type {Scenario} from "./scenario.js";
import type {Override} from "./override.js";
import {rowsAsText} from "./row-text.js";

/** What a scenario's file says, as `readScenario` reads it: only what differs from its parent. */
export interface ScenarioFile extends Pick<Scenario, "title" | "description" | "formulas"> {
  parent: string;
  notes?: Scenario["notes"];
  overrides: readonly Omit<Override, "place">[];
}

/** A scenario as YAML: the file that `assumptions/scenarios` and the command line take. */
export function scenarioText(file: ScenarioFile): string {
  const {title, description, parent, overrides, formulas, notes = []} = file;
  const {rows, set} = rowsAsText(overrides, typed);
  return stringify(
    {
      title,
      ...(description !== "" && {description}),
      parent,
      ...(Object.keys(rows).length > 0 && {rows}),
      ...(set.length > 0 && {set: Object.fromEntries(set.map(({cell, value}) => [cell, typed(value)]))}),
      ...(formulas.length > 0 && {formulas: Object.fromEntries(formulas.map(({column, text}) => [column, text]))}),
      ...(notes.length > 0 && {notes: Object.fromEntries(notes.map(({cell, text}) => [cell, text]))})
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
