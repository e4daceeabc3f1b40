import type {Definitions} from "../../sheet/index.js";
import type {Cluster} from "../cluster.js";
import type {Words} from "../parameter.js";

/** Costs as companies and cost models publish them. */
export interface Comparable {
  landlord_charge: number;
  landlord_rate: number;
  fitting_cost: number;
  comparable_cost: number;
}

/** The columns of `Comparable`. */
export function comparable({formula}: Words<Cluster>): Definitions<Comparable> {
  return {
    landlord_charge: formula(
      "USD/month",
      "Rent that a landlord would charge for owned buildings: his annuity, from when they are handed over to be " +
        "fitted, as for rented ones",
      (c) => (c.building_charge * c.housed_capacity) / c.it_capacity
    ),
    landlord_rate: formula(
      "USD/kW-month",
      "That rent with operation and property tax, of the IT power for which a place is paid",
      (c) => (c.landlord_charge + c.operation_cost + c.property_tax) / c.housed_capacity
    ),
    fitting_cost: formula(
      "USD/month",
      "Rent, operation, engineers, licence and energy for accelerators that are being fitted",
      (c, p) =>
        ((c.colocation_rent + c.operation_cost) * c.fitting_capacity) / c.housed_capacity +
        ((c.staff_cost + c.licence_cost) * c.in_fitting) / c.attended_gpus +
        ((c.electricity_cost + c.water_cost) * c.fitting_capacity * p.fitting_draw) / c.it_energy
    ),
    comparable_cost: formula(
      "USD/GPU-hour",
      "Cost per hour owned of an initial accelerator as published cost models count it: at their cost of capital, " +
        "life and load, without upkeep and insurance",
      (c, p, f) =>
        (c.hardware * f.capital_recovery(p.comparison_rate, p.comparison_life, 0) +
          c.building_charge +
          c.property_tax +
          ((c.colocation_rent + c.operation_cost) * c.it_capacity) / c.housed_capacity +
          ((c.staff_cost + c.licence_cost) * c.gpus) / c.attended_gpus +
          c.it_capacity * p.comparison_load * c.pue * c.power_price) /
        c.equivalents
    )
  };
}
