import {FileAttachment} from "observablehq:stdlib";
import {load} from "../../components/rows/tables.js";

/** The tables that the page draws. */
export const tables = () =>
  load({
    advice: FileAttachment("../../data/advice.parquet").href,
    advice_joint: FileAttachment("../../data/advice_joint.parquet").href,
    shadow_price: FileAttachment("../../data/shadow_price.parquet").href
  });
