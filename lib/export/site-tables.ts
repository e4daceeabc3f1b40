// Tables published only by the site; the package's `token-factory/export` leaves them out.
export {adviceTables, type AdvicePlace} from "./advice.js";
export {claimBridgeTable} from "./claim-bridge.js";
export {backtestTable} from "./backtest.js";
export {crossCheckTable} from "./cross-check.js";
export {inputTable} from "./dictionary.js";
export {rentalErrorTable, rentalFitTable, userFitTable} from "./history.js";
export {
  dispersionTable,
  marginTable,
  peerTable,
  rentalLevelTable,
  tokenPriceTable,
  type BlendDispersion,
  type BlendMargin,
  type MarketPrice,
  type PlacedLevel
} from "./market.js";
export {planTables, type PublishedPlan} from "./plan.js";
export {tokenPriceHistoryTable, type MarketPriceEvent} from "./price-history.js";
export {catalogOf, type CatalogTable} from "./published.js";
export {scenarioBridgeTable} from "./results.js";
export {runTable} from "./run-tables.js";
export {servingCheckTable} from "./serving-check.js";
export {sweepSummaryTable, type SweepFigure} from "./sweep-summary.js";
