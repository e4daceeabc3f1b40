import type {Definitions} from "../../sheet/index.js";
import type {Fleet} from "../fleet.js";
import type {Words} from "../parameter.js";

/** Cost of an hour of new capacity, by its parts. */
export interface NewCost {
  capital_cost: number;
  place_rate: number;
  place_cost: number;
  energy_price: number;
  attendance: number;
  site_cost: number;
  running_cost: number;
  running_cost_of_hour: number;
  hour_price: number;
  new_cost: number;
}

/** The columns of `NewCost`. */
export function newCost({formula}: Words<Fleet>): Definitions<NewCost> {
  return {
    capital_cost: formula(
      "USD/GPU-month",
      "First year's annuity, upkeep and insurance of an accelerator bought now: its rent is expected to fall with age",
      (f, p, {capital_recovery}) =>
        f.hardware_price *
        (capital_recovery(f.rate + p.rent_decline, f.life, p.accelerator_residual) +
          p.hardware_maintenance +
          p.insurance)
    ),
    place_rate: formula(
      "USD/kW-month",
      "What a place with power costs in normal times: annuity and tax of a new building, or rent",
      (f, p, {capital_recovery}) =>
        f.tenure === "owned"
          ? f.construction_cost *
            p.construction_premium *
            (capital_recovery(f.rate, p.facility_life, p.facility_residual) + p.property_tax)
          : f.colocation_rate
    ),
    place_cost: formula(
      "USD/kW-month",
      "The same with the operation of an owned building, without energy",
      (f, p) => f.place_rate + (f.tenure === "owned" ? p.facility_operation : 0)
    ),
    energy_price: formula("USD/kWh", "Price of a server's energy with that of cooling", (f) => f.pue * f.power_price),
    attendance: formula(
      "USD/GPU-month",
      "Engineers and licence for an accelerator",
      (f, p) => f.staff * p.engineer_compensation * p.wage_index + f.licence
    ),
    site_cost: formula(
      "USD/GPU-month",
      "Its place in a new building or a rented one, without energy",
      (f) => f.provisioned_power * (f.place_cost + f.place_rate * (f.power_premium - 1))
    ),
    running_cost: formula(
      "USD/GPU-month",
      "Its electricity at normal occupancy and customers' use, engineers and licence",
      (f, p) =>
        f.loaded_power *
          (p.idle_power_share + (1 - p.idle_power_share) * f.allocatable_share * p.normal_occupancy * f.active_share) *
          f.energy_price +
        f.attendance
    ),
    running_cost_of_hour: formula(
      "USD/GPU-hour",
      "Electricity, engineers, licence and upkeep of one that is installed, per hour sold at normal occupancy",
      (f, p) =>
        (f.running_cost + f.hardware_price * p.hardware_maintenance) / (f.allocatable_share * p.normal_occupancy)
    ),
    hour_price: formula(
      "USD/GPU-hour",
      "Price of its hours on demand",
      (f) => f.start_on_demand_price * f.spot_index * f.relative_value
    ),
    new_cost: formula(
      "USD/GPU-hour",
      "Cost of an hour of new capacity that earns what one at the outset earns, at normal occupancy",
      (f, p) =>
        (f.capital_cost + f.site_cost + f.running_cost) /
        (f.relative_value * f.allocatable_share * p.normal_occupancy * (1 - p.neocloud_overhead))
    )
  };
}
