import {FileAttachment} from "observablehq:stdlib";
import {load} from "../../components/rows/tables.js";

/** What tokens are offered for, and what they cost to serve. */
export const offerTables = () =>
  load({
    scenario: FileAttachment("../../data/scenario.parquet").href,
    token_price: FileAttachment("../../data/token_price.parquet").href,
    token_price_history: FileAttachment("../../data/token_price_history.parquet").href,
    price_dispersion: FileAttachment("../../data/price_dispersion.parquet").href,
    token_margin: FileAttachment("../../data/token_margin.parquet").href
  });

/** What GPU-hours are offered for. */
export const rentalTables = () =>
  load({
    rental_level: FileAttachment("../../data/rental_level.parquet").href,
    rental_quote: FileAttachment("../../data/rental_quote.parquet").href
  });

/** The companies of draws of all assumptions, with which a reader's own is compared. */
export const peerTable = async () => (await load({peer: FileAttachment("../../data/peer.parquet").href})).peer;
