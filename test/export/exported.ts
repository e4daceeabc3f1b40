import type {ExportedRun} from "../../lib/export/index.js";
import type {Run} from "../../lib/sheet/index.js";

/** A run with the minimum that an export needs to know about it. */
export function exported(run: Run): ExportedRun {
  const scenario = {name: "test", title: "Test", description: "A test.", model: "chain", overrides: [], formulas: []};
  return {scenario, run, sources: [], hash: "0".repeat(64), created: new Date("2026-12-01")};
}
