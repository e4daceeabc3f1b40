import {tableBuilder, type Table} from "../../sheet/index.js";

/** Planning assumptions that the chain does not contain. */
export interface PlanDefault {
  capital_ratio: number;
  rent_ratio: number;
  water_headroom: number;
  water_growth: number;
  resale_ratio: number;
}

export const planDefault: Table<PlanDefault> = tableBuilder<PlanDefault, object>()<PlanDefault>(
  "plan_default",
  "Limits of a plan, and terms of its sales, that the model does not contain.",
  ({input}) => ({
    capital_ratio: input("1", "Capital available in a year, relative to that year's sales of GPU-hours"),
    rent_ratio: input("1", "Accelerators available to rent in a region, relative to those held there"),
    water_headroom: input("1", "On-site water available beyond initial use, relative to it"),
    water_growth: input("1/yr", "Continuous growth rate (per year) of available water"),
    resale_ratio: input("share", "Proceeds of hardware sold early, as a share of its book value")
  }),
  {single: true}
);

/** The latency limits of placements, relative to those of the deployments. */
export const latencies = [0.5, 0.7, 1, 1.4, 2, 4] as const;
