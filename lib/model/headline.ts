/** A figure that may be quoted of a run: a column of `economy`, and its name in headlines. */
export interface Figure {
  column: string;
  title: string;
}

/** The figures of the chain, the most important first. */
export const figures: readonly Figure[] = [
  {column: "productivity_value", title: "Additional output"},
  {column: "resource_cost", title: "Cost of the chain"},
  {column: "value_per_cost", title: "Output per dollar of cost"},
  {column: "cost_per_token", title: "Cost of a million tokens"},
  {column: "price_per_token", title: "Price of a million tokens"},
  {column: "price_per_gpu_hour", title: "Price of a GPU-hour"},
  {column: "energy_per_token", title: "Energy per token"},
  {column: "materials_cost", title: "Physical inputs"},
  {column: "consumer_surplus", title: "Consumer surplus"},
  {column: "application_revenue", title: "User spending"},
  {column: "tokens", title: "Tokens"},
  {column: "grid_energy", title: "Electricity"},
  {column: "water", title: "Water"},
  {column: "carbon", title: "Greenhouse gas emissions"},
  {column: "value_multiplier", title: "Output per dollar of neocloud cost"},
  {column: "double_counting", title: "Gross revenue per dollar of user spending"},
  {column: "balance", title: "Demand-to-supply ratio of GPU-hours"}
];
