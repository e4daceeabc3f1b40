import {tableBuilder, type Table} from "../sheet/index.js";
import {movedTerms} from "./moved-terms.js";

/** Terms of projects that no table of the chain has. */
interface ProjectDefault {
  utilisation: number;
  build_time: number;
  price_drift: number;
  offtake_share: number;
  offtake_term: number;
  offtake_discount: number;
  prepayment_share: number;
  balloon_share: number;
  base_rate: number;
  refinancing_spread: number;
  spread_investment_grade: number;
  spread_speculative: number;
  spread_unrated: number;
  tax_life: number;
}

export const projectDefault: Table<ProjectDefault> = tableBuilder<ProjectDefault, object>()<ProjectDefault>(
  "project_default",
  "What a project is taken to be, where the model says nothing.",
  ({input}) => ({
    utilisation: input("share", "Utilisation: share of available GPU-hours sold"),
    build_time: input("month", "Months from the first payment to the first GPU-hour"),
    price_drift: input(
      "1/yr",
      "Continuous rate of change (per year) of the price of a GPU-hour, on top of a scenario's path"
    ),
    offtake_share: input("share", "GPU-hours under a long contract, of those sold"),
    offtake_term: input("month", "Term of the long contract"),
    offtake_discount: input("share", "How far the long contract's price lies below the on-demand price"),
    prepayment_share: input("share", "What the long contract's customer pays in advance, of its part of the hardware"),
    balloon_share: input("share", "Share of the loan that is left at its end, to be refinanced"),
    base_rate: input("1/yr", "Nominal yield of ten-year Treasury notes"),
    refinancing_spread: input("1/yr", "What a loan without a contract costs above the base rate"),
    spread_investment_grade: input("1/yr", "Spread of a loan on a contract with a customer of investment grade"),
    spread_speculative: input("1/yr", "Spread of a loan on a contract with a customer rated below that"),
    spread_unrated: input("1/yr", "Spread of a loan on a contract with a customer without a rating"),
    tax_life: input("yr", "Years over which tax law writes hardware off as a straight line")
  }),
  {single: true, moved: movedTerms}
);
