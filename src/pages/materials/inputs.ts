import type {Layered} from "../../components/charts/stacked-months.js";
import {pointsOf} from "../../components/rows/series.js";
import type {ColumnOf, RowOf} from "../../components/rows/table-types.js";
import {layerColor} from "../../components/words/layer.js";

/** A column of `economy` and its name in a chart. */
export interface Part {
  column: ColumnOf<"economy">;
  name: string;
}

/** An input of the chain's accelerators, and its parts; the first part has the unit of all. */
export interface PhysicalInput {
  title: string;
  columns: readonly [Part, ...Part[]];
}

/** The physical inputs of making and running the chain's accelerators. */
export const inputs: readonly [...PhysicalInput[], PhysicalInput] = [
  {title: "Logic wafers", columns: [{column: "wafers", name: "in accelerators bought"}]},
  {title: "Electricity", columns: [{column: "grid_energy", name: "servers, cooling and losses"}]},
  {
    title: "Water",
    columns: [
      {column: "source_water", name: "electricity generation"},
      {column: "site_water", name: "on site, cooling"},
      {column: "making_water", name: "making logic chips"}
    ]
  },
  {
    title: "Greenhouse gas emissions",
    columns: [
      {column: "operational_carbon", name: "operational"},
      {column: "making_carbon", name: "embodied in logic and memory"}
    ]
  }
];

/** Columns of `economy` over months, as layers of a stack. */
export function layersOf(economy: readonly RowOf<"economy">[], columns: readonly Part[]): Layered[] {
  return columns.map(({column, name}, index) => ({
    name,
    color: shades[index] ?? layerColor("materials"),
    points: pointsOf(economy, column)
  }));
}

const shades = [
  "var(--layer-materials)",
  "var(--layer-neocloud)",
  "color-mix(in srgb, var(--layer-value) 80%, var(--theme-background))"
];
