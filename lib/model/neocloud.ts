import type {Table} from "../sheet/index.js";
import {cluster} from "./cluster.js";
import {contract} from "./contract.js";
import {table} from "./parameter.js";

/** A company that turns power and silicon into GPU-hours. */
export interface Neocloud {
  name: string;
  counterparty: string;
  capital_premium: number;
  life_extension: number;
  availability_gain: number;
  gpus: number;
  it_capacity: number;
  site_power: number;
  allocatable_hours: number;
  last_allocatable_hours: number;
  new_hours: number;
  contract_index: number;
  first_contract_index: number;
  ending: number;
  renewed: number;
  new_contract_index: number;
  export_revenue: number;
  sold_hours: number;
  revenue: number;
  cost: number;
  profit: number;
  margin: number;
  levelised_cost: number;

  electricity_cost: number;
  water_cost: number;
  colocation_rent: number;
  operation_cost: number;
  staff_cost: number;
  licence_cost: number;
  maintenance_cost: number;
  insurance_cost: number;
  property_tax: number;
  overhead: number;
  chip_purchases: number;
  system_purchases: number;
  building_purchases: number;
  hardware: number;
  fitting_hardware: number;
  building: number;
  unfinished_building: number;
  hardware_retired: number;
  resale: number;
  resale_ratio: number;

  loan_rate: number;
  counterparty_haircut: number;
  purchases: number;
  new_offtake: number;
  new_running_cost: number;
  new_write_off: number;
  sized_debt: number;
  sized_instalment: number;
  lent_share: number;
  lent_tenor: number;

  installed_offtake: number;
  installed_running_cost: number;
  planned_life: number;
  installed_write_off: number;
  opening_loans: number;
  opening_instalment: number;
  past_loans: number;
}

export const neocloud: Table<Neocloud> = table<Neocloud>(
  "neocloud",
  "Companies that turn power and silicon into GPU-hours.",
  ({text, input, rollup, sums, formula, previous}) => ({
    name: text("Name of the company"),
    counterparty: text("Rating of its customers: investment_grade, speculative or unrated"),
    capital_premium: input("1/yr", "Cost of capital above or below the general one"),
    life_extension: input("yr", "Years that it uses its hardware beyond the general life"),
    availability_gain: input("1", "Share of accelerators that it can sell above or below what its orchestrators allow"),
    ...sums(() => cluster, "gpus", "it_capacity", "site_power", "allocatable_hours", "sold_hours"),
    last_allocatable_hours: previous(
      "allocatable_hours",
      "allocatable_hours",
      "GPU-hours that could be sold last month"
    ),
    new_hours: formula("share", "Share of its GPU-hours that was not there last month", (n, _, {max}) =>
      max(0, 1 - n.last_allocatable_hours / n.allocatable_hours)
    ),
    contract_index: rollup(() => contract, "price_index", "weighted_mean", {
      weight: "share",
      doc: "Mean price of its contracts in force as a multiple of the initial on-demand price"
    }),
    ending: rollup(() => contract, "ending", "weighted_mean", {
      weight: "share",
      doc: "Share of its hours under contract whose contract ends in the month"
    }),
    renewed: rollup(() => contract, "renewed", "weighted_mean", {
      weight: "share",
      doc: "Share of its hours under contract that is signed in the month"
    }),
    new_contract_index: rollup(() => contract, "new_index", "weighted_mean", {
      weight: "share",
      doc: "Mean price of a contract signed now, for its whole term as a multiple of the initial on-demand price"
    }),
    first_contract_index: rollup(() => contract, "first_index", "weighted_mean", {
      weight: "share",
      doc: "Mean price at which it signs contracts now, before age as a multiple of the initial on-demand price"
    }),
    ...sums(() => cluster, "export_revenue", "revenue", "cost", "profit"),
    margin: formula("1", "Profit after capital charges, as a share of revenue", (n) => n.profit / n.revenue),
    levelised_cost: formula(
      "USD/GPU-hour",
      "All cost, with capital charges, per GPU-hour sold",
      (n) => n.cost / n.sold_hours
    ),

    ...sums(() => cluster, "electricity_cost", "water_cost", "colocation_rent", "operation_cost", "staff_cost"),
    ...sums(() => cluster, "licence_cost", "maintenance_cost", "insurance_cost", "property_tax", "overhead"),
    ...sums(() => cluster, "chip_purchases", "system_purchases", "building_purchases", "hardware"),
    ...sums(() => cluster, "fitting_hardware", "building", "unfinished_building", "hardware_retired", "resale"),
    resale_ratio: formula(
      "1",
      "What used accelerators bring, relative to the purchase price of the hardware that they end",
      (n) => (n.hardware_retired > 0 ? n.resale / n.hardware_retired : 0)
    ),

    loan_rate: formula(
      "1/yr",
      "Real interest on its loans: nominal, less inflation",
      (n, p) => p.loan_rate - p.inflation + n.capital_premium
    ),
    counterparty_haircut: formula("share", "What lenders take off its contracted revenue", (n, p) =>
      n.counterparty === "investment_grade"
        ? p.haircut_investment_grade
        : n.counterparty === "speculative"
          ? p.haircut_speculative
          : p.haircut_unrated
    ),
    purchases: formula(
      "USD/month",
      "Payments for hardware and buildings",
      (n) => n.chip_purchases + n.system_purchases + n.building_purchases
    ),
    ...sums(() => cluster, "new_offtake", "new_running_cost"),
    new_write_off: formula(
      "USD/month",
      "Depreciation of the hardware bought in the month",
      (n, p) => ((n.chip_purchases + n.system_purchases) * p.step * (1 - p.accelerator_residual)) / n.planned_life
    ),
    ...sums(() => contract, "sized_debt", "sized_instalment"),
    lent_share: formula(
      "share",
      "Share of the month's purchases that is borrowed: what the cash of their contracts repays, at most the usual " +
        "share",
      (n, p, {min}) => (n.purchases > 0 ? min(p.debt_share, n.sized_debt / (n.purchases * p.step)) : 0)
    ),
    lent_tenor: formula("yr", "Mean time over which that is repaid, within the contracts", (n, p) =>
      n.sized_instalment > 0 ? n.sized_debt / n.sized_instalment : p.loan_tenor
    ),
    ...sums(() => cluster, "installed_offtake", "installed_running_cost"),
    planned_life: formula(
      "yr",
      "Years for which it plans to use its hardware",
      (n, p) => p.accelerator_life + n.life_extension
    ),
    installed_write_off: formula(
      "USD/month",
      "Depreciation of the hardware that works",
      (n, p) => (n.hardware * (1 - p.accelerator_residual)) / n.planned_life
    ),
    ...sums(() => contract, "opening_loans", "opening_instalment", "past_loans")
  })
);
