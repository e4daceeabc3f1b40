import {inputTable, runTable, type PublishedTable, type TypedTable} from "../lib/export/index.js";
import {evaluate, type Inputs} from "../lib/sheet/index.js";
import {validation} from "../lib/validation/index.js";

/** The tables by which serving is judged: measurements with predictions, benchmarks, other tools' accuracy, causes. */
export function validationTables(inputs: Inputs): PublishedTable[] {
  const run = evaluate(validation, inputs);
  return [runTable(run, "measurement"), ...[...typed(inputs, own), ...typed(inputs, ["held_out"])].map(inputTable)];
}

/** Those of them whose numbers are assumptions. */
export function judged(inputs: Inputs): TypedTable[] {
  return typed(inputs, own);
}

const own = ["benchmark", "simulator", "cause"];

function typed(inputs: Inputs, names: readonly string[]): TypedTable[] {
  return names.map((name) => ({table: validation.tables.find((table) => table.name === name)!, input: inputs[name]!}));
}
