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
  revenue_per_payer: number;
  token_cost: number;
  cost: number;
  profit: number;
  gross_margin: number;
  token_share: number;
  payment_cost: number;
  hosting_cost: number;
  support_cost: number;
  service_cost: number;
  development_cost: number;
  administration_cost: number;
  acquisition: number;
  retention_cost: number;
  restraint: number;
  full_overhead: number;
  next_restraint: number;
  served_requests: number;
  grid_energy: number;
  site_water: number;
  energy_per_request: number;
  water_per_request: number;
  free_requests: number;
  led_spending: number;
  lead_value: number;
  wanted_spending: number;
  latent_spending: number;
  plan_budget: number;
  latent_share: number;
  subscriptions: number;
  metered_revenue: number;
  allowed_share: number;
  company_revenue: number;
  company_token_cost: number;
  company_delivery_cost: number;
  company_sales_cost: number;
  company_cost: number;
  sells_to_companies: number;
  company_gross_margin: number;
  company_inference_share: number;
  company_sales_share: number;
  company_sales_floor: number;
  computing_cost: number;
  laboratory_gross_margin: number;
}

export const application: Table<Application> = table<Application>(
  "application",
  "Products that turn tokens into work.",
  ({text, sums, rollup, formula, previous}) => ({
    name: text("Name of the product"),
    ...sums(() => segment, "users", "payers", "tokens", "revenue", "token_cost", "cost", "profit"),
    revenue_per_payer: formula(
      "USD/user-yr",
      "Revenue a year of a paying user: plans and metered use",
      (a) => a.revenue / a.payers
    ),
    gross_margin: formula(
      "1",
      "Gross margin: revenue less tokens, payment fees, hosting, support and other delivery, as a share of revenue",
      (a) => 1 - (a.token_cost + a.payment_cost + a.hosting_cost + a.support_cost + a.service_cost) / a.revenue
    ),
    token_share: formula("1", "Token cost as a share of revenue", (a) => a.token_cost / a.revenue),
    ...sums(() => segment, "payment_cost", "hosting_cost", "support_cost", "service_cost"),
    ...sums(() => segment, "development_cost", "administration_cost", "acquisition", "retention_cost"),
    restraint: previous(
      "next_restraint",
      0,
      "Share by which development, administration and subscription allowances have been cut"
    ),
    full_overhead: formula(
      "USD/month",
      "What development and administration would cost without cuts",
      (a) => (a.development_cost + a.administration_cost) / (1 - a.restraint)
    ),
    next_restraint: formula(
      "share",
      "Share cut next month, moving towards the cut that would end its loss",
      (a, p, {min, max, exp}) =>
        a.restraint +
        (max(0, min(p.restraint_limit, a.restraint - a.profit / a.full_overhead)) - a.restraint) *
          (1 - exp(0 - p.restraint_rate * p.step))
    ),
    ...sums(() => routing, "served_requests", "grid_energy", "site_water"),
    energy_per_request: formula(
      "Wh/request",
      "Grid energy of a request, on average",
      (a) => a.grid_energy / a.served_requests
    ),
    water_per_request: formula(
      "mL/request",
      "On-site water of a request, on average",
      (a) => a.site_water / a.served_requests
    ),
    ...sums(() => segment, "free_requests", "led_spending"),
    lead_value: formula(
      "USD/request",
      "Spending on plans at the outset to which a request of a user who does not pay leads",
      (a) => (a.free_requests > 0 ? a.led_spending / a.free_requests : 0)
    ),
    ...sums(() => segment, "wanted_spending", "latent_spending", "subscriptions", "metered_revenue"),
    plan_budget: formula(
      "share",
      "Maximum token cost of subscriptions as a share of their fees; reduced while the application loses money",
      (a, p) => p.token_budget * (1 - a.restraint)
    ),
    latent_share: formula(
      "share",
      "Share of the requests wanted that its plans could pay for without rationing",
      (a, _, {min}) => (a.latent_spending > 0 ? min(1, (a.subscriptions * a.plan_budget) / a.latent_spending) : 1)
    ),
    allowed_share: formula(
      "share",
      "Share of the requests wanted that its plans let users make: what subscriptions can pay for",
      (a, _, {min}) => (a.wanted_spending > 0 ? min(1, (a.subscriptions * a.plan_budget) / a.wanted_spending) : 1)
    ),
    ...sums(() => segment, "company_revenue", "company_token_cost", "company_delivery_cost", "company_sales_cost"),
    ...sums(() => segment, "company_cost"),
    sells_to_companies: formula("1", "1 where companies buy it, else 0", (a) => (a.company_revenue > 0 ? 1 : 0)),
    company_gross_margin: formula(
      "1",
      "Revenue from companies less what delivery to them costs, as a share of that revenue",
      (a) => (a.company_revenue > 0 ? 1 - a.company_delivery_cost / a.company_revenue : 0)
    ),
    company_inference_share: formula("1", "Tokens of what companies buy, of all that it costs", (a) =>
      a.company_cost > 0 ? a.company_token_cost / a.company_cost : 0
    ),
    company_sales_share: formula(
      "1",
      "Cost of winning and keeping companies as customers, as a share of their revenue",
      (a) => (a.company_revenue > 0 ? a.company_sales_cost / a.company_revenue : 0)
    ),
    company_sales_floor: formula("1", "The same, above that of any product where no company buys", (a) =>
      a.company_revenue > 0 ? a.company_sales_share : 1000
    ),
    computing_cost: rollup(() => routing, "computing_cost", "sum"),
    laboratory_gross_margin: formula(
      "1",
      "Gross margin of a laboratory that serves the product with models of its own: tokens at the cost of GPU-hours",
      (a) => a.gross_margin + (a.token_cost - a.computing_cost) / a.revenue
    )
  })
);
