import {runTables, type PublishedTable} from "../../lib/export/index.js";
import {rentalErrorTable, rentalFitTable, userFitTable} from "../../lib/export/site-tables.js";
import {fitQuotes} from "../../lib/model/index.js";
import {runHistory, type Project} from "./project.js";

/**
 * The years before the chain starts: shocks, prices and user counts, and the fit of price equation and adoption curve.
 */
export function historyTables(project: Project): PublishedTable[] {
  const {models, history} = project;
  const run = runHistory(project);
  const tables = runTables([{scenario: "history", run}]).filter(({name}) => name !== run.model.parameter.name);
  const quotes = fitQuotes(run, models.get("chain")!.inputs);
  return [
    ...tables.map(withoutCells),
    rentalFitTable({run, quotes}),
    rentalErrorTable(quotes),
    userFitTable(history.inputs.user_count!)
  ];
}

/** The history is not a scenario, so pages cannot link to its cells. */
function withoutCells(table: PublishedTable): PublishedTable {
  return {...table, cells: {kind: "none"}};
}
