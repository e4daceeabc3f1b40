import {FileAttachment} from "observablehq:stdlib";
import {load} from "../../components/rows/tables.js";

/** The tables that the page draws. */
export const tables = () =>
  load({
    scenario: FileAttachment("../../data/scenario.parquet").href,
    headline: FileAttachment("../../data/headline.parquet").href,
    swing: FileAttachment("../../data/swing.parquet").href,
    sensitivity: FileAttachment("../../data/sensitivity.parquet").href,
    driver: FileAttachment("../../data/driver.parquet").href,
    draw: FileAttachment("../../data/draw.parquet").href,
    quantile: FileAttachment("../../data/quantile.parquet").href
  });
