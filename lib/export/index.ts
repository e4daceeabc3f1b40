export {assumptionTable, dictionary, inputTable, sourceTable, type TypedTable} from "./dictionary.js";
export {catalogOf, type CatalogTable, type PublishedColumn, type PublishedTable} from "./published.js";
export {recordTable, type Fields} from "./records.js";
export {dateAt, missingTable, runTable, runTables, type NamedRun} from "./run-tables.js";
export {
  accountTable,
  checkTable,
  flowTable,
  headlineColumns,
  headlineTable,
  ledgerTable,
  scenarioTable,
  type RangedRun
} from "./results.js";
