import {FileAttachment} from "observablehq:stdlib";
import type {RowOf} from "../../components/rows/table-types.js";
import {load} from "../../components/rows/tables.js";

/** What the page reads of a cluster. */
const clusterColumns = [
  ...(["scenario", "date", "key", "neocloud", "levelised_cost", "price", "cost"] as const),
  ...(["hardware_charge", "fitting_charge", "building_charge", "colocation_rent", "operation_cost"] as const),
  ...(["property_tax", "electricity_cost", "water_cost", "staff_cost", "licence_cost", "maintenance_cost"] as const),
  ...([
    "insurance_cost",
    "overhead",
    "allocatable_hours",
    "demanded_hours",
    "sold_hours",
    "sold_share",
    "load"
  ] as const)
] as const;

/** What the page reads of a neocloud, of the economy, of comparisons and of the prices of new contracts. */
const neocloudColumns = [
  ...(["scenario", "date", "key", "name", "revenue", "cost"] as const),
  ...(["profit", "margin", "levelised_cost"] as const)
] as const;
const economyColumns = ["scenario", "date", "allocatable_hours", "demanded_hours", "sold_hours", "balance"] as const;
const comparisonColumns = ["scenario", "date", "revenue_per_active_power", "neocloud_revenue_per_power"] as const;
const bookColumns = [
  ...(["scenario", "date", "key", "accelerator", "tenor"] as const),
  ...(["new_price", "new_index", "revenue_per_power"] as const)
] as const;

export type Neocloud = Pick<RowOf<"neocloud">, (typeof neocloudColumns)[number]>;
export type Economy = Pick<RowOf<"economy">, (typeof economyColumns)[number]>;
export type Comparison = Pick<RowOf<"comparison">, (typeof comparisonColumns)[number]>;
export type NewPrice = Pick<RowOf<"price_book">, (typeof bookColumns)[number]>;

export type Cluster = Pick<RowOf<"cluster">, (typeof clusterColumns)[number]>;

/** The tables that the page draws. */
export const tables = () =>
  load(
    {scenario: FileAttachment("../../data/scenario.parquet").href},
    {
      neocloud: {href: FileAttachment("../../data/neocloud.parquet").href, columns: neocloudColumns},
      cluster: {href: FileAttachment("../../data/cluster.parquet").href, columns: clusterColumns}
    }
  );

/** Capacity and demand of the whole chain. */
export const capacityTables = () =>
  load({}, {economy: {href: FileAttachment("../../data/economy.parquet").href, columns: economyColumns}});

/** Prices of contracts, and what they bring in. */
export const priceTables = () =>
  load(
    {},
    {
      comparison: {href: FileAttachment("../../data/comparison.parquet").href, columns: comparisonColumns},
      price_book: {href: FileAttachment("../../data/price_book.parquet").href, columns: bookColumns},
      rental_quote: FileAttachment("../../data/rental_quote.parquet").href,
      accelerator: {
        href: FileAttachment("../../data/accelerator.parquet").href,
        opening: true,
        columns: ["scenario", "date", "key", "name"]
      }
    }
  );
