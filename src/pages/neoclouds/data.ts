import {FileAttachment} from "observablehq:stdlib";
import {load} from "../../components/rows/tables.js";

/** The tables that the page draws. */
export const tables = () =>
  load({
    scenario: FileAttachment("../../data/scenario.parquet").href,
    neocloud: FileAttachment("../../data/neocloud.parquet").href,
    cluster: FileAttachment("../../data/cluster.parquet").href,
    comparison: FileAttachment("../../data/comparison.parquet").href,
    economy: FileAttachment("../../data/economy.parquet").href,
    price_book: FileAttachment("../../data/price_book.parquet").href,
    rental_quote: FileAttachment("../../data/rental_quote.parquet").href,
    accelerator: FileAttachment("../../data/accelerator.parquet").href
  });
