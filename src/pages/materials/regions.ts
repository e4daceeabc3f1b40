import type {Bar} from "../../components/charts/bars.js";
import type {Option} from "../../components/form/controls.js";
import {cellOf} from "../../components/inspector/origin.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import type {RowOf} from "../../components/rows/table-types.js";
import {layerColor} from "../../components/words/layer.js";

/** A column of `region` by which regions can be compared. */
export type Measure = "power_price" | "carbon_intensity" | "water_intensity" | "water_price";

/** What regions can be compared by, and where that is from. */
export const measures: (Option<Measure> & {source: string})[] = [
  {
    value: "power_price",
    title: "Electricity price",
    source: "industrial statistics and tariffs of different years; Sweden is our judgement."
  },
  {
    value: "carbon_intensity",
    title: "Carbon intensity of electricity",
    source: "carbon intensity by cloud region, and a national average for China."
  },
  {
    value: "water_intensity",
    title: "Water used to generate electricity",
    source: "a dataset for Iowa; our judgement everywhere else."
  },
  {
    value: "water_price",
    title: "Price of on-site water",
    source: "a utility's rates for Northern Virginia; our judgement everywhere else."
  }
];

/** The regions by a measure, lowest first; those where a facility stands are bold. */
export function regionBars(
  regions: readonly RowOf<"region">[],
  facilities: readonly RowOf<"facility">[],
  measure: Measure
): Bar[] {
  const used = new Set(facilities.map((row) => row.region));
  return regions
    .map((row) => ({
      label: textIn(row, "name"),
      value: numberIn(row, measure),
      color: layerColor("materials"),
      chosen: used.has(row.key),
      origin: cellOf(row, measure)
    }))
    .sort((a, b) => a.value - b.value);
}
