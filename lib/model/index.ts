export {readAssumptions, type Assumptions, type Files} from "./inputs.js";
export type {Source} from "./source.js";
export {backtestFact} from "./backtest-fact.js";
export {publishedCheck} from "./published-check.js";
export {SERVER, batches, candidates, type Candidate} from "./candidates.js";
export {withDerivedTables, emptyDerivedTables} from "./derived-tables.js";

export type {Override} from "./override.js";
export type {Note} from "./note.js";
export {DELETED, isRowChange, likeRow, referencesTo, takesRows, usedBy} from "./rows.js";
export {childScenario, findScenario, override, readScenario, readScenarios, type Scenario} from "./scenario.js";
export {applyScenario, evaluateScenario, type ScenarioOptions, type ScenarioRun} from "./run-scenario.js";
export {scenarioText, type ScenarioFile} from "./scenario-text.js";

export {chain} from "./chain.js";
export {check, type CheckResult} from "./checks.js";
export {figures, type Figure} from "./headline.js";
export {attribute, type Contribution} from "./compare.js";

export {accounts, ledger, type Account, type Entry} from "./ledger.js";
export {ledgerValue, type Booked} from "./ledger-entry.js";
export {bookKey, bookRow, isBooked} from "./book-key.js";
export {sectors, type Kind, type Sector} from "./posting.js";

export {
  fitQuotes,
  forecastErrors,
  HISTORY,
  history,
  JUDGED_FROM,
  type FittedQuote,
  type Forecast,
  type ForecastError
} from "./history.js";
export {fitLogistic, logistic, type Logistic} from "./adoption.js";
