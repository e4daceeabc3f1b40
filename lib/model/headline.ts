/** A figure that may be quoted of a run: a column of `economy`, and its name in headlines. */
export interface Figure {
  column: string;
  title: string;
}

/** The figures of the chain, the most important first. */
export const figures: readonly Figure[] = [
  {column: "productivity_value", title: "Output gained"},
  {column: "resource_cost", title: "Cost of the chain"},
  {column: "value_per_cost", title: "Output per USD of cost"},
  {column: "cost_per_token", title: "Cost of a million tokens"},
  {column: "energy_per_token", title: "Energy of a token"},
  {column: "materials_cost", title: "Raw materials"},
  {column: "consumer_surplus", title: "Consumer surplus"},
  {column: "application_revenue", title: "What users pay"},
  {column: "tokens", title: "Tokens"},
  {column: "grid_energy", title: "Electricity"},
  {column: "water", title: "Water"},
  {column: "carbon", title: "Greenhouse gas"},
  {column: "value_multiplier", title: "Output per USD of neocloud cost"},
  {column: "double_counting", title: "Times a user's dollar is counted in added revenues"},
  {column: "balance", title: "Demand for GPU-hours over supply"}
];
