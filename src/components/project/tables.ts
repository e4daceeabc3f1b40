import {FileAttachment} from "observablehq:stdlib";
import {load} from "../rows/tables.js";

/** What a term holds of an assumption, and the tables of assumptions in which projects look up their terms. */
export const assumptionColumns = [
  ...(["table", "key", "column", "central", "low", "high"] as const),
  ...(["distribution", "source", "note", "place"] as const)
] as const;
const termTables = [
  ...["accelerator", "cluster", "facility", "neocloud", "orchestrator"],
  ...["parameter", "project_default", "region", "tenor"]
];

/** The tables in which projects look up their terms, with values of the first month, and GPU-hour prices. */
export const tables = () =>
  load({
    scenario: FileAttachment("../../data/scenario.parquet").href,
    assumption: {
      href: FileAttachment("../../data/assumption.parquet").href,
      columns: assumptionColumns,
      where: {table: termTables}
    },
    accelerator: {
      href: FileAttachment("../../data/accelerator.parquet").href,
      opening: true,
      columns: [
        ...(["scenario", "date", "key", "name", "release", "unit_price", "tdp", "on_demand_price"] as const),
        ...(["spot_price", "server_power", "server_price", "server_surcharge", "scaleup_domain"] as const)
      ]
    },
    facility: {
      href: FileAttachment("../../data/facility.parquet").href,
      opening: true,
      columns: [
        ...(["scenario", "date", "key", "name", "region", "tenure", "pue", "wue"] as const),
        ...(["construction_cost", "colocation_rate"] as const)
      ]
    },
    region: FileAttachment("../../data/region.parquet").href,
    orchestrator: FileAttachment("../../data/orchestrator.parquet").href,
    cluster: {
      href: FileAttachment("../../data/cluster.parquet").href,
      opening: true,
      columns: [
        ...(["scenario", "date", "key", "count", "accelerator", "facility", "orchestrator", "neocloud"] as const),
        ...(["contract_share", "active_share"] as const)
      ]
    },
    price_book: {
      href: FileAttachment("../../data/price_book.parquet").href,
      columns: ["scenario", "date", "key", "new_price"]
    },
    tenor: {
      href: FileAttachment("../../data/tenor.parquet").href,
      opening: true,
      columns: ["scenario", "date", "key", "term", "new_index"]
    }
  });
