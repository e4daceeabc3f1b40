import {bars} from "../../components/charts/bars.js";
import {timeLines} from "../../components/charts/time-lines.js";
import type {Option} from "../../components/form/controls.js";
import {amount} from "../../components/words/format.js";
import {headlineFigure} from "../../components/words/headline-figure.js";
import {bridgeTakeaway, pathsOf, stepBars, type BridgeStep} from "./comparison.js";
import type {Rows} from "../../components/rows/tables.js";
import {responsive} from "../../components/figure/responsive.js";

/** The figures that are drawn for every scenario, and whether they grow by factors. */
const drawn: [figure: string, log: boolean][] = [
  ["tokens", true],
  ["cost_per_token", true],
  ["resource_cost", false],
  ["productivity_value", false],
  ["grid_energy", false],
  ["balance", false]
];

/** Small multiples: a chart a figure, a line a scenario. */
export function multiples(headline: Rows, chosen: readonly Option[], month: string): HTMLElement[] {
  return drawn.map(([figure, log]) => {
    const {label, unit} = headlineFigure(headline, figure);
    const series = pathsOf(headline, chosen, figure);
    const options = {
      title: label,
      unit: log ? `${unit}, logarithmic` : unit,
      source: "table headline, central values; dashed: the reference",
      ariaLabel: `${label}, month by month, in ${chosen.map(({title}) => title).join(", ")}.`,
      table: series.flatMap(({name, points}) => points.map((point) => ({scenario: name, ...point})))
    };
    return responsive(options, (size) => timeLines(series, {...size, month, log, format: (value) => amount(value)}));
  });
}

/** What each changed input adds to the difference between two scenarios. */
export function bridgeFigure(
  steps: readonly BridgeStep[],
  {title, unit, titleOf}: {title: string; unit: string; titleOf: (scenario: string) => string}
): HTMLElement {
  const options = {
    title,
    unit,
    source: "table scenario_bridge: Shapley values by way of the reference; the bars add up to the difference",
    ariaLabel: `${bridgeTakeaway(steps, unit).toString()}.`,
    table: steps
  };
  return responsive(options, (size) =>
    bars(stepBars(steps, titleOf), {...size, format: (value) => amount(value, unit === "1" ? "" : unit)})
  );
}
