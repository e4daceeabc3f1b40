import type {Judged} from "./accuracy.js";
import {amount} from "./format.js";
import {numberIn, textIn} from "./row-values.js";
import type {Row} from "./tables.js";

/** A ratio of measured and predicted time per token from which load or software explains an error. */
const notable = 1.3;

/** Why a prediction is off, in a sentence or two: the known cause of its class, and what else was measured. */
export function explanation(point: Judged, causes: readonly Row[]): string {
  const known = causes.find((cause) => concerns(cause, point));
  return [known && textIn(known, "explanation"), comparison(point.row)].filter(Boolean).join(" ");
}

function concerns(cause: Row, {row}: Judged): boolean {
  const isAny = (column: string): boolean => textIn(cause, column) === "";
  return (
    ["language_model", "accelerator"].every((column) => isAny(column) || row[column] === cause[column]) &&
    ["publisher", "scenario"].every((column) => isAny(column) || textIn(row, column).startsWith(textIn(cause, column)))
  );
}

/** What the published time per token says of the load, where it was published; else what the prediction rests on. */
function comparison(row: Row): string {
  const [measured, predicted] = [numberIn(row, "measured_tpot"), numberIn(row, "tpot")];
  const times = `${amount(measured, "ms")} a token, the model says ${amount(predicted, "ms")}`;
  const batch = `The model serves batches of ${amount(numberIn(row, "batch"))} on ${amount(numberIn(row, "replica"))} GPUs`;
  if (!Number.isFinite(measured)) return `${batch}; no time per token was published to tell load from speed.`;
  const isLoadGiven = Number.isFinite(numberIn(row, "concurrency"));
  if (isLoadGiven) return `Measured ${times} at the same load: the step itself differs.`;
  if (predicted > notable * measured)
    return `Measured ${times}: the test ran under a lighter load than the model thinks best.`;
  if (measured > notable * predicted) return `Measured ${times}: steps took longer, or the load was heavier.`;
  return `Measured ${times}: alike, so it is the load that differs. ${batch}.`;
}
