import {readText} from "../data-loaders/run/files.js";
import {loadValidation} from "../data-loaders/run/validation.js";
import {InputError} from "../lib/sheet/index.js";
import {
  predict,
  readCases,
  type Accuracy,
  type CaseFile,
  type Prediction,
  type Predictions
} from "../lib/validation/index.js";
import {folderOf, type GlobalFlags} from "./arguments.js";
import {formatNumber, formatShare} from "./format.js";

/** The flags of `predict`, as they were typed. */
export interface PredictFlags extends GlobalFlags {
  cases: string;
  json?: boolean;
}

/** Predicts the cases of a file and, where they were measured, prints the errors. */
export function predictCommand(flags: PredictFlags): number {
  const {cases: file, json} = flags;
  const {cases, notes} = casesIn(file);
  const predictions = predict(cases, loadValidation(folderOf(flags)).inputs);
  console.log(json ? JSON.stringify({...predictions, notes}, null, 2) : report(predictions, notes));
  return 0;
}

function casesIn(file: string): CaseFile {
  const text = readText(file);
  try {
    return readCases(text);
  } catch (error) {
    throw error instanceof InputError ? new InputError(`--cases ${file}: ${error.message}`, {cause: error}) : error;
  }
}

function report({cases, summary}: Predictions, notes: readonly string[]): string {
  return [
    ...notes,
    `${"case".padEnd(60)} ${"tok/s/GPU".padStart(10)} ${"TTFT ms".padStart(8)} ${"TPOT ms".padStart(8)} ` +
      `${"error".padStart(6)}  binds`,
    ...cases.flatMap((one) => [line(one), ...(one.assumed.length > 0 ? [`  assumed: ${one.assumed.join("; ")}`] : [])]),
    summaryLine("all", summary),
    ...Object.entries(summary.by_accelerator).map(([name, accuracy]) => summaryLine(name, accuracy))
  ].join("\n");
}

function line({
  id,
  output_tokens_per_s_per_gpu: output,
  total_tokens_per_s_per_gpu: total,
  ttft_ms,
  tpot_ms,
  ape,
  binds,
  reason
}: Prediction): string {
  if (reason !== null) return `${id.slice(-60).padEnd(60)} ${reason}`;
  const figures = [
    formatNumber(output ?? total).padStart(10),
    formatNumber(ttft_ms).padStart(8),
    formatNumber(tpot_ms).padStart(8)
  ];
  return `${id.slice(-60).padEnd(60)} ${figures.join(" ")} ${formatShare(ape).padStart(6)}  ${binds ?? ""}`;
}

function summaryLine(name: string, {n, predicted, median_ape, p90_ape, bias}: Accuracy): string {
  return (
    `${name}: ${predicted} of ${n} predicted; median error ` +
    `${formatShare(median_ape)}, 90 % within ${formatShare(p90_ape)}, bias ${formatShare(bias)}`
  );
}
