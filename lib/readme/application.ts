import type {Table} from "../sheet/index.js";
import {table} from "./parameter.js";
import {segment} from "./segment.js";

/** An application with its token consumption and its claim of time saved. */
export interface Application {
  name: string;
  pricing: string;
  hours_saved: number;
  tokens_per_request: number;
  requests_per_user: number;
  token_price: number;
  users: number;
  tokens: number;
  token_cost: number;
  platform_cost: number;
  development_cost: number;
  acquisition_cost: number;
  support_cost: number;
  administration_cost: number;
  cost: number;
  revenue: number;
  productivity_value: number;
  roi_for_users: number;
}

/** Applications: costs, revenue and the value that they are claimed to create. */
export const application: Table<Application> = table<Application>(
  "readme_application",
  "Applications of the earlier program.",
  ({text, input, formula, rollup, sums}) => ({
    name: text("Name of the application"),
    pricing: text("How it is sold"),
    hours_saved: input("hour/user-month30", "Time saved for each user, as claimed"),
    tokens_per_request: input("token/request", "Tokens for each request"),
    requests_per_user: input("request/user-day", "Requests of each user"),
    token_price: input("USD/ktok", "Price paid for tokens"),
    users: rollup(() => segment, "users", "sum", {doc: "Users of all segments"}),
    tokens: formula("token/month30", "Tokens used", (a) => a.users * a.requests_per_user * a.tokens_per_request),
    token_cost: formula("USD/month30", "Tokens bought from providers", (a) => a.tokens * a.token_price),
    platform_cost: formula("USD/month30", "Platform infrastructure", (a, p) => a.token_cost * p.platform_share),
    development_cost: formula("USD/month30", "Product development", (a, p) => a.users * p.development_cost),
    acquisition_cost: rollup(() => segment, "acquisition_cost", "sum"),
    support_cost: formula("USD/month30", "Customer support", (a, p) => a.revenue * p.support_share),
    administration_cost: formula(
      "USD/month30",
      "General and administrative",
      (a, p) => a.revenue * p.administration_share
    ),
    cost: formula(
      "USD/month30",
      "All costs of the application",
      (a) =>
        a.token_cost +
        a.platform_cost +
        a.development_cost +
        a.acquisition_cost +
        a.support_cost +
        a.administration_cost
    ),
    ...sums(() => segment, "revenue", "productivity_value"),
    roi_for_users: formula("1", "Value over what users pay, less one", (a) => a.productivity_value / a.revenue - 1)
  })
);
