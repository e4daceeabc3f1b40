export {adviceTables, type AdvicePlace} from "./advice.js";
export type {Bundle} from "./bundle.js";
export {crossCheckTable} from "./cross-check.js";
export {assumptionTable, dictionary, inputTable, sourceTable, type TypedTable} from "./dictionary.js";
export {catalogOf, type CatalogTable, type PublishedColumn, type PublishedTable} from "./published.js";
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
export {recordTable, type Fields} from "./records.js";
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
  type Drawn,
  type OutputIndices
} from "./uncertainty.js";
