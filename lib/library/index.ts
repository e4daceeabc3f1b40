export {explainCell, type CitedExplanation} from "./explain.js";
export {fromJson, toJson, type PublishedModel} from "./published-model.js";
export {rows, value, type Row} from "./rows.js";
export {runOn, type OwnScenario, type PublishedRun, type RunSettings} from "./run.js";
