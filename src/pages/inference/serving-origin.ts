import {REFERENCE} from "../../lib/model/reference.js";
import type {Way} from "../../lib/validation/explore.js";
import {timeParts, type TimePart} from "./binding-constraint.js";
import type {CellMark, Made, Recorded} from "../../components/inspector/origin.js";
import {derivedFrom} from "../../components/words/provenance.js";
import type {MeasureName} from "./serving-measures.js";

/** A figure of a serving configuration. */
export type Predicted = MeasureName | "user_rate" | "ttft";

/** The cells from which a configuration's figure is computed. */
export function predictedFrom(model: string, way: Way, figure: Predicted, price?: CellMark): Made | undefined {
  const parts = cellsOf(model, way, partsOf(way, figure));
  return derivedFrom(words, [
    ...parts,
    ...(others[figure]?.(model, way) ?? []),
    ...(priced.has(figure) ? [price] : [])
  ]);
}

/** What a part of the time of a token is computed from. */
export function partFrom(model: string, way: Way, part: TimePart): Made | undefined {
  return derivedFrom(words, cellsOf(model, way, [part]));
}

/** What the rent that a seller's list prices pay is computed from. */
export function breakEvenFrom(model: string, way: Way, prices: readonly (Recorded | undefined)[]): Made | undefined {
  return derivedFrom(
    "List prices times the rate that the inference model predicts on this page; list prices, then the model " +
      "and the accelerator",
    [...prices, ...cellsOf(model, way, partsOf(way, "blended"))]
  );
}

/** A cell of the assumptions that the page predicts with. */
export function cell(name: string): CellMark {
  return {cell: name, scenario: REFERENCE};
}

const words =
  "Predicted on this page by the inference model from your question, the table parameter and, for the model and " +
  "the accelerator";

const priced = new Set<Predicted>(["blended", "input", "output", "cached"]);

const others: Partial<Record<Predicted, (model: string, way: Way) => CellMark[]>> = {
  cached: (model) => [cell(`language_model[${model}].kv_values`), cell("parameter.cache_bandwidth")],
  power_rate: (_, way) => powerCells(way),
  energy: (_, way) => powerCells(way)
};

function powerCells({accelerator}: Way): CellMark[] {
  return [cell(`accelerator[${accelerator}].tdp`), cell("parameter.server_power_ratio")];
}

/** The parts of time on which a figure depends: input costs prefill, output costs decoding, cached input neither. */
function partsOf(way: Way, figure: Predicted): TimePart[] {
  if (figure === "cached") return [];
  const isPrefill = ({name}: TimePart): boolean => name === "others' prefill";
  if (figure === "input") return timeParts(way).filter(isPrefill);
  return timeParts(way).filter((part) => part.time > 0 && !(figure === "output" && isPrefill(part)));
}

function cellsOf(model: string, {accelerator}: Way, parts: readonly TimePart[]): CellMark[] {
  const models = parts.flatMap((part) => part.models.map((column) => `language_model[${model}].${column}`));
  const accelerators = parts.flatMap((part) =>
    part.accelerators.map((column) => `accelerator[${accelerator}].${column}`)
  );
  return [...new Set([...models, ...accelerators])].map(cell);
}
