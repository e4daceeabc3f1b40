import {figures} from "../../lib/model/headline.js";
import type {Option} from "../form/controls.js";
import {headlines} from "./headline.js";
import {layerColor, type Layer} from "../words/layer.js";
import {headlineFigure} from "../words/headline-figure.js";
import {pageAddress} from "../words/page-address.js";
import type {RowOf} from "../rows/table-types.js";

/** The overview's figures, with their layer and the page that explains them. */
const shown: [figure: string, layer: Layer, page: string][] = [
  ["productivity_value", "value", "productivity"],
  ["resource_cost", "application", "value-flow"],
  ["value_per_cost", "value", "value-flow"],
  ["cost_per_token", "inference", "inference"],
  ["energy_per_token", "inference", "inference"],
  ["materials_cost", "materials", "materials"]
];

/** The cards of the overview, from the `headline` rows of a month. */
export function overviewCards(headline: readonly RowOf<"headline">[]): HTMLElement {
  return headlines(
    shown.map(([figure, layer, page]) => ({
      ...headlineFigure(headline, figure),
      layer,
      href: pageAddress(page)
    }))
  );
}

/** The figures of the `headline` table, as options. */
export const figureOptions: Option[] = figures.map(({column, title}) => ({value: column, title}));

/** The colour of a figure: its layer's. */
export function colorOfFigure(figure: string): string {
  return layerColor(shown.find(([name]) => name === figure)?.[1] ?? "neocloud");
}
