/** What may be built at a site: months count from the first month, money is USD of 2026. */
export interface BuildQuestion {
  /** IT power that is there from a month on, MW; the last step holds to the end. */
  power: readonly PowerStep[];
  /** What may be spent on hardware and halls, USD, in all or in each year. */
  budget: number;
  budget_by: BudgetPeriod;
  /** Months in which orders may be placed. */
  orders: readonly number[];
  /** Months that are looked at; what is left then counts at its resale value. */
  horizon: number;
  /** Whether values are after tax on profits, as of a company of one order; what is left in the end is taxed, too. */
  after_tax?: boolean;
  /** What must be served at least cost; without one, the plan is to earn most at market prices. */
  demand?: BuildDemand;
}

/** A demand, such as tokens a month, that those at work must meet. */
export interface BuildDemand {
  /** What is asked from a month on; the last step holds to the end. */
  steps: readonly {month: number; amount: number}[];
  /** What a unit of each kind serves a month; 0 of one that can't. */
  rates: readonly number[];
}

export interface PowerStep {
  month: number;
  /** MW */
  capacity: number;
}

export const budgetPeriods = ["total", "year"] as const;
export type BudgetPeriod = (typeof budgetPeriods)[number];

/** A kind of accelerator as it is bought: whole servers or racks. */
export interface BuildKind {
  key: string;
  /** Accelerators of a unit. */
  gpus: number;
  /** IT power that the site must provide for a unit, MW. */
  power: number;
  /** Price of a unit, and of the hall for it where that is owned, USD. */
  price: number;
  /** Months from the order to the first GPU-hour. */
  lead: number;
  /** Months that a unit runs. */
  life: number;
  /** First month in which it may be ordered. */
  from: number;
}

/** What a unit that is ordered in a month pays and earns by month, USD of that month. */
export interface UnitFlow {
  order: number;
  /** Discount rate a month, continuous. */
  rate: number;
  /** Paid in the month of the order. */
  price: number;
  /** Revenue less the overhead that follows it. */
  sales: readonly number[];
  /** Earnings before interest and tax, and what a unit is sold for. */
  earned: readonly number[];
  tax: readonly number[];
  /** What a unit that is still there would sell for in the last month. */
  left: number;
}

/** What a unit that is ordered in a month is worth, discounted to the first month, USD. */
export interface UnitValue {
  /** Earnings and what is left in the end, less the price. */
  total: number;
  /** What is left in the end. */
  residual: number;
  /** What it costs to buy and run, less what is left. */
  cost: number;
}

/** What units are worth, by kind and by month of order. */
export type UnitValues = readonly (readonly UnitValue[])[];

/** IT power that is there in a month, MW. */
export function powerIn({power}: Pick<BuildQuestion, "power">, month: number): number {
  return power.reduce((found, step) => (step.month <= month ? step.capacity : found), 0);
}
