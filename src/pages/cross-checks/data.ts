import {FileAttachment} from "observablehq:stdlib";
import {load} from "../../components/rows/tables.js";

/** The tables that the page draws. */
export const tables = () =>
  load({
    backtest: FileAttachment("../../data/backtest.parquet").href,
    cross_check: FileAttachment("../../data/cross_check.parquet").href
  });
