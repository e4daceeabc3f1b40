import {FileAttachment} from "observablehq:stdlib";
import {load} from "../../components/rows/tables.js";

/** The tables that the page draws. */
export const tables = () =>
  load({
    columns: FileAttachment("../../data/columns.parquet").href,
    model_check: FileAttachment("../../data/model_check.parquet").href,
    missing: {href: FileAttachment("../../data/missing.parquet").href, columns: ["scenario"]}
  });
