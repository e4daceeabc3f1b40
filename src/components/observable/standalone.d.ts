export * from "./observable.js";
export {explain, rows, run, value} from "../../lib/library/package/index.js";
