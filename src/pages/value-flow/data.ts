import {FileAttachment} from "observablehq:stdlib";
import {load} from "../../components/rows/tables.js";

/** The tables that the page draws. */
export const tables = () =>
  load(
    {
      scenario: FileAttachment("../../data/scenario.parquet").href,
      model_check: FileAttachment("../../data/model_check.parquet").href
    },
    {
      flow: FileAttachment("../../data/flow.parquet").href,
      account: FileAttachment("../../data/account.parquet").href,
      economy: FileAttachment("../../data/economy.parquet").href,
      headline: FileAttachment("../../data/headline.parquet").href
    }
  );
