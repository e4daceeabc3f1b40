export {benchmark} from "./benchmark.js";
export type {Case} from "./case.js";
export {measuredInputs} from "./configurations.js";
export {fit, withFit, type Factors, type Fit} from "./fit.js";
export {FOLDS, foldsOf, leaveOut, type Fold} from "./folds.js";
export {heldOut, measurement} from "./measurement.js";
export {validation} from "./model.js";
export {predict, type Prediction, type Predictions} from "./predict.js";
export {quantile, type Accuracy, type Summary} from "./summary.js";
