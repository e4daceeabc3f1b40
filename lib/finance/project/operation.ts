import {runningCosts} from "../../model/running-costs.js";
import type {Definitions} from "../../sheet/index.js";
import type {Operation, ProjectWords} from "./row.js";

/** The columns of `Operation`. */
export function operation(words: ProjectWords): Definitions<Operation> {
  const {formula, previous} = words;
  return {
    last_age: previous("age", 0, "Time in operation at the end of last month"),
    age: formula("month", "Time in operation at the end of the month", (x, _, {min, max}) =>
      max(0, min(x.month + x.step - x.opening_month, x.accelerator_life))
    ),
    operating: formula(
      "share",
      "Share of the month in operation",
      (x, _, {min}) => (1 - x.last_sold) * min(1, (x.age - x.last_age) / x.step)
    ),
    gpus: formula("GPU", "Accelerators in operation", (x) => x.count * x.operating),
    it_capacity: formula("MW", "IT power provisioned, while in operation", (x) => x.site_capacity * x.operating),
    attended_gpus: formula("GPU", "Accelerators that are looked after", (x) => x.gpus),
    housed_capacity: formula("MW", "IT power for which a place is paid", (x) => x.it_capacity),
    hardware: formula("USD", "Purchase price of the hardware in operation", (x) => x.hardware_cost * x.operating),

    last_price_index: previous("price_index", 1, "Price path last month, relative to the initial level"),
    growth: formula("1/yr", "Logarithmic change of the price, a year", (x) =>
      x.month / x.step <= 12
        ? x.growth_1
        : x.month / x.step <= 24
          ? x.growth_2
          : x.month / x.step <= 36
            ? x.growth_3
            : x.month / x.step <= 48
              ? x.growth_4
              : x.growth_5
    ),
    price_index: formula("1", "Price path relative to the initial level", (x, _, {exp}) =>
      x.month > 0 ? x.last_price_index * exp((x.growth + x.price_drift) * x.step) : 1
    ),
    current_on_demand_price: formula(
      "USD/GPU-hour",
      "On-demand price",
      (x) => x.on_demand_price * x.price_level * x.price_index
    ),
    last_contract_index: previous("contract_index", 1, "Price of the contracts in force last month"),
    contract_index: formula(
      "1",
      "Price of the contracts in force relative to the initial level of the price path: signed at the opening, " +
        "renewed as in the chain",
      (x, _, f) =>
        x.last_age > 0
          ? f.approach(x.last_contract_index, x.last_price_index, x.step / (x.contract_term / 2))
          : x.price_index
    ),
    contract_price: formula(
      "USD/GPU-hour",
      "Mean price of the one-year contracts in force",
      (x) => (1 - x.contract_discount) * x.on_demand_price * x.price_level * x.contract_index
    ),
    merchant_price: formula(
      "USD/GPU-hour",
      "Mean price of GPU-hours outside the long contract",
      (x) => x.contract_share * x.contract_price + (1 - x.contract_share) * x.current_on_demand_price
    ),
    price: formula(
      "USD/GPU-hour",
      "Mean price of the GPU-hours sold",
      (x) => x.offtake_part * x.offtake_price + (1 - x.offtake_part) * x.merchant_price
    ),
    sold_hours: formula(
      "GPU-hour/month",
      "GPU-hours sold",
      (x) => x.count * x.allocatable_share * x.utilisation * x.operating
    ),
    revenue: formula("USD/month", "GPU-hours sold at their price", (x) => x.sold_hours * x.price),

    load: formula(
      "share",
      "Power above idle of an accelerator, as a share of that at full load: what is sold, as far as customers use it",
      (x) => x.allocatable_share * x.utilisation * x.active_share
    ),
    grid_energy: formula(
      "MWh/month",
      "Energy from the grid",
      (x) => x.full_power * (x.idle_power_share + (1 - x.idle_power_share) * x.load) * x.pue * x.operating
    ),
    power_price: formula(
      "USD/kWh",
      "Price of electricity",
      (x, _, {exp}) => x.start_power_price * exp(x.power_price_trend * x.month)
    ),
    site_water: formula("m3/month", "Water used on site", (x) => (x.grid_energy / x.pue) * x.wue),
    wage_index: formula("1", "Compensation relative to the initial level", (x, _, {exp}) =>
      exp(x.wage_growth * x.month)
    ),
    ...runningCosts(words),
    property_tax: formula(
      "USD/month",
      "Property tax on an owned facility",
      (x) => x.building_cost * x.property_tax_rate * x.operating
    ),
    overhead: formula("USD/month", "Selling, general and administrative cost", (x) => x.revenue * x.neocloud_overhead),
    cost_before_overhead: formula(
      "USD/month",
      "Running cost without overhead, which follows revenue",
      (x) =>
        x.electricity_cost +
        x.water_cost +
        x.colocation_rent +
        x.operation_cost +
        x.staff_cost +
        x.licence_cost +
        x.maintenance_cost +
        x.insurance_cost +
        x.property_tax
    ),
    ebitda: formula(
      "USD/month",
      "Earnings before interest, tax and depreciation",
      (x) => x.revenue - x.cost_before_overhead - x.overhead
    )
  };
}
