import {cellsAt, evaluate, type Inputs, type InputValues, type TableInput} from "../sheet/index.js";
import {draw, quantiles, stream, type Range} from "../uncertainty/index.js";
import {corrected} from "./correction.js";
import {readme} from "./stack.js";

/** A step from the claim towards a sound figure. */
export interface BridgeRow {
  /** 0 for the claim. */
  step: number;
  key: string;
  title: string;
  reason: string;
  /** Value per dollar of counted cost, with this and all earlier corrections. */
  multiplier: number;
  /** What this step adds to the multiplier; 0 for the claim. */
  change: number;
  /** The 5th and the 95th percentile of the multiplier over draws of the corrections so far. */
  low: number;
  high: number;
}

/** Applies the corrections to the earlier program's inputs one after another, each on top of those before. */
export function bridge(inputs: Inputs, corrections: TableInput, draws = 1000): BridgeRow[] {
  const after = corrections.keys.map((_, step) => multipliers(inputs, replacements(corrections, step, draws), draws));
  return corrections.keys.map((key, step) => ({
    step,
    key,
    title: textAt(corrections, "title", step),
    reason: textAt(corrections, "reason", step),
    multiplier: after[step]!.central,
    change: step > 0 ? after[step]!.central - after[step - 1]!.central : 0,
    ...ends(after[step]!.drawn)
  }));
}

function ends(drawn: Float64Array): Pick<BridgeRow, "low" | "high"> {
  const [low, high] = quantiles(drawn, [0.05, 0.95]) as [number, number];
  return {low, high};
}

type Replacements = Record<string, InputValues>;

/** The parameters in force after a step: the last filled cell of each column. */
function replacements(corrections: TableInput, step: number, draws: number): Replacements {
  const filled = corrected.flatMap((name): [string, InputValues][] => {
    const column = corrections.columns[name]!;
    const row = column.values.findLastIndex((value, i) => i <= step && value !== null);
    return row < 0 ? [] : [[name, drawn(name, column, row, draws)]];
  });
  return Object.fromEntries(filled);
}

function drawn(name: string, {values, provenance}: InputValues, row: number, draws: number): InputValues {
  const central = Number(values[row]);
  const random = stream(name);
  const range = {...(provenance?.[row] ?? exact(central)), central};
  return {values: [central], samples: Float64Array.from({length: draws}, () => draw(range, random))};
}

function exact(value: number): Range {
  return {low: value, central: value, high: value, family: "exact"};
}

function multipliers(inputs: Inputs, replaced: Replacements, draws: number): {central: number; drawn: Float64Array} {
  const central = Object.fromEntries(Object.entries(replaced).map(([name, {values}]) => [name, {values}]));
  return {central: run(inputs, central, 1)[0]!, drawn: run(inputs, replaced, draws)};
}

function run(inputs: Inputs, replaced: Replacements, draws: number): Float64Array {
  const parameter = inputs.readme_parameter!;
  const changed = {...inputs, readme_parameter: {...parameter, columns: {...parameter.columns, ...replaced}}};
  return cellsAt(evaluate(readme, changed, {draws}), "readme_total.value_multiplier", 0)!;
}

function textAt({columns}: TableInput, name: string, row: number): string {
  return String(columns[name]!.values[row]);
}
