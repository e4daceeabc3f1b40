import {resize} from "observablehq:stdlib";
import {html} from "htl";
import {dateAt} from "../../lib/export/run-tables.js";
import {figures} from "../../lib/model/headline.js";
import {numberAt, type Run} from "../../lib/sheet/run.js";
import {timeLines, type Series} from "../../components/charts/time-lines.js";
import {choice} from "../../components/form/controls.js";
import {figure} from "../../components/figure/figure.js";
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
  const {title} = figures.find((one) => one.column === column)!;
  const unit = run.model.columns.get(`economy.${column}`)!.unit.text;
  const [color, parent] = [colorOfFigure(column), scenario.parent ?? ""];
  const series: Series[] = [
    {name: "mine", color, points: points(run, column, OWN)},
    {name: parent, color, points: points(baseline, column, parent), dashed: true}
  ];
  const last = [run, baseline].map((one) => amount(numberAt(one, `economy.${column}`, 0, one.months - 1), unit));
  const options = {
    title,
    ...(unit !== "1" && {unit}),
    source: `this page's run of the model; dashed: ${parent}`,
    ariaLabel: `${title} in the last month: ${last[0] ?? ""}; in the parent scenario ${last[1] ?? ""}.`,
    table: series.flatMap(({name, points}) => points.map((point) => ({scenario: name, ...point})))
  };
  return figure(
    options,
    resize((width) => timeLines(series, {width, format: (value) => amount(value)}))
  );
}

function points(run: Run, column: string, scenario: string): Series["points"] {
  return Array.from({length: run.months}, (_, month) => ({
    date: new Date(`${dateAt(run, month)}-01`),
    value: numberAt(run, `economy.${column}`, 0, month),
    origin: {cell: `economy.${column}@${month}`, scenario}
  }));
}
