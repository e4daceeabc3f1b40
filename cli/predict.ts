import {readText} from "../data-loaders/run/files.js";
import {loadValidation} from "../data-loaders/run/validation.js";
import {InputError} from "../lib/sheet/index.js";
import {
  predict,
  readCases,
  timeAndMemory,
  type Accuracy,
  type Branch,
  type CaseFile,
  type Prediction,
  type Predictions
} from "../lib/validation/index.js";
import {folderOf, type GlobalFlags} from "./arguments.js";
import {editionJson} from "./identity.js";
import {formatNumber, formatShare, formatWholeShare} from "./format.js";

/** Flags of `predict`, as entered. */
export interface PredictFlags extends GlobalFlags {
  cases: string;
  explain?: string;
  json?: boolean;
}

/** Predicts the cases in a file and, where they were measured, prints the errors; or explains one case. */
export function predictCommand(flags: PredictFlags): number {
  const {cases: file, explain, json} = flags;
  const {cases, notes} = casesIn(file);
  const folder = folderOf(flags);
  const {inputs} = loadValidation(folder);
  if (explain !== undefined) {
    const trees = timeAndMemory(cases, explain, inputs);
    console.log(json ? JSON.stringify(trees, null, 2) : trees.map((tree) => branchLines(tree).join("\n")).join("\n\n"));
    return 0;
  }
  const predictions = predict(cases, inputs);
  console.log(
    json ? JSON.stringify({...editionJson(folder), ...predictions, notes}, null, 2) : report(predictions, notes)
  );
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

/** A branch and its parts, one per line: `├─ reading weights  12.3 ms`. */
function branchLines({name, value, unit, note, parts}: Branch, lead = "", below = ""): string[] {
  const label = `${lead}${name}`.padEnd(42);
  const head = `${label} ${formatNumber(value).padStart(8)} ${unit}${note === undefined ? "" : `  (${note})`}`;
  const children = parts.flatMap((part, i) => {
    const isLast = i === parts.length - 1;
    return branchLines(part, `${below}${isLast ? "└─ " : "├─ "}`, `${below}${isLast ? "   " : "│  "}`);
  });
  return [head, ...children];
}

const columns = ["case", "tok/s/GPU", "5 to 95 %", "TTFT ms", "TPOT ms", "W/GPU", "error", "binds"] as const;
const widths = [40, 10, 17, 8, 8, 7, 8] as const;

function report({cases, summary}: Predictions, notes: readonly string[]): string {
  return [
    ...notes,
    tableLine(columns),
    ...cases.flatMap((one) => (one.reason === null ? [figures(one), ...remarks(one)] : [`${one.id}: ${one.reason}`])),
    ...(summary.median_ape === null ? [] : ["", ...accuracyLines(summary)])
  ].join("\n");
}

function accuracyLines(summary: Predictions["summary"]): string[] {
  const groups = Object.entries(summary.by_accelerator);
  return [summaryLine("all", summary), ...groups.map(([name, accuracy]) => summaryLine(name, accuracy))];
}

function tableLine([first, ...others]: readonly string[]): string {
  const cells = others.map((text, i) => (i + 1 < widths.length ? text.padStart(widths[i + 1]!) : text));
  return [first!.slice(-widths[0]).padEnd(widths[0]), ...cells].join(" ");
}

function figures(one: Prediction): string {
  const rate = one.output_tokens_per_s_per_gpu ?? one.total_tokens_per_s_per_gpu;
  const range = `${formatNumber(one.low_tokens_per_s_per_gpu)} to ${formatNumber(one.high_tokens_per_s_per_gpu)}`;
  const others = [one.ttft_ms, one.tpot_ms, one.server_w_per_gpu].map(formatNumber);
  return tableLine([one.id, formatNumber(rate), range, ...others, formatShare(one.ape), one.binds ?? ""]);
}

/** The basis of a prediction: interpretation of the case, configuration, defaults and nearest evidence. */
function remarks({mapped, serving, assumed, nearest}: Prediction): string[] {
  const evidence = nearest.map(({measurement, share}) => `${measurement} (${formatWholeShare(share)})`);
  const served = Object.entries(serving ?? {}).map(([name, value]) => `${name} ${formatNumber(value)}`);
  const lines: [name: string, texts: readonly string[]][] = [
    ["read as", mapped ? [`${mapped.model} on ${mapped.accelerator} with ${mapped.stack}`] : []],
    ["served with", served],
    ["assumed", assumed],
    ["nearest evidence", evidence]
  ];
  return lines.filter(([, texts]) => texts.length > 0).map(([name, texts]) => `  ${name}: ${texts.join("; ")}`);
}

function summaryLine(name: string, {n, predicted, median_ape, p90_ape, bias}: Accuracy): string {
  return (
    `${name}: ${predicted} of ${n} predicted; median error ` +
    `${formatShare(median_ape)}, 90 % within ${formatShare(p90_ape)}, bias ${formatShare(bias)}`
  );
}
