import type {Definitions} from "../../sheet/index.js";
import type {Words} from "../parameter.js";
import {routing} from "../routing.js";
import type {Segment} from "../segment.js";
import {companies, type Companies} from "./companies.js";

/** What a group of users pays an application and costs it. */
export interface Income extends Companies {
  subscriptions: number;
  metered_revenue: number;
  metered_bill: number;
  full_bill: number;
  revenue: number;
  standard_revenue: number;
  token_cost: number;
  tokens: number;
  served_requests: number;
  grid_energy: number;
  site_water: number;
  energy_per_request: number;
  water_per_request: number;
  payment_cost: number;
  hosting_cost: number;
  support_cost: number;
  service_cost: number;
  development_cost: number;
  administration_cost: number;
  acquisition: number;
  retention_cost: number;
  cost: number;
  profit: number;
  gross_margin: number;
  lifetime_value: number;
}

/** The columns of `Income`. */
export function income({formula, rollup, sums}: Words<Segment>): Definitions<Income> {
  return {
    subscriptions: formula("USD/month", "Paid for plans", (s) => s.payers * s.price),
    metered_revenue: formula("USD/month", "Metered revenue: token cost plus a markup", (s, p) =>
      s.requests > 0 ? (s.token_cost * s.metered_requests * (1 + p.metered_markup)) / s.requests : 0
    ),
    metered_bill: formula("USD/user-month", "Metered spending per paying user", (s) => s.metered_revenue / s.payers),
    full_bill: formula(
      "USD/user-month",
      "Metered spending of a paying user who pays for all requests by the token",
      (s) => (s.metered_share > 0 ? s.metered_bill / s.metered_share : 0)
    ),
    revenue: formula("USD/month", "Revenue: subscriptions and metered use", (s) => s.subscriptions + s.metered_revenue),
    standard_revenue: formula(
      "USD/month",
      "Revenue at the initial prices of plans, without tokens that are passed on to those who pay by the token: a " +
        "more expensive plan costs no more to run",
      (s, p) => s.payers * s.plan_price + (s.metered_revenue * p.metered_markup) / (1 + p.metered_markup)
    ),
    token_cost: rollup(() => routing, "spending", "sum", {doc: "Tokens bought from providers"}),
    tokens: rollup(() => routing, "tokens", "sum"),
    ...sums(() => routing, "served_requests", "grid_energy", "site_water"),
    energy_per_request: formula(
      "Wh/request",
      "Grid energy of a request, on average",
      (s) => s.grid_energy / s.served_requests
    ),
    water_per_request: formula(
      "mL/request",
      "On-site water of a request, on average",
      (s) => s.site_water / s.served_requests
    ),
    payment_cost: formula("USD/month", "Payment processors and app stores", (s, p) => s.revenue * p.payment_fee),
    hosting_cost: formula("USD/month", "Hosting other than models", (s, p) => s.standard_revenue * p.hosting_share),
    support_cost: formula("USD/month", "Customer support", (s, p) => s.standard_revenue * p.support_share),
    service_cost: formula(
      "USD/month",
      "Delivery beside these: onboarding, professional services, data and licences",
      (s, p) => s.standard_revenue * p.service_share
    ),
    development_cost: formula(
      "USD/month",
      "Product development",
      (s, p) => s.standard_revenue * p.development_share * (1 - s.restraint)
    ),
    administration_cost: formula(
      "USD/month",
      "General administration",
      (s, p) => s.standard_revenue * p.administration_share * (1 - s.restraint)
    ),
    acquisition: formula("USD/month", "Customer acquisition cost", (s) => s.new_payers * s.acquisition_cost),
    retention_cost: formula(
      "USD/month",
      "Customer retention and upselling cost",
      (s, p) => s.standard_revenue * p.retention_share
    ),
    cost: formula(
      "USD/month",
      "All cost",
      (s) =>
        s.token_cost +
        s.payment_cost +
        s.hosting_cost +
        s.support_cost +
        s.service_cost +
        s.development_cost +
        s.administration_cost +
        s.acquisition +
        s.retention_cost
    ),
    ...companies({formula}),
    profit: formula("USD/month", "Profit: revenue less cost", (s) => s.revenue - s.cost),
    gross_margin: formula(
      "1",
      "Gross margin: revenue less tokens, payment fees, hosting, support and other delivery, as a share of revenue",
      (s) => 1 - (s.token_cost + s.payment_cost + s.hosting_cost + s.support_cost + s.service_cost) / s.revenue
    ),
    lifetime_value: formula(
      "USD/user",
      "Lifetime value: expected gross profit from a paying user until cancellation",
      (s) => (s.revenue / s.payers) * s.gross_margin * s.lifetime
    )
  };
}
