import {html} from "htl";
import {dateAt} from "../../lib/export/run-tables.js";
import {figures} from "../../lib/model/headline.js";
import {numberAt, type Run} from "../../lib/sheet/run.js";
import {timeLines, type Series} from "../../components/charts/time-lines.js";
import {choice} from "../../components/form/controls.js";
import {responsive} from "../../components/figure/responsive.js";
import {rowOf} from "../../components/rows/row-values.js";
import {amount} from "../../components/words/format.js";
import {OWN} from "../../components/live/custom-scenario.js";
import {colorOfFigure, figureOptions} from "../../components/figure/headline-figures.js";
import type {Computed, Store} from "./store.js";

/** One headline figure over the months, the parent's beside it. */
export function path(store: Store): HTMLElement {
  const chosen = choice("figure", "Figure", figureOptions, "value_per_cost");
  const place = html`<div></div>`;
  const draw = (): void => place.replaceChildren(pathFigure(store.current, chosen.value));
  chosen.addEventListener("input", draw);
  store.listen(draw);
  return html`<div>${chosen}${place}</div>`;
}

function pathFigure({run, baseline, scenario}: Computed, column: string): HTMLElement {
  const {title} = rowOf(figures, (figure) => figure.column === column);
  const unit = run.model.columns.get(`economy.${column}`)!.unit.text;
  const color = colorOfFigure(column);
  const parent = scenario.parent ?? "";
  const series: Series[] = [
    {name: "mine", color, points: points(run, column, OWN)},
    {name: parent, color, points: points(baseline, column, parent), dashed: true}
  ];
  const last = lastAmount(run, column, unit);
  const parentLast = lastAmount(baseline, column, unit);
  const options = {
    title,
    ...(unit !== "1" && {unit}),
    source: `this page's run of the model; dashed: ${parent}`,
    ariaLabel: `${title} in the last month: ${last}; in the parent scenario ${parentLast}.`,
    table: series.flatMap(({name, points}) => points.map((point) => ({scenario: name, ...point})))
  };
  return responsive(options, ({width}) => timeLines(series, {width, format: (value) => amount(value)}));
}

function lastAmount(run: Run, column: string, unit: string): string {
  return amount(numberAt(run, `economy.${column}`, 0, run.months - 1), unit);
}

function points(run: Run, column: string, scenario: string): Series["points"] {
  return Array.from({length: run.months}, (_, month) => ({
    date: new Date(`${dateAt(run, month)}-01`),
    value: numberAt(run, `economy.${column}`, 0, month),
    origin: {cell: `economy.${column}@${month}`, scenario}
  }));
}
