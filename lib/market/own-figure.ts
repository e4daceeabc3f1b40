import {InputError, parseUnit} from "../sheet/index.js";
import {typedNumber, type DecimalMark} from "../sheet/number.js";
import {mayBePercentage} from "../sheet/quantity.js";
import {commensurable} from "../sheet/unit.js";
import type {Metric} from "./company-metric.js";

/** Where a figure stands, and what its neighbours say of it. */
export interface FigureContext {
  place: string;
  /** The unit that it is written in; that of the metric where it is empty. */
  unit?: string;
  /** How many of that unit one of its numbers is: 1000 for `k USD`. */
  scale?: number;
  /** The mark of the decimals among its neighbours. */
  mark?: DecimalMark | undefined;
}

/** A figure as somebody writes it, `2.75` or `62 %`, in the metric's unit. Throws an `InputError` with the place. */
export function figureOf(text: string, metric: Metric, context: FigureContext): number {
  const {place, unit = "", scale = 1, mark} = context;
  const typed = typedNumber(text, mark);
  if (!("value" in typed))
    throw new InputError(`${place}: "${text}" ${typed.problem}: ${typed.hint ?? "write 2.75, or 62 %"}`);
  if ((typed.percent || unit === "%") && !mayBePercentage(metric.unit))
    throw new InputError(`${place}: ${text} is a percentage, the figure an amount: write it in ${metric.unit}`);
  const value = unit === "%" ? typed.value / (typed.percent ? 1 : 100) : typed.value * factor(unit, metric.unit, place);
  return plausible(value * scale, text, metric, place);
}

function plausible(value: number, text: string, {unit, range: [low, high]}: Metric, place: string): number {
  if (value >= low && value <= high) return value;
  if (unit === "share" && (value < 0 || value > 1))
    throw new InputError(`${place}: ${text} is not a share: write 0.62 or 62 %`);
  const shown = unit === "1" ? "" : ` ${unit}`;
  throw new InputError(
    `${place}: ${Number(value.toPrecision(6))}${shown} is not between ${low} and ${high}: check the number and its unit`
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
  if (!commensurable(from, to)) throw new InputError(`${place}: ${unit} does not go with ${wanted}: write ${wanted}`);
  return from.scale / to.scale;
}
