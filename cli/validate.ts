import {checkAssumptions, scaledUnits, type CheckedFile} from "../data-loaders/run/check-assumptions.js";
import {loadProject, runScenario} from "../data-loaders/run/project.js";
import {check, type CheckResult} from "../lib/model/index.js";
import {folderOf, type GlobalFlags} from "./arguments.js";

/** Flags of `validate`, as entered. */
export interface ValidateFlags extends GlobalFlags {
  json?: boolean;
}

/**
 * Reads every file of assumptions, and checks every scenario of the chain against the model's rules; returns 1 if a
 * rule is broken. Throws an `InputError` for an invalid value; notes converted units.
 */
export function validate(flags: ValidateFlags, project = loadProject(folderOf(flags))): number {
  const files = checkAssumptions(project);
  const names = [...project.scenarios.values()].filter(({model}) => model === "chain").map(({name}) => name);
  const results = names.flatMap((scenario) =>
    check(runScenario(project, scenario).run).map((result) => ({scenario, ...result}))
  );
  const broken = results.filter(({passed}) => !passed);
  for (const note of scaledUnits(project)) console.error(`note: ${note}`);
  console.log(
    flags.json
      ? JSON.stringify(results, null, 2)
      : [...results.map(line), filesLine(files), rulesLine(results.length, broken.length)].join("\n")
  );
  return broken.length > 0 ? 1 : 0;
}

function filesLine(files: readonly CheckedFile[]): string {
  return `${files.length} files with ${files.reduce((sum, {values}) => sum + values, 0)} values were read`;
}

function rulesLine(rules: number, broken: number): string {
  return `${rules - broken} rules hold, ${broken} are broken`;
}

function line({scenario, key, rule, passed, worst, where}: CheckResult & {scenario: string}): string {
  return `${passed ? "ok    " : "BROKEN"} ${scenario}: ${key}: ${rule}${passed ? "" : ` Off by ${worst} at ${where}.`}`;
}
