import {readText} from "../data-loaders/run/files.js";
import {loadValidation} from "../data-loaders/run/validation.js";
import {InputError} from "../lib/sheet/index.js";
import {predict, type Accuracy, type Case, type Prediction, type Predictions} from "../lib/validation/index.js";
import {folderOf, type GlobalFlags} from "./arguments.js";
import {formatNumber} from "./format.js";

/** The flags of `predict`, as they were typed. */
export interface PredictFlags extends GlobalFlags {
  cases: string;
  json?: boolean;
}

/** Predicts the cases of a file and, where they were measured, prints the errors. */
export function predictCommand(flags: PredictFlags): number {
  const {cases: file, json} = flags;
  const cases = readCases(file);
  const predictions = predict(cases, loadValidation(folderOf(flags)).inputs);
  console.log(json ? JSON.stringify(predictions, null, 2) : report(predictions));
  return 0;
}

function readCases(file: string): Case[] {
  const cases = parse(file, readText(file));
  if (!Array.isArray(cases))
    throw new InputError(
      `--cases ${file}: expected a JSON array of cases\n  example: [{"model": "llama-3.1-8b", "gpu": "H100"}]`
    );
  cases.forEach((one, i) => checkCase(one, `${file}: case ${i + 1}`));
  return cases as Case[];
}

function parse(file: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new InputError(`--cases ${file}: not JSON: ${(cause as Error).message}`, {cause});
  }
}

const fields: Record<string, "number" | "string" | "boolean"> = {
  id: "string",
  source: "string",
  date: "string",
  model: "string",
  gpu: "string",
  scenario: "string",
  precision_weights: "string",
  precision_kv: "string",
  spec_decoding: "string",
  disaggregated: "boolean",
  gpus: "number",
  tensor_parallel: "number",
  params_total_b: "number",
  params_active_b: "number",
  mean_input_tokens: "number",
  mean_output_tokens: "number",
  concurrency_or_batch: "number",
  ttft_limit_ms: "number",
  tpot_limit_ms: "number",
  output_tokens_per_s_per_gpu: "number",
  total_tokens_per_s_per_gpu: "number"
};

function checkCase(one: unknown, place: string): void {
  if (typeof one !== "object" || one === null || Array.isArray(one))
    throw new InputError(`${place}: expected an object with fields such as model, gpu, gpus`);
  for (const [field, type] of Object.entries(fields)) {
    const value = (one as Record<string, unknown>)[field];
    if (value === undefined || value === null) continue;
    if (typeof value !== type)
      throw new InputError(
        `${place}: ${field}: expected a ${type}, got ${JSON.stringify(value)}\n  leave the field out if it is unknown`
      );
    if (type === "number" && !((value as number) >= 0))
      throw new InputError(`${place}: ${field}: expected a number of at least 0, got ${JSON.stringify(value)}`);
  }
}

function report({cases, summary}: Predictions): string {
  return [
    `${"case".padEnd(60)} ${"tok/s/GPU".padStart(10)} ${"TTFT ms".padStart(8)} ${"TPOT ms".padStart(8)} ` +
      `${"error".padStart(6)}  binds`,
    ...cases.map(line),
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
  return `${id.slice(-60).padEnd(60)} ${figures.join(" ")} ${percent(ape).padStart(6)}  ${binds ?? ""}`;
}

function summaryLine(name: string, {n, predicted, median_ape, p90_ape, bias}: Accuracy): string {
  return (
    `${name}: ${predicted} of ${n} predicted; median error ` +
    `${percent(median_ape)}, 90 % within ${percent(p90_ape)}, bias ${percent(bias)}`
  );
}

function percent(share: number | null): string {
  return share === null ? "-" : `${(share * 100).toFixed(1)} %`;
}
