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

/** The load that the published time per token implies; where none was published, the load that is assumed. */
function comparison(row: RowOf<"measurement">): Sentence {
  const measured = numberIn(row, "measured_tpot");
  const predicted = numberIn(row, "tpot");
  const times = say`${cite(row, "measured_tpot", "ms")} per token, predicted ${cite(row, "tpot", "ms")}`;
  const requests = cite(row, "batch", "request");
  const batch = say`The prediction assumes batches of ${requests} on ${cite(row, "replica", "GPU")}`;
  if (!Number.isFinite(measured))
    return say`${batch}. No time per token was published, so load and speed cannot be separated.`;
  const isLoadGiven = Number.isFinite(numberIn(row, "concurrency"));
  if (isLoadGiven) return say`Measured ${times}, at the same load, so the time per step itself differs.`;
  if (predicted > notable * measured)
    return say`Measured ${times}: the test ran at a lighter load than the model finds best.`;
  if (measured > notable * predicted) return say`Measured ${times}: steps took longer, or the load was heavier.`;
  return say`Measured ${times}. Times per token agree, so the test ran at a different load. ${batch}.`;
}
