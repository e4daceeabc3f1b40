import type {Definitions, Table} from "../sheet/index.js";
import {lendersCase, type LendersCase} from "./lenders-case.js";
import {market, type Market} from "./market.js";
import {neocloud, type Neocloud} from "./neocloud.js";
import {table, type Words} from "./parameter.js";

/** A time for which the price of a GPU-hour is fixed. */
export interface Tenor {
  name: string;
  market: Market;
  term: number;
  discount: number;
  spot_index: number;
  long_run_index: number;
  reach: number;
  fade: number;
  first_index: number;
  new_index: number;
}

/** What a neocloud has sold for one tenor, of all its contracts. */
export interface Contract extends LendersCase {
  neocloud: Neocloud;
  tenor: Tenor;
  share: number;
  in_force: number;
  term: number;
  first_index: number;
  new_index: number;
  new_hours: number;
  start_index: number;
  price_index: number;
  ending: number;
  renewed: number;
  next_price_index: number;

  contract_length: number;
  new_offtake: number;
  new_running_cost: number;
  new_write_off: number;
  loan_rate: number;
  counterparty_haircut: number;
  offtake_revenue: number;
  cost_before_overhead: number;
  lenders_tax: number;
  planned_service: number;
  sized_debt: number;
  sized_instalment: number;

  installed_offtake: number;
  installed_running_cost: number;
  installed_write_off: number;
  planned_life: number;
  opening_earnings: number;
  opening_service: number;
  loans_alive: number;
  opening_instalment: number;
  opening_loans: number;
  past_loan_rest: number;
  past_loans: number;
}

export const tenor: Table<Tenor> = table<Tenor>(
  "tenor",
  "Times for which the price of a GPU-hour is fixed, and the price of a contract that is signed now.",
  ({text, ref, input, lookups, formula}) => ({
    name: text("Name of the tenor"),
    market: ref(() => market, "Market in which the hours are sold"),
    term: input("yr", "Period for which the price is fixed"),
    discount: input("share", "Discount for the length of the commitment"),
    ...lookups("market", "spot_index", "long_run_index"),
    reach: formula(
      "share",
      "Weight of today's on-demand price in the mean of those expected over the term: the rest is the long-run price",
      (t, p, {mean_decay}) => mean_decay(p.reversion * t.term)
    ),
    fade: formula(
      "share",
      "Mean price over the term of an ageing accelerator, relative to the newest",
      (t, p, {mean_decay}) => mean_decay(p.rent_decline * t.term)
    ),
    first_index: formula(
      "1",
      "Price of a GPU-hour of the newest accelerators that is expected over the term as scarcity passes, less the " +
        "discount as a multiple of the initial on-demand price",
      (t) => t.long_run_index * (t.spot_index / t.long_run_index) ** t.reach * (1 - t.discount)
    ),
    new_index: formula(
      "1",
      "Price of a GPU-hour on a contract signed now as a multiple of the initial on-demand price: the same as the " +
        "accelerator ages, on average over the term",
      (t) => t.first_index * t.fade
    )
  })
);

