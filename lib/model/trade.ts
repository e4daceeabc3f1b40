import type {Table} from "../sheet/index.js";
import {market, type Market} from "./market.js";
import {neocloud, type Neocloud} from "./neocloud.js";
import {table} from "./parameter.js";
import {provider, type Provider} from "./provider.js";

/** What a provider rents of a neocloud for work that its own clusters have no room for. */
export interface Trade {
  provider: Provider;
  neocloud: Neocloud;
  market: Market;
  imported_rent: number;
  export_revenue: number;
  moved_rent: number;
  rent: number;
}

export const trade: Table<Trade> = table<Trade>(
  "trade",
  "GPU-hours that providers rent by the hour, wherever there is room, for work that their own clusters are short of.",
  ({ref, lookup, lookups, formula}) => ({
    provider: ref(() => provider, "Who rents"),
    neocloud: ref(() => neocloud, "Who has room"),
    market: ref(() => market, "Market in which the hours are traded"),
    imported_rent: lookup("provider", "imported_rent"),
    export_revenue: lookup("neocloud", "export_revenue"),
    ...lookups("market", "moved_rent"),
    rent: formula("USD/month", "Paid for such hours: each neocloud's share in what is moved", (t) =>
      t.moved_rent > 0 ? (t.imported_rent * t.export_revenue) / t.moved_rent : 0
    )
  })
);
