import type {Series} from "../../components/charts/time-lines.js";
import type {Option} from "../../components/form/controls.js";
import {monthOf} from "../../components/rows/filter.js";
import {rowOf} from "../../components/rows/row-values.js";
import type {RowsOf} from "../../components/rows/table-types.js";
import {lower} from "../../components/words/count.js";
import {digits, share} from "../../components/words/format.js";
import {extremesFinding, foremost} from "../../components/words/foremost.js";
import {monthName} from "../../components/words/month.js";
import {pathsOf, type BridgeStep, type Difference} from "./comparison.js";
import {inputName} from "./input-name.js";

/** What counts as about the same. */
const SAME = 0.005;

/** A line's value in a month; NaN where it has none. */
function valueAt({points}: Pick<Series, "points">, month: string): number {
  return points.find(({date}) => monthOf(date) === month)?.value ?? NaN;
}

/** In which scenarios a figure is highest and lowest in a month. */
export function extremesIn(paths: readonly Series[], month: string): string | undefined {
  const found = extremesFinding(paths.map((path) => ({name: path.name, value: valueAt(path, month)})));
  return found && `${monthName(month)}: ${lower(found)}`;
}

/** How far one scenario is from another in a month; undefined where a value is missing or not above 0. */
export function apartFinding(
  headline: RowsOf<"headline">,
  {figure, from, to, month}: Difference,
  scenarios: readonly Option[]
): string | undefined {
  const option = (scenario: string): Option => rowOf(scenarios, ({value}) => value === scenario);
  const [first, second] = pathsOf(headline, [option(from), option(to)], figure) as [Series, Series];
  const ratio = valueAt(second, month) / valueAt(first, month);
  if (from === to || !(ratio > 0) || !(valueAt(first, month) > 0) || !Number.isFinite(ratio)) return undefined;
  return `${option(to).title} is ${distance(ratio)} ${option(from).title} in ${monthName(month)}`;
}

function distance(ratio: number): string {
  if (Math.abs(ratio - 1) < SAME) return "about the same as";
  return ratio >= 2 ? `${digits(ratio, 2)} times` : `${share(Math.abs(ratio - 1))} ${ratio > 1 ? "above" : "below"}`;
}

/** The month in which two scenarios are furthest apart; undefined where they never are, or equally in two months. */
export function widestGap(points: readonly {date: Date; value: number}[]): string | undefined {
  const widest = foremost(points.map(({date, value}) => ({name: monthName(date), value: Math.abs(value)})));
  return widest && `The gap is widest in ${widest.name}`;
}

/** The input that contributes most to a difference; undefined where none does, or two do equally. */
export function largestStep(steps: readonly BridgeStep[]): string | undefined {
  const most = foremost(steps.map(({input, amount}) => ({name: inputName(input), value: Math.abs(amount)})));
  return most && most.value > 0 ? `The largest contribution comes from ${most.name}` : undefined;
}
