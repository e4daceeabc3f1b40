import {REFERENCE} from "../../lib/model/reference.js";
import {readScenario} from "../../lib/model/scenario.js";
import {scenarioText, yamlComment} from "../../lib/model/scenario-text.js";
import {addressOf} from "../../lib/sheet/address.js";
import {fileName, slug} from "../../lib/export/text/file-name.js";
import {type CustomScenario, type Setting} from "../../components/live/custom-scenario.js";
import type {AppliedScenario} from "../../components/live/model-session.js";

/**
 * An own scenario as the YAML file that the command line reads, and a fork's `assumptions/scenarios`: what was taken of
 * it. The rest stands in comments, with what is wrong with it.
 */
export function ownAsYaml(
  own: CustomScenario,
  {applied, problems, scenario}: Taken = {applied: own, problems: new Map()}
): string {
  const {parent, title, settings, notes = []} = applied;
  const isFormula = ({cell, value}: Setting): boolean =>
    scenario
      ? scenario.formulas.some(({column, text}) => column === cell && text === value.slice(1).trim())
      : value.startsWith("=") && addressOf(cell).key === undefined;
  const text = scenarioText({
    title: title === "" ? "My scenario" : title,
    description: "",
    parent,
    overrides: settings.filter((one) => !isFormula(one)),
    formulas: settings.filter(isFormula).map(({cell, value}) => ({column: cell, text: value.slice(1).trim()})),
    notes
  });
  return `${comments(own, problems)}${text}`;
}

/** What of a scenario was taken, and as what. */
type Taken = Pick<AppliedScenario, "applied" | "problems"> & Partial<Pick<AppliedScenario, "scenario">>;

/** Each cell that is left out, as it was typed, and why. */
function comments({settings}: CustomScenario, problems: AppliedScenario["problems"]): string {
  const typed = new Map(settings.map(({cell, value}) => [cell, value]));
  const lines = [...problems].flatMap(([cell, problem]) => [
    ...(typed.has(cell) ? yamlComment(`Left out: ${cell}: ${typed.get(cell)}`) : []),
    ...yamlComment(problem, "#   ")
  ]);
  return lines.map((line) => `${line}\n`).join("");
}

/** The name of an own scenario's file. */
export function scenarioFileName(own: CustomScenario): string {
  return fileName(scenarioName(own), "yaml");
}

/** What the scenario is called, or how many inputs were changed, as part of a file's name. */
export function scenarioName({title, parent, settings}: CustomScenario): string {
  return slug(title) || slug(`${parent}-modified-${settings.length}`);
}

/** What such a file says that a sheet has no place for: its run is as its parent's. */
export function leftOut(text: string, file: string): string[] {
  const fields = readScenario(file, text, file);
  return (["model", "start", "months"] as const).filter((name) => fields[name] !== undefined);
}

/** An own scenario from such a file. Throws an `InputError` with file, line and the way out. */
export function ownFromYaml(text: string, file: string): CustomScenario {
  const {title = "", parent = REFERENCE, overrides, formulas, notes} = readScenario(file, text, file);
  return {
    parent,
    ...(notes.length > 0 && {notes}),
    title,
    settings: [
      ...overrides.map(({cell, value}) => ({cell, value})),
      ...formulas.map(({column, text}) => ({cell: column, value: `=${text}`}))
    ]
  };
}
