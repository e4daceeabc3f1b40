import {
  accountTable,
  assumptionTable,
  checkTable,
  crossCheckTable,
  dictionary,
  flowTable,
  inputTable,
  headlineColumns,
  headlineTable,
  ledgerTable,
  missingTable,
  runTables,
  scenarioBridgeTable,
  scenarioTable,
  sourceTable,
  type NamedRun,
  type PublishedTable,
  type RangedRun,
  type TypedTable
} from "../lib/export/index.js";
import {projectDefault} from "../lib/finance/index.js";
import {correction} from "../lib/readme/index.js";
import {ranges} from "../lib/uncertainty/index.js";
import {bridgeTable} from "./bridge-table.js";
import {historyTables} from "./history-tables.js";
import {
  bridgeOf,
  loadProject,
  REFERENCE,
  runScenario,
  type LoadedModel,
  type Project,
  type ScenarioRun
} from "./project.js";

/** How many draws stand behind the ranges of the headline figures: in the reference, and in the other scenarios. */
const draws = {reference: 512, other: 128};

/** Runs every scenario and gives all tables that are published. */
export function simulate(project: Project = loadProject()): PublishedTable[] {
  const runs = [...project.scenarios.keys()].map((name) => runScenario(project, name));
  const [ours, older] = [
    runs.filter(({scenario}) => scenario.model === "chain"),
    runs.filter(({scenario}) => scenario.model === "readme")
  ];
  const [ranged, replicas] = [ours.map(withRanges), older.map(named)];
  const models = [...project.models.values(), project.history];
  const corrections = {table: correction, input: project.corrections};
  const defaults = {table: projectDefault, input: project.defaults};
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
    scenarioBridgeTable(
      ranged.find(({scenario}) => scenario === REFERENCE)!.run,
      ours.flatMap(({scenario: {name}}) => bridgeOf(project, name).map((row) => ({scenario: name, ...row})))
    ),
    ...historyTables(project),
    checkTable(ranged),
    crossCheckTable(
      ours.find(({scenario}) => scenario.name === REFERENCE)!,
      project.published,
      {draws: draws.reference, seed: 1},
      sources
    ),
    missingTable([...ranged, ...replicas]),
    inputTable(corrections),
    assumptionTable(
      [...new Map(models.flatMap(typedTables).map((one) => [one.table, one])).values(), corrections, defaults],
      sources
    ),
    sourceTable(sources),
    dictionary(models)
  ];
}

function named({scenario, run}: ScenarioRun): NamedRun {
  return {scenario: scenario.name, run};
}

function withRanges(one: ScenarioRun): RangedRun {
  const {model, months, start} = one.run;
  const count = one.scenario.name === REFERENCE ? draws.reference : draws.other;
  return {...named(one), ranges: ranges(model, one.inputs, headlineColumns, {draws: count, seed: 1, months, start})};
}

function typedTables({model, inputs}: LoadedModel): TypedTable[] {
  return model.tables.filter(({name}) => name in inputs).map((table) => ({table, input: inputs[table.name]!}));
}

function sourcesOf({models, history}: Project) {
  const all = [...models.values(), history].flatMap(({sources}) => sources);
  return [...new Map(all.map((source) => [source.id, source])).values()];
}
