import {FileAttachment} from "observablehq:stdlib";
import {load} from "../../components/rows/tables.js";

/** The tables that the page draws. */
export const tables = () =>
  load({
    scenario: FileAttachment("../../data/scenario.parquet").href,
    token_price: FileAttachment("../../data/token_price.parquet").href,
    token_price_history: FileAttachment("../../data/token_price_history.parquet").href,
    price_dispersion: FileAttachment("../../data/price_dispersion.parquet").href,
    token_margin: FileAttachment("../../data/token_margin.parquet").href,
    rental_level: FileAttachment("../../data/rental_level.parquet").href,
    rental_quote: FileAttachment("../../data/rental_quote.parquet").href
  });

/** The companies of draws of all assumptions, with which a reader's own is compared. */
export const peerTable = async () => (await load({peer: FileAttachment("../../data/peer.parquet").href})).peer;
