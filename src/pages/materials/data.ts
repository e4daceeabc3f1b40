import {FileAttachment} from "observablehq:stdlib";
import type {RowOf} from "../../components/rows/table-types.js";
import {load} from "../../components/rows/tables.js";

/** The columns of `accelerator` from its dies to its price. */
export const priceColumns = [
  "key",
  "name",
  "logic_cost",
  "memory_cost",
  "packaging_cost",
  "test_cost",
  "cost_to_make",
  "unit_price",
  "vendor_margin"
] as const;

/** What the page reads of an accelerator. */
export type Accelerator = Pick<RowOf<"accelerator">, "scenario" | "date" | "die_yield" | (typeof priceColumns)[number]>;

/** The tables that the page draws. */
export const tables = () =>
  load(
    {scenario: FileAttachment("../../data/scenario.parquet").href},
    {
      accelerator: {
        href: FileAttachment("../../data/accelerator.parquet").href,
        columns: ["scenario", "date", "die_yield", ...priceColumns]
      },
      economy: FileAttachment("../../data/economy.parquet").href,
      headline: FileAttachment("../../data/headline.parquet").href,
      region: FileAttachment("../../data/region.parquet").href,
      facility: FileAttachment("../../data/facility.parquet").href,
      missing: {
        href: FileAttachment("../../data/missing.parquet").href,
        columns: ["scenario", "table", "column", "key", "reason"],
        where: {table: "accelerator", column: "cost_to_make"}
      }
    }
  );
