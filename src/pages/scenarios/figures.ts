import {apartFinding, extremesIn, largestStep, widestGap} from "./findings.js";
import {html} from "htl";
import {bars} from "../../components/charts/bars.js";
import {timeLines} from "../../components/charts/time-lines.js";
import type {Option} from "../../components/form/controls.js";
import {unitless} from "../../components/words/format.js";
import {headlineFigure} from "../../components/words/headline-figure.js";
import {
  bridgeTakeaway,
  pathsOf,
  pathsQuery,
  stepBars,
  stepsQuery,
  type BridgeStep,
  type Difference
} from "./comparison.js";
import {layerColor} from "../../components/words/layer.js";
import {differencesIn, differencesQuery} from "./difference.js";
import type {RowsOf} from "../../components/rows/table-types.js";
import {rowOf} from "../../components/rows/row-values.js";
import {rowsFigure} from "../../components/figure/responsive.js";
import {monthName} from "../../components/words/month.js";

/** The figures that are drawn for every scenario, and whether they grow by factors. */
const drawn: [figure: string, log: boolean][] = [
  ["tokens", true],
  ["cost_per_token", true],
  ["price_per_token", true],
  ["price_per_gpu_hour", false],
  ["resource_cost", false],
  ["productivity_value", false],
  ["grid_energy", false],
  ["balance", false]
];

/** Small multiples: a chart a figure, a line a scenario. */
export function multiples(headline: RowsOf<"headline">, chosen: readonly Option[], month: string): HTMLElement {
  const charts = drawn.map(([figure, log]) => {
    const {label, unit} = headlineFigure(headline, figure);
    const paths = pathsOf(headline, chosen, figure);
    const options = {
      title: label,
      finding: extremesIn(label, paths, month),
      unit: log ? `${unit}, logarithmic` : unit,
      source: "table headline, central case; dashed: the Reference scenario",
      ariaLabel: `${label}, month by month, in ${chosen.map(({title}) => title).join(", ")}.`,
      table: paths.flatMap(({name, points}) => points.map((point) => ({scenario: name, ...point}))),
      query: pathsQuery(chosen, figure)
    };
    return rowsFigure(options, (rows, size) => {
      const series = paths.map((path) => ({...path, points: rows.filter(({scenario}) => scenario === path.name)}));
      return timeLines(series, {...size, month, log, format: unitless});
    });
  });
  return html`<div class="multiples">${charts}</div>`;
}

/** The path of a figure in two scenarios. */
export function pathFigure(
  headline: RowsOf<"headline">,
  {figure, from, to, month}: Difference,
  scenarios: readonly Option[]
): HTMLElement {
  const chosen = scenarios.filter(({value}) => value === from || value === to);
  const {label, unit} = headlineFigure(headline, figure);
  const paths = pathsOf(headline, chosen, figure);
  const options = {
    title: `${label}, month by month`,
    finding: apartFinding(headline, {figure, from, to, month}, scenarios),
    unit: unit === "1" ? "" : unit,
    source: "table headline, central case; dashed: the Reference scenario",
    ariaLabel: `${label}, month by month, in ${chosen.map(({title}) => title).join(" and ")}.`,
    table: paths.flatMap(({name, points}) => points.map((point) => ({scenario: name, ...point}))),
    query: pathsQuery(chosen, figure)
  };
  return rowsFigure(options, (rows, size) => {
    const series = paths.map((path) => ({...path, points: rows.filter(({scenario}) => scenario === path.name)}));
    return timeLines(series, {...size, month, format: unitless});
  });
}

/** By how much a figure is more in one scenario than in another: a path that grows a hundredfold hides a tenth. */
export function differenceFigure(
  headline: RowsOf<"headline">,
  difference: Difference,
  scenarios: readonly Option[]
): HTMLElement {
  const {figure, from, to, month} = difference;
  const titleOf = (scenario: string): string => rowOf(scenarios, ({value}) => value === scenario).title;
  const {label, unit} = headlineFigure(headline, figure);
  const name = `${titleOf(to)} minus ${titleOf(from)}`;
  const options = {
    title: `${label}: ${name}`,
    finding: widestGap(label, differencesIn(headline, difference)),
    unit: unit === "1" ? "" : unit,
    source: "table headline, central case",
    ariaLabel: `${label}, month by month: ${name}.`,
    table: differencesIn(headline, difference),
    query: differencesQuery(difference)
  };
  return rowsFigure(options, (points, size) =>
    timeLines([{name, color: layerColor("inference"), points}], {...size, month, format: unitless})
  );
}

/** What each changed input adds to the difference between two scenarios. */
export function bridgeFigure(
  steps: readonly BridgeStep[],
  {figure, from, to, month}: Difference,
  {label, unit, options: scenarios}: {label: string; unit: string; options: readonly Option[]}
): HTMLElement {
  const titleOf = (scenario: string): string => rowOf(scenarios, ({value}) => value === scenario).title;
  const options = {
    title: `${label}, from ${titleOf(from)} to ${titleOf(to)} in ${monthName(month)}`,
    finding: largestStep(label, steps),
    unit,
    source: "table scenario_bridge: Shapley values by way of the Reference scenario; the bars sum to the difference",
    ariaLabel: `${bridgeTakeaway(steps, unit).toString()}.`,
    table: steps,
    query: stepsQuery({figure, from, to, month})
  };
  return rowsFigure(options, (rows, size) => bars(stepBars(rows, titleOf), {...size, format: unitless}));
}
