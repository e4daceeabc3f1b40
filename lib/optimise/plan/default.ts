import {tableBuilder, type Table} from "../../sheet/index.js";

/** What the chain does not say of a plan. */
export interface PlanDefault {
  capital_ratio: number;
  rent_ratio: number;
  water_headroom: number;
  water_growth: number;
  resale_ratio: number;
}

export const planDefault: Table<PlanDefault> = tableBuilder<PlanDefault, object>()<PlanDefault>(
  "plan_default",
  "Limits of a plan, and terms of its sales, where the model says nothing.",
  ({input}) => ({
    capital_ratio: input("1", "Capital to be had in a year, of what GPU-hours sell for in that year"),
    rent_ratio: input("1", "Accelerators to be rented in a region, of those that the stack holds there"),
    water_headroom: input("1", "On-site water that may be drawn beyond that at the outset, relative to it"),
    water_growth: input("1/yr", "Continuous growth rate (per year) of the water that may be drawn"),
    resale_ratio: input("share", "Proceeds of hardware sold early, as a share of its book value")
  }),
  {single: true}
);

/** The limits on latency that placements are made for, of those that deployments state. */
export const latencies = [0.5, 0.7, 1, 1.4, 2, 4] as const;
