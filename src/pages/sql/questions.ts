import type {ChartSpec} from "../../components/result/chart-spec.js";

/** A question that a query answers. */
export interface Question {
  /** What an address says, `?example=gpu-hour`: it stays. */
  id: string;
  title: string;
  /** One sentence on what the answer shows. */
  note: string;
  query: string;
  /** What the types do not suggest. */
  chart?: Partial<ChartSpec>;
}

/** Questions that one query answers each. */
export const questions: readonly Question[] = [
  {
    id: "value-per-cost",
    title: "What does a dollar of cost produce?",
    note:
      "Additional output per dollar of the chain's cost in the first and the last month of every scenario, with " +
      "its 5 to 95 % range.",
    chart: {mark: "dot", x: "central", y: "scenario", color: "date"},
    query: `SELECT scenario, date, low, central, high
FROM headline
WHERE figure = 'value_per_cost'
QUALIFY row_number() OVER (PARTITION BY scenario ORDER BY date) = 1
     OR row_number() OVER (PARTITION BY scenario ORDER BY date DESC) = 1
ORDER BY scenario, date`
  },
  {
    id: "claim-399x",
    title: "Where did the claim of 399x go?",
    note:
      "The corrections from the earlier program's multiplier to the coupled model's, one at a time, each with " +
      "its reason.",
    chart: {mark: "dot", x: "multiplier", y: "title", xScale: "log"},
    query: `SELECT step, title, multiplier, change, low, high, reason
FROM bridge
ORDER BY step`
  },
  {
    id: "accelerator-cost",
    title: "What does an accelerator cost to make, and what does it sell for?",
    note: "The bill of materials against the price in the first month: the difference is the vendor's margin.",
    chart: {mark: "bar", x: "vendor_margin", y: "name"},
    query: `SELECT name, vendor, logic_cost, memory_cost, packaging_cost, cost_to_make, unit_price, vendor_margin
FROM accelerator
WHERE scenario = 'reference' AND cost_to_make IS NOT NULL AND unit_price IS NOT NULL
QUALIFY date = min(date) OVER ()
ORDER BY vendor_margin DESC`
  },
  {
    id: "gpu-hour",
    title: "What is in the price of a GPU-hour?",
    note: "Each cluster's cost per GPU-hour sold, by component, in the first month; the rest of the price is profit.",
    query: `SELECT key AS cluster, price,
       (hardware_charge + fitting_charge) / sold_hours AS hardware,
       (building_charge + colocation_rent) / sold_hours AS facility,
       (electricity_cost + water_cost) / sold_hours AS power_and_water,
       (staff_cost + licence_cost + operation_cost + overhead) / sold_hours AS people_and_overhead,
       (maintenance_cost + insurance_cost + property_tax) / sold_hours AS upkeep_and_tax,
       profit / sold_hours AS profit
FROM cluster
WHERE scenario = 'reference'
QUALIFY date = min(date) OVER ()
ORDER BY price DESC`
  },
  {
    id: "rental-prices",
    title: "How have rental prices of GPU-hours moved?",
    note: "The median published quote by accelerator, contract and year.",
    chart: {mark: "line", x: "quoted_in", y: "median_price", color: "accelerator", facet: "contract"},
    query: `SELECT accelerator, contract, year(quoted) AS quoted_in, median(price) AS median_price, count(*) AS quotes
FROM rental_quote
WHERE scenario = 'reference'
GROUP BY ALL
ORDER BY accelerator, contract, quoted_in`
  },
  {
    id: "deployment-margin",
    title: "Which models are served at a profit?",
    note:
      "Cost of a million tokens against the realised prices, and the gross margin, by deployment in the first " +
      "month.",
    chart: {mark: "bar", x: "gross_margin", y: "deployment", color: "accelerator"},
    query: `SELECT key AS deployment, provider, accelerator, cost_per_token, input_price, output_price,
  gross_margin, energy_per_token
FROM deployment
WHERE scenario = 'reference'
QUALIFY date = min(date) OVER ()
ORDER BY gross_margin DESC`
  },
  {
    id: "batch-size",
    title: "Why was this batch size chosen?",
    note:
      "The serving configurations of one deployment: the best serves most requests per GPU and second among " +
      "those that fit into memory and meet the limits.",
    chart: {mark: "dot", x: "batch", y: "score", color: "feasible", xScale: "log"},
    query: `SELECT tensor, stages, ranks, batch, disaggregated, memory_needed, memory_available, ttft, tpot,
  tpot_limit, output_rate,
       compute_part, bandwidth_part, feasible, score
FROM serving_option
WHERE scenario = 'reference' AND deployment = 'openfield-llama-70b'
ORDER BY score DESC, tensor, batch, disaggregated`
  },
  {
    id: "payments",
    title: "Who pays whom?",
    note: "Payments between sectors over the whole reference scenario in billion USD, largest first.",
    chart: {mark: "cell", x: "payer_sector", y: "payee_sector", color: "usd_bn"},
    query: `SELECT payer_sector, payee_sector, kind, sum(amount) / 1e9 AS usd_bn
FROM flow
WHERE scenario = 'reference'
GROUP BY ALL
ORDER BY usd_bn DESC`
  },
  {
    id: "value-added",
    title: "Who adds the value?",
    note:
      "Each sector's income, profit and value added over the reference scenario: revenues can't be summed, " +
      "value added can.",
    chart: {mark: "bar", x: "value_added", y: "sector"},
    query: `SELECT sector, sum(inflow) AS inflow, sum(outflow) AS outflow, sum(profit) AS profit,
  sum(value_added) AS value_added
FROM account
WHERE scenario = 'reference'
GROUP BY sector
ORDER BY value_added DESC`
  },
  {
    id: "hours-saved",
    title: "Which users gain most from an hour saved?",
    note: "Working hours saved and the output they become, by group of users in the first month.",
    chart: {mark: "bar", x: "productivity_value", y: "segment", color: "application"},
    query: `SELECT key AS segment, application, users, assisted_hours, everyday_effect, hours_saved,
  realised_hours, productivity_value,
       productivity_value / nullif(revenue, 0) AS value_per_spending
FROM segment
WHERE scenario = 'reference'
QUALIFY date = min(date) OVER ()
ORDER BY productivity_value DESC NULLS LAST`
  },
  {
    id: "footprint",
    title: "What do electricity, water and carbon come to?",
    note: "The chain's physical footprint by year and scenario, and per million tokens.",
    chart: {mark: "line", x: "year", y: "carbon_g_per_mtok", color: "scenario", yScale: "log"},
    query: `SELECT scenario, year(date) AS year, sum(grid_energy) AS grid_energy_mwh, sum(water) AS water_m3,
  sum(carbon) AS carbon_t,
       1e6 * sum(carbon) / sum(tokens) AS carbon_g_per_mtok
FROM economy
GROUP BY ALL
ORDER BY scenario, year`
  },
  {
    id: "covenant",
    title: "Which neocloud breaks its covenant?",
    note: "Debt service coverage, debt and equity by year: months below the covenant, and what is then repaid early.",
    chart: {mark: "line", x: "year", y: "least_dscr", color: "neocloud"},
    query: `SELECT key AS neocloud, year(date) AS year, min(dscr) AS least_dscr, sum(covenant_breach) AS months_below,
       sum(prepaid) AS repaid_early, last(debt ORDER BY date) AS debt, last(equity ORDER BY date) AS equity,
       sum(owners_money) AS owners_money, sum(net_income) AS net_income
FROM neocloud_statement
WHERE scenario = 'reference'
GROUP BY ALL
ORDER BY neocloud, year`
  },
  {
    id: "uncertain-inputs",
    title: "Which assumptions are the least certain?",
    note: "Inputs by the width of their range, with their sources: where a better source would help most.",
    chart: {mark: "bar", x: "width", y: "key"},
    query: `SELECT "table", key, "column", unit, low, central, high, (high - low) / abs(central) AS width, source
FROM assumption
WHERE central <> 0 AND low < high
ORDER BY width DESC
LIMIT 50`
  }
];
