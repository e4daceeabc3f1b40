import {FileAttachment} from "observablehq:stdlib";
import {load} from "../../components/rows/tables.js";

/** The tables that the page draws. */
export const tables = () =>
  load({
    scenario: FileAttachment("../../data/scenario.parquet").href,
    accelerator: FileAttachment("../../data/accelerator.parquet").href,
    economy: FileAttachment("../../data/economy.parquet").href,
    headline: FileAttachment("../../data/headline.parquet").href,
    region: FileAttachment("../../data/region.parquet").href,
    facility: FileAttachment("../../data/facility.parquet").href,
    missing: FileAttachment("../../data/missing.parquet").href
  });
