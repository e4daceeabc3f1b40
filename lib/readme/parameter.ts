import {mathematics, tableBuilder, type Callable, type Table} from "../sheet/index.js";

/** The earlier program's constants, and its choices that the audit questions. */
export interface Parameter {
  months_per_year: number;
  infrastructure_ratio: number;
  staff_share: number;
  water_intensity: number;
  provider_overhead: number;
  whole_token: number;
  platform_share: number;
  development_cost: number;
  support_share: number;
  administration_share: number;
  downstream_share: number;
  transfer_share: number;
  accelerator_life: number;
  facility_life: number;
  cost_of_capital: number;
  layers_meet: number;
  load_share: number;
  measured_hours: number;
  realised_share: number;
  consumer_work_share: number;
  wage: number;
  accelerator_charge: number;
  facility_charge: number;
}

/** Defines the replica's tables. */
export const table = tableBuilder<Parameter, Callable<typeof mathematics>>();

/** The replica's scalars: one row. */
export const parameter: Table<Parameter> = table<Parameter>(
  "readme_parameter",
  "Constants and choices of the earlier program.",
  ({input, formula}) => ({
    months_per_year: input("month30/yr", "Months of 30 days that count as a year"),
    infrastructure_ratio: input("1", "Price of a datacenter relative to that of its accelerators"),
    staff_share: input("1/yr", "Staff and maintenance a year, over all capital"),
    water_intensity: input("gal/kWh", "Cooling water per unit of energy used by the accelerators"),
    provider_overhead: input("1", "A provider's other costs relative to its accelerator rental cost"),
    whole_token: input("token/month30", "Smallest sale: an even split of tokens leaves only whole ones"),
    platform_share: input("1", "An application's infrastructure cost relative to its token cost"),
    development_cost: input("USD/user-month30", "Product development per user"),
    support_share: input("share", "Customer support over an application's revenue"),
    administration_share: input("share", "Administration over an application's revenue"),
    downstream_share: input("share", "Share of the providers' and applications' costs that the multiplier counts"),
    transfer_share: input("share", "Share of the payments between layers that the multiplier counts"),
    accelerator_life: input("month30", "Time over which accelerators are charged"),
    facility_life: input("month30", "Time over which datacenters are charged"),
    cost_of_capital: input("1/yr", "Interest on capital, compounded continuously"),
    layers_meet: input("1", "1 where compute is scaled to the tokens that the applications need, else 0"),
    load_share: input("share", "Share of the providers' capacity that is sold once the layers meet"),
    measured_hours: input("hour/user-month30", "Most time saved per user that evidence supports"),
    realised_share: input("share", "Share of the time saved that becomes output"),
    consumer_work_share: input("share", "Share of consumers' usage that is for work"),
    wage: input("USD/hour", "Value of an hour of saved time"),
    accelerator_charge: formula("1/month30", "Charge on accelerators: an annuity over their life", (p, _, {exp}) =>
      p.cost_of_capital > 0
        ? p.cost_of_capital / (1 - exp(-p.cost_of_capital * p.accelerator_life))
        : 1 / p.accelerator_life
    ),
    facility_charge: formula("1/month30", "Charge on datacenters: an annuity over their life", (p, _, {exp}) =>
      p.cost_of_capital > 0 ? p.cost_of_capital / (1 - exp(-p.cost_of_capital * p.facility_life)) : 1 / p.facility_life
    )
  }),
  {single: true}
);
