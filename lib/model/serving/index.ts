export {servingOptions, type ServingOption} from "./option.js";
export {served, type Served, type Serving} from "./workload.js";
