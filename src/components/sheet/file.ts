import {readScenario} from "../../lib/model/scenario.js";
import {scenarioText} from "../../lib/model/scenario-text.js";
import type {Own} from "../live/own.js";

/** An own scenario as the YAML file that the command line reads, and a fork's `assumptions/scenarios`. */
export function ownAsYaml({parent, title, settings}: Own): string {
  const isFormula = (value: string): boolean => value.startsWith("=");
  return scenarioText({
    title: title === "" ? "My scenario" : title,
    description: "",
    parent,
    overrides: settings.filter(({value}) => !isFormula(value)),
    formulas: settings
      .filter(({value}) => isFormula(value))
      .map(({cell, value}) => ({column: cell, text: value.slice(1).trim()}))
  });
}

/** What such a file says that a sheet has no place for: its run is as its parent's. */
export function leftOut(text: string, file: string): string[] {
  const fields = readScenario(file, text, file);
  return (["model", "start", "months"] as const).filter((name) => fields[name] !== undefined);
}

/** An own scenario from such a file. Throws an `InputError` with file, line and the way out. */
export function ownFromYaml(text: string, file: string): Own {
  const {title = "", parent = "reference", overrides, formulas} = readScenario(file, text, file);
  return {
    parent,
    title,
    settings: [
      ...overrides.map(({cell, value}) => ({cell, value})),
      ...formulas.map(({column, text}) => ({cell: column, value: `=${text}`}))
    ]
  };
}
