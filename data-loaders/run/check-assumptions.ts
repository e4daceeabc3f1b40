import {actionsOf, companiesOf, constraint, lever, leverMove, relaxations} from "../../lib/advice/index.js";
import {projectDefault} from "../../lib/finance/index.js";
import {tokenPriceHistory} from "../../lib/market/index.js";
import {backtestFact, publishedCheck} from "../../lib/model/index.js";
import type {Scenario} from "../../lib/model/index.js";
import {REFERENCE} from "../../lib/model/reference.js";
import {planDefault} from "../../lib/optimise/plan/default.js";
import {parseCsv} from "../../lib/sheet/csv.js";
import {unknown, type Table} from "../../lib/sheet/index.js";
import {unitNotes} from "../../lib/sheet/unit-notes.js";
import {validation} from "../../lib/validation/index.js";
import {loadAdvice} from "./advice.js";
import {readFolder, subfolder, type AssumptionFolder} from "./files.js";
import {recordedPrices} from "./price-history.js";
import {runScenario, type Project} from "./project.js";
import {loadValidation} from "./validation.js";

/** A file of assumptions that was read, and its number of values. */
export interface CheckedFile {
  name: string;
  values: number;
}

/**
 * Reads what a project's folder holds beyond the project's own needs: measurements and benchmarks, recorded prices,
 * actions and constraints. Throws an `InputError` for an invalid value in any file, and for a file that nothing reads.
 */
export function checkAssumptions(project: Project): CheckedFile[] {
  const {folder} = project;
  loadValidation(folder);
  recordedPrices(project);
  checkAdvice(project);
  return [
    ...checkedFiles(folder, tablesRead(project)),
    ...checkedFiles(subfolder(folder, "readme"), readmeTables(project)),
    ...[...project.scenarios.values()].map((scenario) => checkedScenario("scenarios", scenario)),
    checkedScenario("backtest", project.backtest)
  ];
}

function checkedScenario(folder: string, {name, overrides, formulas}: Scenario): CheckedFile {
  return {name: `${folder}/${name}.yaml`, values: overrides.length + formulas.length};
}

function checkAdvice(project: Project): void {
  const {constraint: constraints, ...levers} = loadAdvice(project);
  const {model, inputs} = runScenario(project, REFERENCE, [], 1).run;
  for (const company of companiesOf(inputs)) actionsOf(model, inputs, levers, company);
  relaxations(model, inputs, constraints);
}

function checkedFiles(folder: AssumptionFolder, known: readonly string[]): CheckedFile[] {
  return Object.entries(readFolder(folder, ".csv")).map(([name, text]) => {
    if (!known.includes(name))
      unknown(
        folder.name,
        "file",
        `${name}.csv`,
        known.map((one) => `${one}.csv`)
      );
    return {name: `${name}.csv`, values: valuesIn(text, `${folder.name}/${name}.csv`)};
  });
}

/** Number of non-empty cells. */
function valuesIn(text: string, file: string): number {
  return parseCsv(text, file).records.reduce(
    (sum, record) => sum + Object.values(record).filter((cell) => cell.text !== "").length,
    0
  );
}

/** Notes on files whose units have another scale than the model's. */
export function scaledUnits(project: Project): string[] {
  const {folder} = project;
  const files = readFolder(folder, ".csv");
  const tables = new Map(tablesOf(project).map((table) => [table.name, table]));
  return [...tables].flatMap(([name, table]) =>
    files[name] === undefined ? [] : unitNotes(table, files[name], `${folder.name}/${name}.csv`)
  );
}

function tablesOf({models, history}: Project): Table<object>[] {
  const tables = [...models.get("chain")!.model.tables, ...history.model.tables, ...validation.tables];
  return [
    ...tables,
    lever,
    leverMove,
    constraint,
    projectDefault,
    planDefault,
    publishedCheck,
    backtestFact,
    tokenPriceHistory
  ];
}

function tablesRead(project: Project): string[] {
  return [...new Set(tablesOf(project).map(({name}) => name)), "source", "correlation"];
}

function readmeTables({models}: Project): string[] {
  const {tables} = models.get("readme")!.model;
  const named = tables.map(({name}) => name.replace(/^readme_/, ""));
  return [...named, "correction", "source"];
}
