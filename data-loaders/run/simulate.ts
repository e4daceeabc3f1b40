import {REFERENCE} from "../../lib/model/reference.js";
import {
  accountTable,
  assumptionTable,
  checkTable,
  dictionary,
  flowTable,
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
} from "../../lib/export/index.js";
import {
  adviceTables,
  backtestTable,
  crossCheckTable,
  inputTable,
  scenarioBridgeTable
} from "../../lib/export/site-tables.js";
import {constraint, lever, leverMove} from "../../lib/advice/index.js";
import {projectDefault} from "../../lib/finance/index.js";
import {planDefault} from "../../lib/optimise/plan/default.js";
import type {ScenarioRun, Source} from "../../lib/model/index.js";
import {correction} from "../../lib/readme/index.js";
import {backtest, validation} from "../../lib/validation/index.js";
import {adviseScenario, loadAdvice, type AdviceTables} from "./advice.js";
import {bridgeTable} from "./bridge-table.js";
import {historyTables} from "./history-tables.js";
import {marketTables} from "./market-tables.js";
import {bridgeOf, loadProject, runBacktest, runScenario, type LoadedModel, type Project} from "./project.js";
import {sweepTables} from "./sweep-tables.js";
import {drawScenario, publishedSeries, uncertaintyTables, withRanges, type DrawnRun} from "./uncertainty.js";
import {judged, validationTables} from "./validation-tables.js";
import {loadValidation} from "./validation.js";

/**
 * Runs every scenario and returns all published tables, in the order of the catalogue; the dictionary also describes
 * further ones.
 */
export function simulate(project: Project = loadProject(), further: readonly PublishedTable[] = []): PublishedTable[] {
  const simulation = simulated(project);
  const results = [
    ...chainTables(simulation),
    ...historyTables(project),
    ...uncertaintyTables(project, simulation.reference),
    checkTable(simulation.chain),
    ...adviceTablesOf(simulation),
    ...comparisonTables(simulation),
    ...sweepTables()
  ];
  return [...results, ...documentationTables(simulation, [...results, ...further])];
}

/** A project with everything behind its tables: runs and further inputs. */
interface Simulation {
  project: Project;
  /** The chain in each of its scenarios. */
  chain: RangedRun[];
  /** The earlier program in each of its scenarios. */
  claim: NamedRun[];
  /** The chain in the reference scenario, with its draws. */
  reference: DrawnRun;
  rangedReference: RangedRun;
  measured: LoadedModel;
  levers: AdviceTables;
  sources: Source[];
}

function simulated(project: Project): Simulation {
  const runs = [...project.scenarios.keys()].map((name) => runScenario(project, name));
  const drawn = runs.filter(({scenario}) => scenario.model === "chain").map((run) => draw(project, run));
  const chain = drawn.map(withRanges);
  const reference = drawn.findIndex(({one}) => one.scenario.name === REFERENCE);
  return {
    project,
    chain,
    claim: runs.filter(({scenario}) => scenario.model === "readme").map(named),
    reference: drawn[reference]!,
    rangedReference: chain[reference]!,
    measured: {model: validation, ...loadValidation(project.folder)},
    levers: loadAdvice(project),
    sources: sourcesOf(project)
  };
}

/** Draws a scenario; only the reference publishes distributions of whole series. */
function draw(project: Project, run: ScenarioRun): DrawnRun {
  const series = run.scenario.name === REFERENCE ? publishedSeries(run) : [];
  return drawScenario(project, run, {series});
}

function named({scenario, run}: ScenarioRun): NamedRun {
  return {scenario: scenario.name, run};
}

function chainTables({project, chain, claim, reference, rangedReference}: Simulation): PublishedTable[] {
  return [
    ...runTables(chain),
    ...runTables(claim),
    headlineTable(chain),
    flowTable(chain),
    ledgerTable(chain),
    accountTable(chain),
    bridgeTable(project, rangedReference),
    scenarioTable(project.scenarios.values()),
    scenarioBridgeTable({
      reference: reference.one.run,
      contributions: chain.flatMap(({scenario}) => bridgeOf(project, scenario).map((row) => ({scenario, ...row})))
    })
  ];
}

function adviceTablesOf({project, reference: {one}, levers, sources}: Simulation): PublishedTable[] {
  const {inputs} = one.run;
  const {constraint: limits} = levers;
  const advice = adviseScenario(project, one);
  return [
    ...adviceTables(advice, {scenario: REFERENCE, inputs, levers, constraint: limits, sources}),
    ...adviceInputs(levers).map(inputTable)
  ];
}

function adviceInputs(levers: AdviceTables): TypedTable[] {
  return [
    {table: lever, input: levers.lever},
    {table: leverMove, input: levers.lever_move},
    {table: constraint, input: levers.constraint}
  ];
}

/** The model beside published figures: prices, accounts, forecasts, measurements. */
function comparisonTables({project, chain, claim, reference: {one}, measured, sources}: Simulation): PublishedTable[] {
  const {checks, correlations, facts} = project;
  const tested = backtest({run: runBacktest(project), facts, correlations});
  return [
    ...marketTables(project, one, measured.inputs),
    crossCheckTable({
      scenario: REFERENCE,
      run: one.run,
      checks,
      serving: measured.inputs,
      correlations,
      sources,
      tested
    }),
    backtestTable({tested, sources}),
    missingTable([...chain, ...claim]),
    inputTable(corrections(project)),
    ...validationTables(measured.inputs)
  ];
}

function corrections(project: Project): TypedTable {
  return {table: correction, input: project.corrections};
}

/** The assumptions, their sources, and the meaning of every column. */
function documentationTables(
  {project, claim, reference, measured, levers, sources}: Simulation,
  results: readonly PublishedTable[]
): PublishedTable[] {
  const models = modelsOf(project);
  const assumptions = [
    ...new Map(models.flatMap(typedTables).map((typed) => [typed.table, typed])).values(),
    corrections(project),
    {table: projectDefault, input: project.defaults},
    {table: planDefault, input: project.planDefaults},
    ...adviceInputs(levers),
    ...judged(measured.inputs)
  ];
  const runs = [named(reference.one), ...claim];
  const typed = [assumptionTable({tables: assumptions, sources, runs}), sourceTable(sources)];
  return [...typed, dictionary({models: [...models, measured], results: [...results, ...typed]})];
}

function typedTables({model, inputs}: LoadedModel): TypedTable[] {
  return model.tables.filter(({name}) => name in inputs).map((table) => ({table, input: inputs[table.name]!}));
}

function sourcesOf(project: Project): Source[] {
  const sources = modelsOf(project).flatMap((model) => model.sources);
  return [...new Map(sources.map((source) => [source.id, source])).values()];
}

function modelsOf({models, history}: Project): LoadedModel[] {
  return [...models.values(), history];
}
