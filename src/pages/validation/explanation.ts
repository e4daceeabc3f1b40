import type {Prediction} from "../../components/rows/accuracy.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {cite, joined, say, type Sentence} from "../../components/words/sentence.js";
import type {ColumnOf, RowOf} from "../../components/rows/table-types.js";

/** A ratio of measured and predicted time per token from which load or software explains an error. */
const notable = 1.3;

/** Why a prediction is off, in a sentence or two: the known cause of its class, and what else was measured. */
export function explanation(point: Prediction, causes: readonly RowOf<"cause">[]): Sentence {
  const known = causes.find((cause) => concerns(cause, point));
  return joined([...(known ? [textIn(known, "explanation")] : []), comparison(point.row)], " ");
}

function concerns(cause: RowOf<"cause">, {row}: Prediction): boolean {
  const isAny = (column: ColumnOf<"cause">): boolean => textIn(cause, column) === "";
  return (
    (["language_model", "accelerator"] as const).every((column) => isAny(column) || row[column] === cause[column]) &&
    (["publisher", "scenario"] as const).every(
      (column) => isAny(column) || textIn(row, column).startsWith(textIn(cause, column))
    )
  );
}

/** What the published time per token says of the load, where it was published; else what the prediction rests on. */
function comparison(row: RowOf<"measurement">): Sentence {
  const measured = numberIn(row, "measured_tpot");
  const predicted = numberIn(row, "tpot");
  const times = say`${cite(row, "measured_tpot", "ms")} a token, the model says ${cite(row, "tpot", "ms")}`;
  const batch = say`The model serves batches of ${cite(row, "batch")} on ${cite(row, "replica")} GPUs`;
  if (!Number.isFinite(measured)) return say`${batch}; no time per token was published to tell load from speed.`;
  const isLoadGiven = Number.isFinite(numberIn(row, "concurrency"));
  if (isLoadGiven) return say`Measured ${times} at the same load: the step itself differs.`;
  if (predicted > notable * measured)
    return say`Measured ${times}: the test ran under a lighter load than the model thinks best.`;
  if (measured > notable * predicted) return say`Measured ${times}: steps took longer, or the load was heavier.`;
  return say`Measured ${times}: alike, so it is the load that differs. ${batch}.`;
}
