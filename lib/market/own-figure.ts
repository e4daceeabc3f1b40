import {InputError, parseUnit} from "../sheet/index.js";
import {typedNumber, type DecimalMark} from "../sheet/number.js";
import {mayBePercentage} from "../sheet/quantity.js";
import {commensurable} from "../sheet/unit.js";
import type {Metric} from "./company-metric.js";

/** The place of a figure, and what its surroundings say about it. */
export interface FigureContext {
  place: string;
  /** The unit in which it is written; the metric's if empty. */
  unit?: string;
  /** The scale of that unit: 1000 for `k USD`. */
  scale?: number;
  /** The decimal mark of neighbouring numbers. */
  mark?: DecimalMark | undefined;
}

/**
 * Parses a figure as people write it, `2.75` or `62 %`, into the metric's unit. Throws an `InputError` with the place.
 */
export function figureOf(text: string, metric: Metric, context: FigureContext): number {
  const {place, unit = "", scale = 1, mark} = context;
  const typed = typedNumber(text, mark);
  if (!("value" in typed))
    throw new InputError(`${place}: "${text}" ${typed.problem}: ${typed.hint ?? "write 2.75, or 62 %"}`);
  if ((typed.percent || unit === "%") && !mayBePercentage(metric.unit))
    throw new InputError(`${place}: expected an amount, got the percentage ${text}: use ${metric.unit}`);
  const value = unit === "%" ? typed.value / (typed.percent ? 1 : 100) : typed.value * factor(unit, metric.unit, place);
  return plausible(value * scale, text, metric, place);
}

function plausible(value: number, text: string, {unit, range: [low, high]}: Metric, place: string): number {
  if (value >= low && value <= high) return value;
  if (unit === "share" && (value < 0 || value > 1))
    throw new InputError(`${place}: ${text} is not a share: use a value such as 0.62 or 62 %`);
  const shown = unit === "1" ? "" : ` ${unit}`;
  throw new InputError(
    `${place}: ${Number(value.toPrecision(6))}${shown} is not between ${low} and ${high}: check value and unit`
  );
}

function factor(unit: string, wanted: string, place: string): number {
  if (unit === "") return 1;
  let from;
  try {
    from = parseUnit(unit, place);
  } catch (cause) {
    throw new InputError(cause instanceof Error ? cause.message : String(cause), {cause});
  }
  const to = parseUnit(wanted);
  if (!commensurable(from, to)) throw new InputError(`${place}: cannot convert ${unit} to ${wanted}: use ${wanted}`);
  return from.scale / to.scale;
}
