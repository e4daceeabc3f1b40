import {FileAttachment} from "observablehq:stdlib";
import {load} from "../../components/rows/tables.js";

/** The tables that the page draws. */
export const tables = () =>
  load({
    scenario: FileAttachment("../../data/scenario.parquet").href,
    application: FileAttachment("../../data/application.parquet").href,
    segment: FileAttachment("../../data/segment.parquet").href,
    headline: FileAttachment("../../data/headline.parquet").href,
    parameter: FileAttachment("../../data/parameter.parquet").href
  });
