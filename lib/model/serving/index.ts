export {servingOptions} from "./option.js";
export type {ServingOption} from "./option-row.js";
export {servedColumns, type Served, type Serving} from "./workload.js";
