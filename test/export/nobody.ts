import type {Identity} from "../../lib/export/identity.js";

/** The identity of a run invented for a test. */
export const nobody: Identity = {commit: "163a26b1c2d3", model: "model", scenario: "scenario"};