export const contract: Table<Contract> = table<Contract>(
  "contract",
  "Contracts of neoclouds by tenor: what was signed keeps its price until it is renewed.",
  (words) => {
    const {ref, input, lookups, formula, previous} = words;
    return {
      neocloud: ref(() => neocloud, "Selling neocloud"),
      tenor: ref(() => tenor, "Period for which the price is fixed"),
      share: input("share", "Share of the neocloud's contracted hours"),
      in_force: input("share", "Initial price in force, relative to a contract signed then"),
      ...lookups("tenor", "term", "first_index", "new_index"),
      ...lookups("neocloud", "new_hours"),
      start_index: formula(
        "1",
        "Initial price in force, relative to the on-demand price",
        (c) => c.new_index * c.in_force
      ),
      price_index: previous(
        "next_price_index",
        "start_index",
        "Mean price in force as a multiple of the initial on-demand price"
      ),
      ending: formula("share", "Share of the hours under contract whose contract ends in the month", (c, p, {min}) =>
        min(1, p.step / c.term)
      ),
      renewed: formula(
        "share",
        "Share of contracted hours signed in the month: renewals and new contracts",
        (c, _, {min}) => min(1, c.ending + c.new_hours)
      ),
      next_price_index: formula(
        "1",
        "Mean price in force next month, for the work of the newest accelerators when the contracts are signed",
        (c) => c.price_index + (c.new_index - c.price_index) * c.renewed
      ),

      contract_length: formula("month", "Length of its contracts", (c) => c.term),
      ...lookups("neocloud", "new_offtake", "new_running_cost", "new_write_off", "loan_rate", "counterparty_haircut"),
      offtake_revenue: formula(
        "USD/month",
        "Revenue of its contracts on what is bought in the month, which age does not lower",
        (c) => c.share * c.new_offtake * c.new_index
      ),
      cost_before_overhead: formula(
        "USD/month",
        "Share of the running cost of the month's purchases",
        (c) => c.share * c.new_running_cost
      ),
      ...lendersCase(words),
      lenders_tax: formula(
        "USD/month",
        "Tax in the lenders' case, which has no interest",
        (c, p, {max}) => max(0, c.lenders_earnings - c.share * c.new_write_off) * p.tax_rate
      ),
      planned_service: formula(
        "USD/month",
        "Debt service that contracted cash after tax covers",
        (c, _, {max}) => max(0, c.lenders_earnings - c.lenders_tax) / c.coverage
      ),
      sized_debt: formula(
        "USD",
        "Debt on what is bought in the month that this service repays in equal parts before the contracts end: the " +
          "first month, whose interest is highest, takes all of it",
        (c) => (c.sculpted_tenor > 0 ? c.planned_service / (1 / c.sculpted_tenor + c.loan_rate) : 0)
      ),
      sized_instalment: formula("USD/month", "Equal part in which that debt is repaid", (c) =>
        c.sculpted_tenor > 0 ? c.sized_debt / c.sculpted_tenor : 0
      ),
      ...openingLoans(words)
    };
  }
);

type Opening =
  | "installed_offtake"
  | "installed_running_cost"
  | "installed_write_off"
  | "planned_life"
  | "opening_earnings"
  | "opening_service"
  | "loans_alive"
  | "opening_instalment"
  | "opening_loans"
  | "past_loan_rest"
  | "past_loans";

/** What is left at the outset of the loans on what works, sized as new ones are, but on the prices then in force. */
function openingLoans({formula, lookups}: Words<Contract>): Pick<Definitions<Contract>, Opening> {
  return {
    ...lookups("neocloud", "installed_offtake", "installed_running_cost", "installed_write_off", "planned_life"),
    opening_earnings: formula(
      "USD/month",
      "Lenders' earnings of its contracts in force on what works at the outset",
      (c, p) =>
        c.share *
        (c.installed_offtake * c.start_index * (1 - c.counterparty_haircut) * (1 - p.neocloud_overhead) -
          c.installed_running_cost)
    ),
    opening_service: formula(
      "USD/month",
      "Debt service that these cover, after tax",
      (c, p, {max}) =>
        max(0, c.opening_earnings - max(0, c.opening_earnings - c.share * c.installed_write_off) * p.tax_rate) /
        c.coverage
    ),
    loans_alive: formula(
      "share",
      "Share of what works at the outset that is younger than its loan is long: fleets have grown",
      (c, p, {min, mean_decay}) =>
        min(
          1,
          (c.sculpted_tenor * mean_decay(p.past_growth * c.sculpted_tenor)) /
            (c.planned_life * mean_decay(p.past_growth * c.planned_life))
        )
    ),
    opening_instalment: formula("USD/month", "Equal parts in which the loans of these are repaid", (c) =>
      c.sculpted_tenor > 0
        ? (c.loans_alive * c.opening_service) / (1 / c.sculpted_tenor + c.loan_rate) / c.sculpted_tenor
        : 0
    ),
    opening_loans: formula(
      "USD",
      "What is left of them to repay at the outset",
      (c, p, {mean_age}) => c.opening_instalment * c.sculpted_tenor * (1 - mean_age(p.past_growth * c.sculpted_tenor))
    ),
    past_loan_rest: formula("yr", "Time left to repay the youngest of the loans of dearer years", (c, p, {max}) =>
      max(0, c.sculpted_tenor - p.past_loan_time)
    ),
    past_loans: formula("USD", "What is left of the loans of dearer years", (c, p, {exp, mean_decay, mean_age}) =>
      c.sculpted_tenor > 0
        ? (c.opening_loans *
            exp((0 - p.past_growth) * p.past_loan_time) *
            (c.past_loan_rest / c.sculpted_tenor) ** 2 *
            mean_decay(p.past_growth * c.past_loan_rest) *
            (1 - mean_age(p.past_growth * c.past_loan_rest))) /
          (mean_decay(p.past_growth * c.sculpted_tenor) * (1 - mean_age(p.past_growth * c.sculpted_tenor)))
        : 0
    )
  };
}
