/** What may be built at a site. Months count from the first month; money is in USD of 2026. */
export interface BuildQuestion {
  /** IT power available from a month on, MW; the last step lasts to the end. */
  power: readonly PowerStep[];
  /** Spending limit on hardware and data-centre capacity, USD, in total or a year. */
  budget: number;
  budget_by: BudgetPeriod;
  /** Months in which orders may be placed. */
  orders: readonly number[];
  /** Planning period, in months; units still in service then count at their resale value. */
  horizon: number;
  /** Whether values are after tax on profits, as if each order were a company; the residual value is taxed, too. */
  after_tax?: boolean;
  /** Demand to meet at minimum cost; without one, the plan maximises earnings at market prices. */
  demand?: BuildDemand;
}

/** A demand, such as tokens a month, for units in service to meet. */
export interface BuildDemand {
  /** Quantity demanded from a month on; the last step lasts to the end. */
  steps: readonly {month: number; amount: number}[];
  /** What a unit of each kind serves a month; 0 if it cannot serve the demand. */
  rates: readonly number[];
}

export interface PowerStep {
  month: number;
  /** Capacity, MW. */
  capacity: number;
}

export const budgetPeriods = ["total", "year"] as const;
export type BudgetPeriod = (typeof budgetPeriods)[number];

/** A kind of accelerator in the units in which it is sold: whole servers or racks. */
export interface BuildKind {
  key: string;
  /** Accelerators in a unit. */
  gpus: number;
  /** IT power that the site must provide per unit, MW. */
  power: number;
  /** Price of a unit, including data-centre capacity if owned, USD. */
  price: number;
  /** Months from the order to the first GPU-hour. */
  lead: number;
  /** Service life of a unit, in months. */
  life: number;
  /** First month in which it can be ordered. */
  from: number;
}

/** Payments and earnings of a unit ordered in a given month, by month, USD of that month. */
export interface UnitFlow {
  order: number;
  /** Discount rate a month, continuous. */
  rate: number;
  /** Paid in the month of the order. */
  price: number;
  /** Revenue net of overhead. */
  sales: readonly number[];
  /** Earnings before interest and tax, and disposal proceeds. */
  earned: readonly number[];
  tax: readonly number[];
  /** Resale value in the last month, if still in service. */
  left: number;
}

/** Value of a unit ordered in a given month, discounted to the first month, USD. */
export interface UnitValue {
  /** Earnings plus residual value, less the price. */
  total: number;
  /** Residual value at the end. */
  residual: number;
  /** Cost of buying and running, less the residual value. */
  cost: number;
}

/** Values of units, by kind and month of order. */
export type UnitValues = readonly (readonly UnitValue[])[];

/** IT power available in a month, MW. */
export function powerIn({power}: Pick<BuildQuestion, "power">, month: number): number {
  return power.reduce((found, step) => (step.month <= month ? step.capacity : found), 0);
}
