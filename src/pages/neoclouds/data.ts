import {FileAttachment} from "observablehq:stdlib";
import type {RowOf} from "../../components/rows/table-types.js";
import {load} from "../../components/rows/tables.js";

/** What the page reads of a cluster. */
const clusterColumns = [
  ...(["scenario", "date", "key", "neocloud", "levelised_cost", "price", "cost"] as const),
  ...(["hardware_charge", "building_charge", "colocation_rent", "operation_cost", "property_tax"] as const),
  ...(["electricity_cost", "water_cost", "staff_cost", "licence_cost", "maintenance_cost", "insurance_cost"] as const),
  ...(["overhead", "allocatable_hours", "demanded_hours", "sold_hours", "sold_share", "load"] as const)
] as const;

export type Cluster = Pick<RowOf<"cluster">, (typeof clusterColumns)[number]>;

/** The tables that the page draws. */
export const tables = () =>
  load({
    scenario: FileAttachment("../../data/scenario.parquet").href,
    neocloud: FileAttachment("../../data/neocloud.parquet").href,
    cluster: {href: FileAttachment("../../data/cluster.parquet").href, columns: clusterColumns},
    comparison: FileAttachment("../../data/comparison.parquet").href,
    economy: FileAttachment("../../data/economy.parquet").href,
    price_book: FileAttachment("../../data/price_book.parquet").href,
    rental_quote: FileAttachment("../../data/rental_quote.parquet").href,
    accelerator: {
      href: FileAttachment("../../data/accelerator.parquet").href,
      opening: true,
      columns: ["scenario", "date", "key", "name"]
    }
  });
