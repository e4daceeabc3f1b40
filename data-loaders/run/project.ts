import {REFERENCE} from "../../lib/model/reference.js";
import {headlineColumns} from "../../lib/export/results.js";
import {
  attribute,
  chain,
  childScenario,
  withDerivedTables,
  findScenario,
  HISTORY,
  history,
  emptyDerivedTables,
  evaluateScenario,
  backtestFact,
  publishedCheck,
  readAssumptions,
  readScenario,
  readScenarios,
  type Assumptions,
  type Contribution,
  type Files,
  type Override,
  type Scenario,
  type ScenarioRun
} from "../../lib/model/index.js";
import type {PublishedModel} from "../../lib/library/index.js";
import {projectDefault} from "../../lib/finance/index.js";
import {planDefault} from "../../lib/optimise/plan/default.js";
import {correction, readme} from "../../lib/readme/index.js";
import {
  evaluate,
  JUDGEMENT,
  readParameters,
  readTable,
  unknown,
  type Model,
  type Run,
  type TableInput
} from "../../lib/sheet/index.js";
import {checkCorrelations, readCorrelations, type Correlation} from "../../lib/uncertainty/index.js";
import {published, readFolder, readText, subfolder, type AssumptionFolder} from "./files.js";
import {listPrices} from "./list-prices.js";

/** A model with its inputs and the sources that they cite. */
export interface LoadedModel extends Assumptions {
  model: Model;
}

/** All content of the project's files: models with inputs, corrections of the earlier claim, scenarios. */
export interface Project {
  /** The folder they were read from. */
  folder: AssumptionFolder;
  models: ReadonlyMap<string, LoadedModel>;
  corrections: TableInput;
  /** Terms of an investment that the chain does not determine. */
  defaults: TableInput;
  /** Limits and sales terms of a plan that the chain does not determine. */
  planDefaults: TableInput;
  /** Published figures that the model predicts. */
  checks: TableInput;
  /** The chain from a month in the past, and figures published since. */
  backtest: Scenario;
  facts: TableInput;
  /** The rental market since 2023, with the chain's parameters. */
  history: LoadedModel;
  /** Correlations between uncertain inputs of the chain. */
  correlations: readonly Correlation[];
  scenarios: ReadonlyMap<string, Scenario>;
}

/** Reads a folder of assumptions. Throws an `InputError` with file, line, column, value and hints. */
export function loadProject(folder = published): Project {
  const files: AssumptionFiles = {name: folder.name, texts: readFolder(folder, ".csv")};
  const readmeFolder = subfolder(folder, "readme");
  const readmeFiles: AssumptionFiles = {name: readmeFolder.name, texts: readFolder(readmeFolder, ".csv")};
  const scenarioFolder = subfolder(folder, "scenarios");
  const scenarios = readScenarios(readFolder(scenarioFolder, ".yaml"), scenarioFolder.name);
  const ours = loadChain(files);
  const older = loadReadme(ours, readmeFiles);
  const known = new Set(older.sources.map(({id}) => id));
  return {
    folder,
    models: new Map([
      ["chain", ours],
      ["readme", older]
    ]),
    history: loadHistory(ours, files),
    correlations: loadCorrelations(ours, files),
    corrections: readTable(correction, ...fileOf(readmeFiles, "correction"), known),
    defaults: readParameters(projectDefault, ...fileOf(files, projectDefault.name), known),
    planDefaults: readParameters(planDefault, ...fileOf(files, planDefault.name), known),
    checks: readTable(publishedCheck, ...fileOf(files, "published_check"), known),
    backtest: loadBacktest(folder, scenarios),
    facts: readTable(backtestFact, ...fileOf(files, "backtest_fact"), known),
    scenarios
  };
}

/** Runs a scenario by name or file, with further overrides. Throws an `InputError` for unknown names and cells. */
export function runScenario(
  project: Project,
  name: string,
  overrides: readonly Override[] = [],
  months?: number
): ScenarioRun {
  const scenario = scenarioOf(project, name);
  const options = months === undefined ? {overrides} : {overrides, months};
  return evaluateScenario(modelOf(project, scenario), scenario, options);
}

