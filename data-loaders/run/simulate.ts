import {REFERENCE} from "../../lib/model/reference.js";
import {
  accountTable,
  adviceTables,
  assumptionTable,
  checkTable,
  crossCheckTable,
  dictionary,
  flowTable,
  inputTable,
  headlineTable,
  ledgerTable,
  missingTable,
  runTables,
  scenarioBridgeTable,
  scenarioTable,
  sourceTable,
  type NamedRun,
  type PublishedTable,
  type TypedTable
} from "../../lib/export/index.js";
import {constraint, lever, leverMove} from "../../lib/advice/index.js";
import {projectDefault} from "../../lib/finance/index.js";
import {planDefault} from "../../lib/optimise/plan/default.js";
import {correction} from "../../lib/readme/index.js";
import {validation} from "../../lib/validation/index.js";
import {adviseScenario, loadAdvice} from "./advice.js";
import {bridgeTable} from "./bridge-table.js";
import {historyTables} from "./history-tables.js";
import {marketTables} from "./market-tables.js";
import {bridgeOf, loadProject, runScenario, type LoadedModel, type Project} from "./project.js";
import type {ScenarioRun} from "../../lib/model/index.js";
import {sweepTables} from "./sweep-tables.js";
import {judged, validationTables} from "./validation-tables.js";
import {loadValidation} from "./validation.js";

import {design, drawScenario, publishedSeries, uncertaintyTables, withRanges} from "./uncertainty.js";

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
  const models = [...project.models.values(), project.history];
  const measured = {model: validation, ...loadValidation(project.folder)};
  const corrections = {table: correction, input: project.corrections};
  const defaults = [
    {table: projectDefault, input: project.defaults},
    {table: planDefault, input: project.planDefaults}
  ];
  const sources = sourcesOf(project);
  const reference = ours.find(({scenario}) => scenario.name === REFERENCE)!;
  const levers = loadAdvice(project);
  const advised = [
    {table: lever, input: levers.lever},
    {table: leverMove, input: levers.lever_move},
    {table: constraint, input: levers.constraint}
  ];
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
    ...uncertaintyTables(
      project,
      drawn.find(({one}) => one.scenario.name === REFERENCE)!
    ),
    checkTable(ranged),
    ...adviceTables(adviseScenario(project, reference), {
      scenario: REFERENCE,
      inputs: reference.run.inputs,
      levers,
      constraint: levers.constraint,
      sources
    }),
    ...advised.map(inputTable),
    ...marketTables(project, reference, measured.inputs),
    crossCheckTable(reference, project.published, {design, correlations: project.correlations}, sources),
    missingTable([...ranged, ...replicas]),
    inputTable(corrections),
    ...validationTables(measured.inputs),
    ...sweepTables(),
    assumptionTable(
      [
        ...new Map(models.flatMap(typedTables).map((one) => [one.table, one])).values(),
        corrections,
        ...defaults,
        ...advised,
        ...judged(measured.inputs)
      ],
      sources,
      [reference, ...older].map(named)
    ),
    sourceTable(sources),
    dictionary([...models, measured])
  ];
}

function named({scenario, run}: ScenarioRun): NamedRun {
  return {scenario: scenario.name, run};
}

function typedTables({model, inputs}: LoadedModel): TypedTable[] {
  return model.tables.filter(({name}) => name in inputs).map((table) => ({table, input: inputs[table.name]!}));
}

function sourcesOf({models, history}: Project) {
  const all = [...models.values(), history].flatMap(({sources}) => sources);
  return [...new Map(all.map((source) => [source.id, source])).values()];
}
