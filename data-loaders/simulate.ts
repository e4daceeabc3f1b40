import {
  accountTable,
  assumptionTable,
  checkTable,
  dictionary,
  flowTable,
  inputTable,
  headlineColumns,
  headlineTable,
  ledgerTable,
  missingTable,
  runTables,
  scenarioTable,
  sourceTable,
  type NamedRun,
  type PublishedTable,
  type RangedRun,
  type TypedTable
} from "../lib/export/index.js";
import {correction} from "../lib/readme/index.js";
import {ranges} from "../lib/uncertainty/index.js";
import {validation} from "../lib/validation/index.js";
import {bridgeTable} from "./bridge-table.js";
import {loadProject, runScenario, type LoadedModel, type Project, type ScenarioRun} from "./project.js";
import {judged, validationTables} from "./validation-tables.js";
import {loadValidation} from "./validation.js";

/** How many draws stand behind the ranges of the headline figures, and the seed of the first. */
const drawing = {draws: 512, seed: 1};

/** The scenario that the site shows first. */
export const REFERENCE = "reference";

/** Runs every scenario and gives all tables that are published. */
export function simulate(project: Project = loadProject()): PublishedTable[] {
  const runs = [...project.scenarios.keys()].map((name) => runScenario(project, name));
  const [ours, older] = [
    runs.filter(({scenario}) => scenario.model === "chain"),
    runs.filter(({scenario}) => scenario.model === "readme")
  ];
  const [ranged, replicas] = [ours.map(withRanges), older.map(named)];
  const models = [...project.models.values()];
  const measured = {model: validation, ...loadValidation()};
  const corrections = {table: correction, input: project.corrections};
  const sources = sourcesOf(project);
  return [
    ...runTables(ranged),
    ...runTables(replicas),
    headlineTable(ranged),
    flowTable(ranged),
    ledgerTable(ranged),
    accountTable(ranged),
    bridgeTable(
      project,
      ranged.find(({scenario}) => scenario === REFERENCE)!
    ),
    scenarioTable(project.scenarios.values()),
    checkTable(ranged),
    missingTable([...ranged, ...replicas]),
    inputTable(corrections),
    ...validationTables(measured.inputs),
    assumptionTable([...models.flatMap(typedTables), corrections, ...judged(measured.inputs)], sources),
    sourceTable(sources),
    dictionary([...models, measured])
  ];
}

function named({scenario, run}: ScenarioRun): NamedRun {
  return {scenario: scenario.name, run};
}

function withRanges(one: ScenarioRun): RangedRun {
  const {model, months, start} = one.run;
  return {...named(one), ranges: ranges(model, one.inputs, headlineColumns, {...drawing, months, start})};
}

function typedTables({model, inputs}: LoadedModel): TypedTable[] {
  return model.tables.filter(({name}) => name in inputs).map((table) => ({table, input: inputs[table.name]!}));
}

function sourcesOf({models}: Project) {
  const all = [...models.values()].flatMap(({sources}) => sources);
  return [...new Map(all.map((source) => [source.id, source])).values()];
}
