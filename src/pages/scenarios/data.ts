import {FileAttachment} from "observablehq:stdlib";
import {load} from "../../components/rows/tables.js";

/** The tables that the page draws. */
export const tables = () =>
  load({
    scenario: FileAttachment("../../data/scenario.parquet").href,
    headline: FileAttachment("../../data/headline.parquet").href
  });

/** The tables from which the page says why scenarios differ. */
export const causes = () =>
  load({
    economy: FileAttachment("../../data/economy.parquet").href,
    market: FileAttachment("../../data/market.parquet").href,
    scenario_bridge: FileAttachment("../../data/scenario_bridge.parquet").href
  });
