import {existsSync} from "node:fs";
import type {MarketPriceEvent} from "../../lib/export/site-tables.js";
import {priceHistory, recordedPricesOf, tokenPriceHistory, type RecordedPrice} from "../../lib/market/index.js";
import {readTable} from "../../lib/sheet/index.js";
import {readText} from "./files.js";
import {EDITION} from "./price-data.js";
import type {Project} from "./project.js";
import {resellers, tokenPrices} from "./token-prices.js";

/** Token prices over time: those recorded in a project's assumptions, and those of the package. */
export function tokenPriceEvents(project: Project): MarketPriceEvent[] {
  const events = priceHistory(recordedPrices(project), tokenPrices(), EDITION);
  return events.map((event) => ({...event, reseller: resellers.includes(event.seller)}));
}

/** Prices recorded in a project's assumptions; empty if the folder lacks the table, which no model reads. */
export function recordedPrices({folder, models}: Project): RecordedPrice[] {
  const file = `${folder.path}/${tokenPriceHistory.name}.csv`;
  if (!existsSync(file)) return [];
  const known = new Set(models.get("chain")!.sources.map(({id}) => id));
  return recordedPricesOf(
    readTable(tokenPriceHistory, readText(file), `${folder.name}/${tokenPriceHistory.name}.csv`, known)
  );
}
