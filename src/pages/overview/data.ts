import {FileAttachment} from "observablehq:stdlib";
import {load} from "../../components/rows/tables.js";

/** The tables that the page draws. */
export const tables = () =>
  load(
    {
      scenario: FileAttachment("../../data/scenario.parquet").href,
      bridge: FileAttachment("../../data/bridge.parquet").href
    },
    {flow: FileAttachment("../../data/flow.parquet").href, headline: FileAttachment("../../data/headline.parquet").href}
  );

/** The tables behind flows of goods, for readers who ask for them. */
export const goodsTables = () =>
  load({
    ledger: FileAttachment("../../data/ledger.parquet").href,
    segment: FileAttachment("../../data/segment.parquet").href
  });
