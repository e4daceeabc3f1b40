import {html} from "htl";
import {FileAttachment} from "observablehq:stdlib";
import {fileText} from "../../lib/sheet/file-text.js";
import type {Inputs} from "../../lib/sheet/inputs.js";
import type {Case} from "../../lib/validation/case.js";
import type {Prediction, Predictions} from "../../lib/validation/predict.js";
import {gridOf, numberColumn, textColumn, type ColumnNote} from "../../components/figure/grid.js";
import {tableElement} from "../../components/figure/table-element.js";
import {dropZone} from "../../components/form/drop-zone.js";
import {fetchedJson, imported} from "../../components/load/load-error.js";
import {once} from "../../components/load/once.js";
import {amount, share} from "../../components/words/format.js";

/** A reader's measurements beside predictions. */
interface Own {
  file: string;
  cases: readonly Case[];
  notes: readonly string[];
  predictions: Predictions;
}

/** A place for a reader's own benchmark results: what they were read as, and how far predictions are from them. */
export function ownMeasurements(): HTMLElement {
  const result = html`<div role="status" aria-live="polite"></div>`;
  const take = async (file: File): Promise<void> => {
    result.replaceChildren(html`<p>Reading ${file.name} …</p>`);
    try {
      result.replaceChildren(...resultOf(await predicted(file)));
    } catch (error) {
      // Nothing of an earlier file stays beside the reason.
      const reason = error instanceof Error ? error.message : String(error);
      result.replaceChildren(html`<pre class="sql-error">${file.name}: ${reason}</pre>`);
    }
  };
  return html`<div>${dropZone(words, (file) => void take(file))}${result}</div>`;
}

const words = {
  label: "Drop your own results here, or choose a file:",
  note:
    "CSV or JSON with the fields of predict (model, gpu, gpus, mean_input_tokens, mean_output_tokens, " +
    "concurrency_or_batch, output_tokens_per_s_per_gpu …), or results of vLLM, SGLang, AIPerf or InferenceX; the " +
    "file never leaves this browser",
  accept: ".csv,.tsv,.txt,.json,.jsonl,text/csv,application/json"
};

const inputs = once(
  () =>
    fetchedJson("the inputs of predictions", FileAttachment("../../data/predictor_inputs.json").href) as Promise<Inputs>
);

async function predicted(file: File): Promise<Own> {
  const text = fileText(new Uint8Array(await file.arrayBuffer()));
  const [{readCases, predict}, known] = await Promise.all([
    imported("the inference model", () => import("./predictor.js")),
    inputs()
  ]);
  const {cases, notes} = readCases(text);
  return {file: file.name, cases, notes, predictions: predict(cases, known)};
}

function resultOf({file, cases, notes, predictions}: Own): HTMLElement[] {
  const {cases: found, summary} = predictions;
  const failed = found.filter(({reason}) => reason !== null);
  const error = summary.median_ape;
  const rows = found.map((one, i) => rowOf(one, cases[i]!));
  return [
    html`<p>
      ${found.length - failed.length} of ${found.length} cases of ${file} are
      predicted.${error === null ? "" : ` The median error is ${share(error)}.`} ${notes.join(" ")}
    </p>`,
    tableElement(gridOf(rows, columns), {label: "Your measurements and predictions"})
  ];
}

function rowOf(
  one: Prediction,
  {output_tokens_per_s_per_gpu: output, total_tokens_per_s_per_gpu: total}: Case
): object {
  const rate = output ? one.output_tokens_per_s_per_gpu : one.total_tokens_per_s_per_gpu;
  const nearest = one.nearest.map(({measurement, share: part}) => `${measurement} (${share(part)})`);
  return {
    case: one.id,
    measured: output ?? total ?? null,
    predicted: digits(rate),
    range: `${known(one.low_tokens_per_s_per_gpu)} to ${known(one.high_tokens_per_s_per_gpu)}`,
    error: one.ape === null ? null : share(one.ape),
    binds: one.binds,
    read_as: one.mapped === null ? null : `${one.mapped.model} on ${one.mapped.accelerator}, ${one.mapped.stack}`,
    assumed: one.reason ?? one.assumed.join("; "),
    nearest: nearest.join("; ")
  };
}

function known(value: number | null): string {
  return value === null ? "unknown" : amount(value);
}

function digits(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(4));
}

const rate = (name: string, description: string): ColumnNote => numberColumn(name, "tok/s/GPU", description);

const columns: ColumnNote[] = [
  textColumn("case", "Case in the file"),
  rate("measured", "Measured output tokens (else all tokens) per second per GPU"),
  rate("predicted", "Predicted rate"),
  textColumn("range", "5th–95th percentile of measurements around such a prediction"),
  textColumn("error", "Error as a share of the measured rate"),
  textColumn("binds", "Bottleneck"),
  textColumn("read_as", "Model, accelerator and software as matched in the tables"),
  textColumn("assumed", "Why there is no prediction, or the defaults applied"),
  textColumn("nearest", "Measurements that correct the prediction most, with their weights")
];
