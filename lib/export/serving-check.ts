import type {ServingCheck} from "../validation/index.js";
import {recordTableOf} from "./records.js";

/** Published costs and powers of serving beside the inference model's. */
export const servingCheckTable = recordTableOf<readonly ServingCheck[]>()({
  name: "serving_check",
  description: "Published costs and powers of serving beside the inference model's predictions.",
  fields: {
    key: ["text", "", "Row of serving_figure"],
    published: ["number", "", "Published value, in the unit of serving_figure"],
    predicted: ["number", "", "Prediction of the inference model for the same configuration"],
    error: ["number", "1", "Predicted over published, less 1"]
  },
  rows: (checks) => checks
});
