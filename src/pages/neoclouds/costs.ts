import {cellOf, type Made} from "../../components/inspector/origin.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import type {ColumnName} from "../../components/rows/table-types.js";
import type {Cluster} from "./data.js";
import {derivedFrom} from "../../components/words/provenance.js";
import type {CostPart, CostTotal} from "./cost-stack.js";
import {rowName} from "../../components/words/row-name.js";

/** Groups of cost items, with their colours. */
export const costGroups = [
  {name: "hardware", color: "var(--layer-neocloud)"},
  {name: "building or rent", color: "color-mix(in srgb, var(--layer-neocloud) 45%, var(--theme-background))"},
  {name: "power and water", color: "var(--layer-materials)"},
  {name: "staff and software", color: "var(--layer-application)"},
  {
    name: "maintenance and insurance",
    color: "color-mix(in srgb, var(--layer-application) 45%, var(--theme-background))"
  },
  {name: "overhead", color: "color-mix(in srgb, var(--layer-value) 70%, var(--theme-background))"}
];

/** The cost columns of `cluster`, in their groups. */
const items: readonly (readonly [column: ColumnName<Cluster>, group: string, item: string])[] = [
  ["hardware_charge", "hardware", "annuity on the hardware"],
  ["fitting_charge", "hardware", "capital not yet in service"],
  ["building_charge", "building or rent", "annuity on the building"],
  ["colocation_rent", "building or rent", "colocation rent"],
  ["operation_cost", "building or rent", "facility operation"],
  ["property_tax", "building or rent", "property tax"],
  ["electricity_cost", "power and water", "electricity"],
  ["water_cost", "power and water", "water"],
  ["staff_cost", "staff and software", "engineers"],
  ["licence_cost", "staff and software", "licences"],
  ["maintenance_cost", "maintenance and insurance", "maintenance"],
  ["insurance_cost", "maintenance and insurance", "insurance"],
  ["overhead", "overhead", "sales and administration"]
];

/** The levelised cost of a cluster's GPU-hour, divided as its cost is. */
export function costParts(cluster: Cluster): CostPart[] {
  const scale = numberIn(cluster, "levelised_cost") / numberIn(cluster, "cost");
  let end = 0;
  return items.map(([column, group, item]) => {
    const from = end;
    end += numberIn(cluster, column) * scale;
    return {row: rowName(textIn(cluster, "key")), group, item, from, to: end, origin: partOf(cluster, column)};
  });
}

function partOf(cluster: Cluster, column: ColumnName<Cluster>): Made | undefined {
  const cells = [column, "levelised_cost", "cost"].map((name) => cellOf(cluster, name));
  return derivedFrom("Levelised cost times the share of the first in the month's cost", cells);
}

/** Cost and price of a GPU-hour of every cluster; those of one neocloud are bold. */
export function costTotals(clusters: readonly Cluster[], neocloud: string): CostTotal[] {
  return clusters.map((row) => ({
    row: rowName(textIn(row, "key")),
    cost: numberIn(row, "levelised_cost"),
    price: numberIn(row, "price"),
    chosen: row.neocloud === neocloud
  }));
}
