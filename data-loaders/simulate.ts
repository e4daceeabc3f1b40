import {
  accountTable,
  assumptionTable,
  checkTable,
  dictionary,
  flowTable,
  inputTable,
  headlineTable,
  ledgerTable,
  missingTable,
  runTables,
  scenarioTable,
  sourceTable,
  type NamedRun,
  type PublishedTable,
  type TypedTable
} from "../lib/export/index.js";
import {correction} from "../lib/readme/index.js";
import {bridgeTable} from "./bridge-table.js";
import {drawScenario, publishedSeries, uncertaintyTables, withRanges} from "./uncertainty.js";
import {loadProject, runScenario, type LoadedModel, type Project, type ScenarioRun} from "./project.js";

/** The scenario that the site shows first. */
export const REFERENCE = "reference";

/** Runs every scenario and gives all tables that are published. */
export function simulate(project: Project = loadProject()): PublishedTable[] {
  const runs = [...project.scenarios.keys()].map((name) => runScenario(project, name));
  const [ours, older] = [
    runs.filter(({scenario}) => scenario.model === "chain"),
    runs.filter(({scenario}) => scenario.model === "readme")
  ];
  const drawn = ours.map((one) => {
    const series = one.scenario.name === REFERENCE ? publishedSeries(one) : [];
    return drawScenario(project, one, {series});
  });
  const [ranged, replicas] = [drawn.map(withRanges), older.map(named)];
  const models = [...project.models.values()];
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
    ...uncertaintyTables(
      project,
      drawn.find(({one}) => one.scenario.name === REFERENCE)!
    ),
    checkTable(ranged),
    missingTable([...ranged, ...replicas]),
    inputTable(corrections),
    assumptionTable([...models.flatMap(typedTables), corrections], sources),
    sourceTable(sources),
    dictionary(models)
  ];
}

function named({scenario, run}: ScenarioRun): NamedRun {
  return {scenario: scenario.name, run};
}

function typedTables({model, inputs}: LoadedModel): TypedTable[] {
  return model.tables.filter(({name}) => name in inputs).map((table) => ({table, input: inputs[table.name]!}));
}

function sourcesOf({models}: Project) {
  const all = [...models.values()].flatMap(({sources}) => sources);
  return [...new Map(all.map((source) => [source.id, source])).values()];
}
