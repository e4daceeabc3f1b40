export {predict} from "../../lib/validation/predict.js";
export {readCases} from "../../lib/validation/read-cases.js";
