export {servingOptions, type ServingOption} from "./option.js";
export {servedColumns, type Served, type Serving} from "./workload.js";
