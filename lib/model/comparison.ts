import type {Table} from "../sheet/index.js";
import {table} from "./parameter.js";
import {applicationStatement} from "./application-statement.js";
import {providerStatement} from "./provider-statement.js";
import {neocloudStatement} from "./neocloud-statement.js";

/** Ratios of the whole chain that real companies publish, too. */
export interface Comparison {
  neocloud_revenue: number;
  it_capacity: number;
  site_power: number;
  ebitda: number;
  ebit: number;
  nominal_interest: number;
  hardware: number;
  building: number;
  neocloud_revenue_per_power: number;
  neocloud_ebitda_margin: number;
  neocloud_operating_margin: number;
  neocloud_interest_share: number;
  capital_per_power: number;

  provider_revenue: number;
  rent: number;
  provider_gross_margin: number;

  application_revenue: number;
  token_cost: number;
  gross_profit: number;
  application_gross_margin: number;
  application_token_share: number;
  acquisition: number;
  application_acquisition_share: number;
}

export const comparison: Table<Comparison> = table<Comparison>(
  "comparison",
  "Ratios over all companies of a layer, as real companies publish them of themselves.",
  ({rollup, sums, formula}) => ({
    neocloud_revenue: rollup(() => neocloudStatement, "revenue", "sum"),
    ...sums(() => neocloudStatement, "it_capacity", "site_power"),
    ...sums(() => neocloudStatement, "ebitda", "ebit", "nominal_interest", "hardware", "building"),
    neocloud_revenue_per_power: formula(
      "MUSD/MW-yr",
      "Neoclouds' revenue a year, of their IT capacity",
      (c) => c.neocloud_revenue / c.it_capacity
    ),
    neocloud_ebitda_margin: formula(
      "1",
      "Neoclouds' earnings before depreciation, of revenue",
      (c) => c.ebitda / c.neocloud_revenue
    ),
    neocloud_operating_margin: formula(
      "1",
      "Neoclouds' earnings after depreciation, of revenue",
      (c) => c.ebit / c.neocloud_revenue
    ),
    neocloud_interest_share: formula(
      "1",
      "Neoclouds' nominal interest, of revenue",
      (c) => c.nominal_interest / c.neocloud_revenue
    ),
    capital_per_power: formula(
      "MUSD/MW",
      "Purchase price of neoclouds' hardware and buildings, of the power of their sites",
      (c) => (c.hardware + c.building) / c.site_power
    ),

    provider_revenue: rollup(() => providerStatement, "revenue", "sum"),
    rent: rollup(() => providerStatement, "rent", "sum"),
    provider_gross_margin: formula(
      "1",
      "Providers' revenue less rent, of revenue",
      (c) => 1 - c.rent / c.provider_revenue
    ),

    application_revenue: rollup(() => applicationStatement, "revenue", "sum"),
    ...sums(() => applicationStatement, "token_cost", "gross_profit"),
    application_gross_margin: formula(
      "1",
      "Applications' revenue less tokens, payment, hosting and support, of revenue",
      (c) => c.gross_profit / c.application_revenue
    ),
    application_token_share: formula(
      "1",
      "Applications' tokens, of revenue",
      (c) => c.token_cost / c.application_revenue
    ),
    acquisition: rollup(() => applicationStatement, "acquisition", "sum"),
    application_acquisition_share: formula(
      "1",
      "Applications' cost of winning users, of revenue",
      (c) => c.acquisition / c.application_revenue
    )
  }),
  {single: true}
);
