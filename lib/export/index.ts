export {adviceTables, type AdvicePlace} from "./advice.js";
export {arrow} from "./arrow.js";
export {csv} from "./csv.js";
export {crossCheckTable} from "./cross-check.js";
export {assumptionTable, dictionary, inputTable, sourceTable, type TypedTable} from "./dictionary.js";
export {exportFormats, exportRun, type ExportFile, type ExportFormat} from "./export-run.js";
export {tablesOfRun, type ExportedRun} from "./exported-run.js";
export {workbook} from "./xlsx/index.js";
export {parquet} from "./parquet.js";
export {catalogOf, type CatalogTable, type PublishedColumn, type PublishedTable, type TableCells} from "./published.js";
export {
  dispersionTable,
  marginTable,
  peerTable,
  rentalLevelTable,
  tokenPriceTable,
  type MarketPrice,
  type PlacedLevel
} from "./market.js";
export {planTables, type PublishedPlan} from "./plan.js";
export {dateAt, missingTable, runTable, runTables, type NamedRun} from "./run-tables.js";
export {
  accountTable,
  checkTable,
  flowTable,
  headlineColumns,
  headlineTable,
  ledgerTable,
  scenarioBridgeTable,
  scenarioTable,
  type RangedRun
} from "./results.js";
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
export {claimBridgeTable} from "./claim-bridge.js";
export {rentalFitTable, userFitTable} from "./history.js";
export {servingCheckTable} from "./serving-check.js";
export {sweepSummaryTable, type SweepFigure} from "./sweep-summary.js";
