import type {Table} from "../sheet/index.js";
import {table} from "./parameter.js";
import {routing} from "./routing.js";
import {segment} from "./segment.js";

/** A product that turns tokens into work. */
export interface Application {
  name: string;
  users: number;
  payers: number;
  tokens: number;
  revenue: number;
  token_cost: number;
  cost: number;
  profit: number;
  gross_margin: number;
  token_share: number;
  payment_cost: number;
  hosting_cost: number;
  support_cost: number;
  development_cost: number;
  administration_cost: number;
  acquisition: number;
  served_requests: number;
  grid_energy: number;
  site_water: number;
  energy_per_request: number;
  water_per_request: number;
  wanted_spending: number;
  allowed_share: number;
}

export const application: Table<Application> = table<Application>(
  "application",
  "Products that turn tokens into work.",
  ({text, rollup, formula}) => ({
    name: text("Name of the product"),
    users: rollup(() => segment, "users", "sum"),
    payers: rollup(() => segment, "payers", "sum"),
    tokens: rollup(() => segment, "tokens", "sum"),
    revenue: rollup(() => segment, "revenue", "sum"),
    token_cost: rollup(() => segment, "token_cost", "sum"),
    cost: rollup(() => segment, "cost", "sum"),
    profit: rollup(() => segment, "profit", "sum"),
    gross_margin: formula(
      "1",
      "Revenue less tokens, hosting, payment and support, of revenue",
      (a, p) => 1 - a.token_cost / a.revenue - p.payment_fee - p.hosting_share - p.support_share
    ),
    token_share: formula("1", "Tokens bought, of revenue", (a) => a.token_cost / a.revenue),
    payment_cost: rollup(() => segment, "payment_cost", "sum"),
    hosting_cost: rollup(() => segment, "hosting_cost", "sum"),
    support_cost: rollup(() => segment, "support_cost", "sum"),
    development_cost: rollup(() => segment, "development_cost", "sum"),
    administration_cost: rollup(() => segment, "administration_cost", "sum"),
    acquisition: rollup(() => segment, "acquisition", "sum"),
    served_requests: rollup(() => routing, "served_requests", "sum"),
    grid_energy: rollup(() => routing, "grid_energy", "sum"),
    site_water: rollup(() => routing, "site_water", "sum"),
    energy_per_request: formula(
      "Wh/request",
      "Grid energy of a request, on average",
      (a) => a.grid_energy / a.served_requests
    ),
    water_per_request: formula(
      "mL/request",
      "Water on site of a request, on average",
      (a) => a.site_water / a.served_requests
    ),
    wanted_spending: rollup(() => segment, "wanted_spending", "sum"),
    allowed_share: formula(
      "share",
      "Share of the requests wanted that it lets users make: what its revenue can pay for",
      (a, p) => (a.wanted_spending > a.revenue * p.token_budget ? (a.revenue * p.token_budget) / a.wanted_spending : 1)
    )
  })
);
