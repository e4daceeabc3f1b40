import {FileAttachment} from "observablehq:stdlib";
import {load} from "../rows/tables.js";

/** The tables in which the terms of projects are looked up. */
export const tables = () =>
  load({
    scenario: FileAttachment("../../data/scenario.parquet").href,
    assumption: FileAttachment("../../data/assumption.parquet").href,
    accelerator: FileAttachment("../../data/accelerator.parquet").href,
    facility: FileAttachment("../../data/facility.parquet").href,
    region: FileAttachment("../../data/region.parquet").href,
    orchestrator: FileAttachment("../../data/orchestrator.parquet").href,
    cluster: FileAttachment("../../data/cluster.parquet").href,
    price_book: FileAttachment("../../data/price_book.parquet").href,
    tenor: FileAttachment("../../data/tenor.parquet").href
  });
