import {loadProject, runScenario} from "../data-loaders/run/project.js";
import {check, type CheckResult} from "../lib/model/index.js";
import {folderOf, type GlobalFlags} from "./arguments.js";

/** The flags of `validate`, as they were typed. */
export interface ValidateFlags extends GlobalFlags {
  json?: boolean;
}

/** Checks every scenario of the chain against the model's rules; 1 if a rule is broken. */
export function validate(flags: ValidateFlags, project = loadProject(folderOf(flags))): number {
  const names = [...project.scenarios.values()].filter(({model}) => model === "chain").map(({name}) => name);
  const results = names.flatMap((scenario) =>
    check(runScenario(project, scenario).run).map((result) => ({scenario, ...result}))
  );
  const broken = results.filter(({passed}) => !passed);
  console.log(
    flags.json
      ? JSON.stringify(results, null, 2)
      : [...results.map(line), `${results.length - broken.length} rules hold, ${broken.length} are broken`].join("\n")
  );
  return broken.length > 0 ? 1 : 0;
}

function line({scenario, key, rule, passed, worst, where}: CheckResult & {scenario: string}): string {
  return `${passed ? "ok    " : "BROKEN"} ${scenario}: ${key}: ${rule}${passed ? "" : ` Off by ${worst} at ${where}.`}`;
}
