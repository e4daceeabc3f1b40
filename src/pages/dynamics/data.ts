import {FileAttachment} from "observablehq:stdlib";
import {load} from "../../components/rows/tables.js";
import {REFERENCE} from "../../lib/model/reference.js";

/** The scenario that the page shows first. */
export const BOOM = "agentic-boom";

/** The tables that the page draws. */
export const tables = () =>
  load(
    {
      scenario: FileAttachment("../../data/scenario.parquet").href,
      rental_history: FileAttachment("../../data/rental_history.parquet").href,
      rental_error: FileAttachment("../../data/rental_error.parquet").href,
      rental_fit: FileAttachment("../../data/rental_fit.parquet").href,
      user_fit: FileAttachment("../../data/user_fit.parquet").href
    },
    {
      market: FileAttachment("../../data/market.parquet").href,
      tier: FileAttachment("../../data/tier.parquet").href,
      economy: FileAttachment("../../data/economy.parquet").href
    },
    [REFERENCE, BOOM]
  );
