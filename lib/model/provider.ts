import type {Table} from "../sheet/index.js";
import {table} from "./parameter.js";
import {deployment} from "./deployment.js";

/** A company that turns GPU-hours into tokens. */
export interface Provider {
  name: string;
  speculation: number;
  peak_smoothing: number;
  sparse_share: number;
  guard_share: number;
  rented_hours: number;
  served_tokens: number;
  rent: number;
  imported_rent: number;
  revenue: number;
  cost: number;
  profit: number;
  gross_margin: number;
  cost_per_token: number;
  egress: number;
  overhead: number;
}

export const provider: Table<Provider> = table<Provider>(
  "provider",
  "Companies that turn GPU-hours into tokens.",
  ({text, input, sums, formula}) => ({
    name: text("Name of the company"),
    speculation: input("1", "Tokens that its decode steps give a request, relative to what is general"),
    peak_smoothing: input("1", "Share of its peak above the average that it levels out"),
    sparse_share: input("share", "Share of its GPU-hours that wait on models and versions that hardly anyone asks for"),
    guard_share: input("share", "Computing of classifiers that guard its models, of that of the models"),
    ...sums(() => deployment, "rented_hours", "served_tokens", "rent", "imported_rent", "revenue", "cost", "profit"),
    gross_margin: formula(
      "1",
      "Gross margin: revenue less GPU rental, as a share of revenue",
      (r) => 1 - r.rent / r.revenue
    ),
    cost_per_token: formula("USD/Mtok", "All cost per million tokens of any kind", (r) => r.cost / r.served_tokens),
    ...sums(() => deployment, "egress", "overhead")
  })
);
