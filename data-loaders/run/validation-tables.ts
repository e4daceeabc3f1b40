import type {PublishedTable, TypedTable} from "../../lib/export/index.js";
import {inputTable, runTable, servingCheckTable} from "../../lib/export/site-tables.js";
import {evaluate, type Inputs} from "../../lib/sheet/index.js";
import {servingChecks, validation} from "../../lib/validation/index.js";

/**
 * Evidence on the inference model: measurements with predictions, benchmarks, other tools' accuracy, explanations of
 * errors.
 */
export function validationTables(inputs: Inputs): PublishedTable[] {
  const run = evaluate(validation, inputs);
  return [
    runTable(run, "measurement"),
    servingCheckTable(servingChecks(inputs)),
    ...[...typed(inputs, own), ...typed(inputs, ["held_out", "evidence", "accuracy"])].map(inputTable)
  ];
}

/** The evidence tables whose numbers are assumptions. */
export function judged(inputs: Inputs): TypedTable[] {
  return typed(inputs, own);
}

const own = [
  "benchmark",
  "serving_stack",
  "kernel",
  "test_setup",
  "fitted_value",
  "simulator",
  "cause",
  "serving_figure"
];

function typed(inputs: Inputs, names: readonly string[]): TypedTable[] {
  return names.map((name) => ({table: validation.tables.find((table) => table.name === name)!, input: inputs[name]!}));
}
