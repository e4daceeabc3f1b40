import type {Definitions} from "../../sheet/index.js";
import type {Words} from "../parameter.js";
import type {Segment} from "../segment.js";

/** What is sold to companies, which software companies publish of themselves; 0 where people buy for themselves. */
export interface Companies {
  for_companies: number;
  company_revenue: number;
  company_token_cost: number;
  company_delivery_cost: number;
  company_sales_cost: number;
  company_cost: number;
}

/** The columns of `Companies`. */
export function companies({formula}: Pick<Words<Segment>, "formula">): Definitions<Companies> {
  return {
    for_companies: formula("1", "1 where companies buy, since nobody has a private use, else 0", (s) =>
      s.private_share > 0 ? 0 : 1
    ),
    company_revenue: formula("USD/month", "Revenue from companies", (s) => s.for_companies * s.revenue),
    company_token_cost: formula("USD/month", "Tokens of what companies buy", (s) => s.for_companies * s.token_cost),
    company_delivery_cost: formula(
      "USD/month",
      "Tokens, payment, hosting, support and other delivery of what companies buy",
      (s) => s.for_companies * (s.token_cost + s.payment_cost + s.hosting_cost + s.support_cost + s.service_cost)
    ),
    company_sales_cost: formula(
      "USD/month",
      "What it costs to win and to keep companies as customers",
      (s) => s.for_companies * (s.acquisition + s.retention_cost)
    ),
    company_cost: formula("USD/month", "All cost of what companies buy", (s) => s.for_companies * s.cost)
  };
}
