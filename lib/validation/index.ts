export {backtest, type Backtest, type BacktestRow} from "./backtest.js";
export {benchmark} from "./benchmark.js";
export type {Case} from "./case.js";
export {measuredInputs} from "./configurations.js";
export {bindingOf, nearestLimit, type Binding, type Headroom} from "./binding.js";
export {bestWays, explore, explorerInputs, type Answer, type Question, type Way} from "./explore.js";
export {fit, withFit, type Fit} from "./fit.js";
export {fittedIn, valuesIn, type Fitted} from "./fitted-cells.js";
export {
  FOLDS,
  fitAll,
  fitMeasurements,
  leaveOut,
  organisation,
  partitions,
  partsOf,
  predictedOf,
  type Fold,
  type Part,
  type Partition
} from "./folds.js";
export {accuracy, heldOutErrors, leftOuts, worseClasses, type LeftOut} from "./accuracy.js";
export {classErrors, type ClassError} from "./classes.js";
export {crossValidate, learnAll, type CrossValidation} from "./cross-validation.js";
export {evidence} from "./evidence.js";
export {fittedValue} from "./fitted-value.js";
export {kernel} from "./kernel.js";
export {servingStack} from "./serving-stack.js";
export {testSetup} from "./test-setup.js";
export {heldOut, measurement} from "./measurement.js";
export {validation} from "./model.js";
export {rankingOf, type Ranking} from "./ranking.js";
export {servingFigure} from "./serving-figure.js";
export {servingChecks, type ServingCheck} from "./serving-checks.js";
export {predict, predictorInputs, type Prediction, type Predictions} from "./predict.js";
export {timeAndMemory, type Branch} from "./time-tree.js";
export {readCases, type CaseFile} from "./read-cases.js";
export {quantile, type Accuracy, type Summary} from "./summary.js";
export {blendedCost, breakEven, tokenCosts, frontier, type TokenPrices} from "./serving-cost.js";
export {variations} from "./what-if.js";
export {checkShares, publishedChecks, type Checking, type PublishedCheck} from "./published-checks.js";
