export {arrow} from "./arrow.js";
export {csv} from "./csv.js";
export {assumptionTable, dictionary, sourceTable, type TypedTable} from "./dictionary.js";
export {exportFormats, exportRun, type ExportFile, type ExportFormat} from "./export-run.js";
export {tablesOfRun, type ExportedRun} from "./exported-run.js";
export {scenarioHash, type HashedScenario, type Identity} from "./identity.js";
export {parquet} from "./parquet.js";
export type {PublishedColumn, PublishedTable, TableCells} from "./published.js";
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
export {dateAt, missingTable, runTables, type NamedRun} from "./run-tables.js";
export {
  correlationTable,
  driverTable,
  drawTable,
  quantileTable,
  sensitivityTable,
  seriesColumns,
  swingTable,
  type Drawn
} from "./uncertainty.js";
export {workbook} from "./xlsx/index.js";
