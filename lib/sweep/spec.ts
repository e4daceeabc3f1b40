import {REFERENCE} from "../model/reference.js";
import type {Override} from "../model/index.js";
import {InputError} from "../sheet/index.js";
import {spreads, type Spread} from "../uncertainty/index.js";
import {readAxis, type Axis} from "./axis.js";
import {entries, readSet, readYaml, textOf, texts, whole, wordOf, type Field, type Reader} from "../model/yaml.js";

/** What a sweep computes: a base scenario, axes that vary it, draws of uncertain inputs at each point, and outputs. */
export interface SweepSpec {
  title: string;
  description: string;
  /** Name of the base scenario. */
  scenario: string;
  /** `chain`: the whole chain, month by month; `investment`: a cluster as an investment, at the chain's prices. */
  model: SweepModel;
  /** Months of the chain's run; the scenario's by default. */
  months?: number;
  /** Overrides at all points. */
  set: readonly Override[];
  axes: readonly Axis[];
  /** Draws at each point, the same at all points. */
  draws: number;
  /** How draws are spread; `central`: one run per point, with central values. */
  sampler: Spread | "central";
  seed: number;
  outputs: Outputs;
}

const sweepModels = ["chain", "investment"] as const;
export type SweepModel = (typeof sweepModels)[number];

/** The outputs of a sweep. */
export interface Outputs {
  /** Figures of each run in the months `at`: a headline figure, or a cell such as `cluster[atlas-b200].price`. */
  headline: readonly string[];
  /** Months, from 0; by default the first and the last. */
  at?: readonly number[];
  /** Cells whose quantiles are kept for each point and month. */
  quantiles: readonly string[];
  /** Whether to keep each run in every month, with the values of its drawn inputs. */
  draws: boolean;
}

const keys = [
  ...["title", "description", "scenario", "model", "months", "set"],
  ...["axes", "draws", "sampler", "seed", "outputs"]
];

/** Reads the YAML of a sweep. Throws an `InputError` with file, line, value and permitted forms. */
export function readSweep(text: string, file: string): SweepSpec {
  const {reader, fields} = readYaml(text, file, keys, "a sweep");
  const spec: SweepSpec = {
    title: textOf(fields.get("title"), reader) ?? "",
    description: textOf(fields.get("description"), reader) ?? "",
    scenario: textOf(fields.get("scenario"), reader) ?? REFERENCE,
    model: wordOf("model", fields.get("model"), sweepModels, reader) ?? "chain",
    set: readSet(fields.get("set"), reader),
    axes: readAxes(fields.get("axes"), reader),
    draws: whole("draws", fields.get("draws"), 1, 1e9, reader) ?? 1,
    sampler: wordOf("sampler", fields.get("sampler"), ["central", ...spreads], reader) ?? "latin",
    seed: whole("seed", fields.get("seed"), 0, 0x7fff_ffff, reader) ?? 1,
    outputs: readOutputs(fields.get("outputs"), reader)
  };
  const months = whole("months", fields.get("months"), 1, 600, reader);
  if (months !== undefined) spec.months = months;
  if (spec.title === "") throw new InputError(`${file}:1: missing title: add a short title`);
  if (spec.sampler === "central" && spec.draws > 1)
    throw new InputError(
      `${reader.place(fields.get("draws")?.key)}: draws: ${spec.draws} runs with central values are identical: ` +
        `remove draws, or set sampler to one of: ${spreads.join(", ")}`
    );
  return spec;
}

function readAxes(pair: Field, reader: Reader): Axis[] {
  if (!pair || pair.value === null) return [];
  const at = reader.place(pair.key);
  const axes = entries(pair.value, undefined, reader, `${at}: axes`);
  return [...axes].map(([name, axis]) => readAxis(name, axis, reader));
}

function readOutputs(pair: Field, reader: Reader): Outputs {
  if (!pair) return {headline: ["all"], quantiles: [], draws: false};
  const known = ["headline", "at", "quantiles", "draws"];
  const fields = entries(pair.value, known, reader, `${reader.place(pair.key)}: outputs`);
  const drawn = wordOf("draws", fields.get("draws"), ["true", "false"], reader) === "true";
  const at = texts(fields.get("at"), reader)?.map((text) => monthOf(text, reader.place(fields.get("at")!.key)));
  return {
    headline: texts(fields.get("headline"), reader) ?? ["all"],
    ...(at && {at: [...new Set(at)].sort((a, b) => a - b)}),
    quantiles: texts(fields.get("quantiles"), reader) ?? [],
    draws: drawn
  };
}

function monthOf(text: string, place: string): number {
  const month = Number(text);
  if (Number.isInteger(month) && month >= 0) return month;
  throw new InputError(`${place}: at: "${text}" is not a month: use whole numbers from 0`);
}