/** A scenario of the project by name, or of a YAML file by path. Throws an `InputError` if there is none. */
export function scenarioOf({scenarios}: Project, name: string): Scenario {
  if (!/\.ya?ml$/.test(name)) return findScenario(scenarios, name);
  const own = name.replace(/^.*[\\/]|\.ya?ml$/g, "");
  return childScenario(readScenario(own, readText(name), name), scenarios, name);
}

/** The contributions of a scenario's changed inputs to the differences from the reference, month by month. */
export function bridgeOf(project: Project, name: string): Contribution[] {
  const scenario = scenarioOf(project, name);
  const {model, inputs} = modelOf(project, scenario);
  const {months, start} = findScenario(project.scenarios, REFERENCE);
  return attribute(model, inputs, scenario, headlineColumns, {months, start});
}

/** Runs the chain from a month in the past, for the back-test. */
export function runBacktest({models, backtest}: Project): Run {
  return evaluateScenario(models.get("chain")!, backtest).run;
}

/** Runs the rental market since 2023 with the chain's price equation. */
export function runHistory({history, models}: Project): Run {
  const {parameter} = models.get("chain")!.inputs;
  return evaluate(history.model, {...history.inputs, parameter: parameter!}, HISTORY);
}

/** The model of a scenario. Throws an `InputError` for an unknown model. */
export function modelOf({models}: Project, scenario: Scenario): LoadedModel {
  return models.get(scenario.model) ?? unknown(`scenario ${scenario.name}`, "model", scenario.model, models.keys());
}

/** The scenario of the back-test. */
const BACKTEST = "december-2024";

/** The texts of a folder's CSV files by name, and the folder's name in messages. */
interface AssumptionFiles {
  name: string;
  texts: Files;
}

/** A file's text, empty if missing, and its name in messages. */
function fileOf({name, texts}: AssumptionFiles, file: string): [text: string, place: string] {
  return [texts[file] ?? "", `${name}/${file}.csv`];
}

function loadChain({name, texts}: AssumptionFiles): LoadedModel {
  const given = {list_price: listPrices(), ...emptyDerivedTables};
  const {inputs, sources} = readAssumptions(chain, texts, {folder: name, given});
  return {model: chain, sources, inputs: withDerivedTables(inputs)};
}

function loadReadme({sources}: LoadedModel, {name, texts}: AssumptionFiles): LoadedModel {
  return {model: readme, ...readAssumptions(readme, texts, {folder: name, prefix: "readme_", sources})};
}

function loadHistory({inputs}: LoadedModel, {name, texts}: AssumptionFiles): LoadedModel {
  const given = {parameter: inputs.parameter!};
  return {model: history, ...readAssumptions(history, texts, {folder: name, given})};
}

function loadBacktest(folder: AssumptionFolder, scenarios: ReadonlyMap<string, Scenario>): Scenario {
  const {path, name} = subfolder(folder, "backtest");
  const file = `${name}/${BACKTEST}.yaml`;
  return childScenario(readScenario(BACKTEST, readText(`${path}/${BACKTEST}.yaml`), file), scenarios, file);
}

function loadCorrelations({model, inputs, sources}: LoadedModel, files: AssumptionFiles): Correlation[] {
  const known = new Set([JUDGEMENT, ...sources.map(({id}) => id)]);
  const correlations = readCorrelations(...fileOf(files, "correlation"), known);
  checkCorrelations(model, inputs, correlations);
  return correlations;
}

/** The models' inputs with sources and scenarios, for pages and the package. */
export function publishedModel({models, scenarios, correlations}: Project, hash: string): PublishedModel {
  const inputs = Object.fromEntries([...models].map(([name, {inputs: typed}]) => [name, typed]));
  const sources = new Map([...models.values()].flatMap((one) => one.sources.map((source) => [source.id, source])));
  return {inputs, sources: [...sources.values()], scenarios: [...scenarios.values()], correlations, hash};
}
