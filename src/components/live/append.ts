import type {PublishedTable} from "../../lib/export/published.js";
import {
  accountTable,
  checkTable,
  flowTable,
  headlineColumns,
  headlineTable,
  ledgerTable,
  scenarioBridgeTable,
  scenarioTable
} from "../../lib/export/results.js";
import {missingTable, runTableOf, type NamedRun} from "../../lib/export/run-tables.js";
import {chain} from "../../lib/model/chain.js";
import {attribute} from "../../lib/model/compare.js";
import type {Scenario} from "../../lib/model/scenario.js";
import {ranges} from "../../lib/uncertainty/range.js";
import type {Rows} from "../rows/table-types.js";
import {published} from "./published-model.js";
import {drawing} from "./draws.js";
import {OWN, type CustomScenario} from "./custom-scenario.js";
import {scenarioInUrl} from "./own-address.js";
import {rowsOfScenario} from "./rows.js";
import type {Session} from "./model-session.js";
import {session} from "./session.js";
import {studyOf} from "./study.js";

/** The rows of a published table, followed by those of the scenario in the page's address, if any. */
export async function withOwnRows(table: Rows, name: string): Promise<Rows> {
  const {own} = scenarioInUrl();
  if (!own || !table.columns.some((column) => column.name === (name === "scenario" ? "name" : "scenario")))
    return table;
  const more = await ownRows(name, own);
  if (!more) return table;
  const {description, modelHash, columns} = table;
  return Object.assign([...table, ...more], {description, modelHash, columns});
}

/** A table for a reader's scenario; undefined for tables without scenarios. */
export async function ownRows(name: string, own: CustomScenario): Promise<Rows | undefined> {
  const live = await session();
  const table = await tableOf(name, live.apply(own).scenario, live);
  return table && rowsOfScenario(table, "", OWN);
}

/** A table for one scenario; undefined for tables without scenarios. */
async function tableOf(name: string, scenario: Scenario, live: Session): Promise<PublishedTable | undefined> {
  if (name === "scenario") return scenarioTable([scenario]);
  if (name === "headline") return headlineOf(scenario, live);
  const run: NamedRun = {scenario: OWN, run: live.run(scenario)};
  if (run.run.model.tables.some((table) => table.name === name)) return runTableOf([run], name);
  return others[name]?.(run, scenario, live);
}

const others: Record<string, (run: NamedRun, scenario: Scenario, live: Session) => PublishedTable> = {
  flow: (run) => flowTable([run]),
  ledger: (run) => ledgerTable([run]),
  account: (run) => accountTable([run]),
  model_check: (run) => checkTable([run]),
  missing: (run) => missingTable([run]),
  scenario_bridge: ({run}, scenario, {inputs}) => {
    const {months, start} = scenario;
    const contributions = attribute(chain, inputs, scenario, headlineColumns, {months, start});
    return scenarioBridgeTable({
      reference: run,
      contributions: contributions.map((contribution) => ({...contribution, scenario: OWN}))
    });
  }
};

/** Number of draws that a page can wait for. */
export const OWN_DRAWS = 512;

async function headlineOf(scenario: Scenario, live: Session): Promise<PublishedTable> {
  const run = live.run(scenario);
  const {correlations} = await published();
  const study = studyOf(live.inputsOf(scenario), scenario, {draws: OWN_DRAWS, seed: 1}, correlations);
  for await (const draws of drawing(study, OWN_DRAWS))
    if (draws.to === OWN_DRAWS) return headlineTable([{scenario: OWN, run, ranges: ranges(study, draws)}]);
  throw new Error("the ranges of your scenario are not available");
}
