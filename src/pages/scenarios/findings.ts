import type {Series} from "../../components/charts/time-lines.js";
import type {Option} from "../../components/form/controls.js";
import {monthOf} from "../../components/rows/filter.js";
import {rowOf} from "../../components/rows/row-values.js";
import type {RowsOf} from "../../components/rows/table-types.js";
import {digits, share} from "../../components/words/format.js";
import {extremesFinding, foremost} from "../../components/words/foremost.js";
import {headlineFigure} from "../../components/words/headline-figure.js";
import {monthName} from "../../components/words/month.js";
import {pathsOf, type BridgeStep, type Difference} from "./comparison.js";
import {inputName} from "./input-name.js";

/** What counts as about the same. */
const SAME = 0.005;

/** A line's value in a month; NaN where it has none. */
function valueAt({points}: Pick<Series, "points">, month: string): number {
  return points.find(({date}) => monthOf(date) === month)?.value ?? NaN;
}

/** In which scenarios a figure with this label is highest and lowest in a month. */
export function extremesIn(label: string, paths: readonly Series[], month: string): string | undefined {
  const values = paths.map((path) => ({name: path.name, value: valueAt(path, month)}));
  return extremesFinding(`${label}, ${monthName(month)}`, values);
}

/** How far one scenario is from another in a month; undefined where a value is missing or not above 0. */
export function apartFinding(
  headline: RowsOf<"headline">,
  {figure, from, to, month}: Difference,
  scenarios: readonly Option[]
): string | undefined {
  const option = (scenario: string): Option => rowOf(scenarios, ({value}) => value === scenario);
  const {label} = headlineFigure(headline, figure);
  const [first, second] = pathsOf(headline, [option(from), option(to)], figure) as [Series, Series];
  const ratio = valueAt(second, month) / valueAt(first, month);
  if (from === to || !(ratio > 0) || !(valueAt(first, month) > 0) || !Number.isFinite(ratio)) return undefined;
  return `${label}: ${option(to).title} is ${distance(ratio)} ${option(from).title} in ${monthName(month)}`;
}

function distance(ratio: number): string {
  if (Math.abs(ratio - 1) < SAME) return "about the same as";
  return ratio >= 2 ? `${digits(ratio, 2)} times` : `${share(Math.abs(ratio - 1))} ${ratio > 1 ? "above" : "below"}`;
}

/**
 * The month in which a figure with this label differs most; undefined where it never does, or equally in two months.
 */
export function widestGap(label: string, points: readonly {date: Date; value: number}[]): string | undefined {
  const widest = foremost(points.map(({date, value}) => ({name: monthName(date), value: Math.abs(value)})));
  return widest && `${label}: the gap is widest in ${widest.name}`;
}

/** The input that contributes most to a figure's difference; undefined where none does, or two do equally. */
export function largestStep(label: string, steps: readonly BridgeStep[]): string | undefined {
  const most = foremost(steps.map(({input, amount}) => ({name: inputName(input), value: Math.abs(amount)})));
  return most && most.value > 0 ? `${label}: the largest contribution comes from ${most.name}` : undefined;
}
