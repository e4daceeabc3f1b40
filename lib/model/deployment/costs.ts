import type {Definitions} from "../../sheet/index.js";
import type {Deployment} from "../deployment.js";
import type {Words} from "../parameter.js";
import {routing} from "../routing.js";

/** What serving costs and earns, and the energy and water that it takes. */
export interface ServingCost {
  start_work: number;
  moved_price: number;
  home_rent: number;
  imported_rent: number;
  cluster_unused_revenue: number;
  unused_rent: number;
  rent: number;
  energy_per_hour: number;
  water_per_hour: number;
  moved_energy: number;
  moved_water: number;
  grid_energy: number;
  site_water: number;
  egress: number;
  revenue: number;
  overhead: number;
  cost: number;
  profit: number;
  gross_margin: number;
  cost_per_token: number;
  cost_per_input_token: number;
  cost_per_cached_token: number;
  cost_per_output_token: number;
  energy_per_token: number;
  water_per_token: number;
}

/** The columns of `ServingCost`. */
export function costs({lookup, lookups, formula, rollup}: Words<Deployment>): Definitions<ServingCost> {
  return {
    ...lookups("cluster", "start_work", "moved_price"),
    home_rent: formula(
      "USD/month",
      "GPU-hours rented of its own cluster, at its price",
      (d) => d.home_hours * d.gpu_price
    ),
    imported_rent: formula(
      "USD/month",
      "GPU-hours rented elsewhere, at the on-demand price there",
      (d) => d.rented_hours * d.imported_share * d.start_work * d.moved_price
    ),
    cluster_unused_revenue: lookup("cluster", "unused_revenue"),
    unused_rent: formula("USD/month", "Its share of payments for unused contracted hours", (d) =>
      d.cluster_demanded_hours > 0 ? (d.cluster_unused_revenue * d.demanded_hours) / d.cluster_demanded_hours : 0
    ),
    rent: formula("USD/month", "GPU-hours rented, used or not", (d) => d.home_rent + d.imported_rent + d.unused_rent),
    egress: formula(
      "USD/month",
      "Network traffic of the tokens that leave the data center",
      (d, p) => d.output_tokens * p.network_egress
    ),
    revenue: rollup(() => routing, "spending", "sum"),
    overhead: formula(
      "USD/month",
      "Research, sales and administration charged to serving",
      (d, p) => d.revenue * p.provider_overhead
    ),
    cost: formula("USD/month", "Total cost: GPU rental, network and overhead", (d) => d.rent + d.egress + d.overhead),
    profit: formula("USD/month", "Profit: revenue less cost", (d) => d.revenue - d.cost),
    gross_margin: formula(
      "1",
      "Gross margin: revenue less GPU rental, as a share of revenue",
      (d) => 1 - d.rent / d.revenue
    ),
    cost_per_token: formula("USD/Mtok", "All cost per million tokens of any kind", (d) => d.cost / d.served_tokens),
    cost_per_input_token: formula(
      "USD/Mtok",
      "Rent of prefill per million computed input tokens",
      (d) => (d.rent * d.prefill_share) / d.input_tokens
    ),
    cost_per_cached_token: formula(
      "USD/Mtok",
      "Rent of loading per million cached input tokens",
      (d) => (d.rent * d.loading_share) / d.cached_tokens
    ),
    cost_per_output_token: formula(
      "USD/Mtok",
      "Rent of decode per million output tokens",
      (d) => (d.rent * (1 - d.prefill_share - d.loading_share)) / d.output_tokens
    ),
    ...lookups("cluster", "energy_per_hour", "water_per_hour", "moved_energy", "moved_water"),
    grid_energy: formula(
      "MWh/month",
      "Grid energy of its GPU-hours, wherever they are rented",
      (d) => d.home_hours * d.energy_per_hour + d.rented_hours * d.imported_share * d.start_work * d.moved_energy
    ),
    site_water: formula(
      "m3/month",
      "On-site water of its GPU-hours, wherever they are rented",
      (d) => d.home_hours * d.water_per_hour + d.rented_hours * d.imported_share * d.start_work * d.moved_water
    ),
    energy_per_token: formula(
      "J/token",
      "Grid energy per output token, prefill included",
      (d) => d.grid_energy / d.output_tokens
    ),
    water_per_token: formula(
      "mL/token",
      "On-site water per output token, prefill included",
      (d) => d.site_water / d.output_tokens
    )
  };
}
