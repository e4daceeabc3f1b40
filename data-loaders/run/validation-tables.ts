import {inputTable, recordTable, runTable, type PublishedTable, type TypedTable} from "../../lib/export/index.js";
import {evaluate, type Inputs} from "../../lib/sheet/index.js";
import {servingChecks, validation} from "../../lib/validation/index.js";

/** Evidence on the serving model: measurements with predictions, benchmarks, other tools' accuracy, causes of error. */
export function validationTables(inputs: Inputs): PublishedTable[] {
  const run = evaluate(validation, inputs);
  return [
    runTable(run, "measurement"),
    servingCheckTable(inputs),
    ...[...typed(inputs, own), ...typed(inputs, ["held_out"])].map(inputTable)
  ];
}

/** The tables of that evidence whose numbers are assumptions. */
export function judged(inputs: Inputs): TypedTable[] {
  return typed(inputs, own);
}

const own = ["benchmark", "simulator", "cause", "serving_figure"];

/** Published costs and powers of serving beside the model's. */
function servingCheckTable(inputs: Inputs): PublishedTable {
  const fields = {
    key: ["text", "", "Row of serving_figure"],
    published: ["number", "", "Published value, in the unit of serving_figure"],
    predicted: ["number", "", "What the model says of the same configuration"],
    error: ["number", "1", "Predicted over published, less 1"]
  } as const;
  const description = "Published costs and powers of serving beside what the model predicts.";
  return recordTable("serving_check", description, fields, servingChecks(inputs));
}

function typed(inputs: Inputs, names: readonly string[]): TypedTable[] {
  return names.map((name) => ({table: validation.tables.find((table) => table.name === name)!, input: inputs[name]!}));
}
