import type {Table, TableInput} from "../sheet/index.js";
import {table} from "./parameter.js";
import {neocloudStatement, type NeocloudStatement} from "./neocloud-statement.js";

/** What a neocloud bought in a year, or had at the start, and the loans that pay for a part of it. */
export interface Tranche {
  company: NeocloudStatement;
  kind: "hardware" | "building";
  opening: number;
  first: number;
  end: number;

  hardware: number;
  fitting_hardware: number;
  building: number;
  unfinished_building: number;
  hardware_purchases: number;
  building_purchases: number;
  loan_rate: number;
  lent_share: number;
  lent_tenor: number;
  planned_life: number;
  resale_ratio: number;
  last_equipped: number;
  replaced: number;
  opening_loans: number;
  opening_instalment: number;
  past_loans: number;
  last_excess: number;

  life: number;
  residual: number;
  opening_age: number;
  purchases: number;
  start_bought: number;
  last_bought: number;
  bought: number;
  start_waiting: number;
  last_waiting: number;
  waiting: number;
  start_book: number;
  last_book: number;
  depreciation: number;
  hall_depreciation: number;
  last_before: number;
  before: number;
  last_ended: number;
  ended: number;
  cleared: number;
  disposals: number;
  disposal_gain: number;
  book_value: number;
  hall_book: number;

  start_working: number;
  working_share: number;
  start_waiting_debt: number;
  start_working_debt: number;
  start_debt: number;
  last_drawn: number;
  draws: number;
  drawn: number;
  last_debt: number;
  interest_rate: number;
  interest: number;
  pace: number;
  start_next_instalment: number;
  last_next_instalment: number;
  next_instalment: number;
  start_instalment: number;
  last_instalment: number;
  instalment: number;
  repayments: number;
  prepaid: number;
  debt: number;
  hall_debt: number;
}

/** Years with a tranche of their own; what is bought after them is in the last. */
const years = 10;

/** The rows of `tranche`: of every neocloud, hardware and buildings at the start and bought in each year. */
export function tranches(neoclouds: readonly string[]): TableInput {
  const rows = neoclouds.flatMap((company) =>
    (["hardware", "building"] as const).flatMap((kind) =>
      Array.from({length: years + 1}, (_, year) => ({company, kind, year}))
    )
  );
  return {
    keys: rows.map(({company, kind, year}) => `${company}-${kind}-${year === 0 ? "opening" : `year-${year}`}`),
    columns: {
      company: {values: rows.map(({company}) => company)},
      kind: {values: rows.map(({kind}) => kind)},
      opening: {values: rows.map(({year}) => (year === 0 ? 1 : 0))},
      first: {values: rows.map(({year}) => Math.max(0, 12 * (year - 1)))},
      end: {values: rows.map(({year}) => (year === years ? Number.MAX_SAFE_INTEGER : 12 * year))}
    }
  };
}

export const tranche: Table<Tranche> = table<Tranche>(
  "tranche",
  "Assets that neoclouds held initially and bought in each year: straight-line book value, and the loans that " +
    "finance it, each draw repaid from when what it paid for works.",
  ({ref, text, input, lookups, formula, previous}) => ({
    company: ref(() => neocloudStatement, "Neocloud that bought it"),
    kind: text<Tranche["kind"]>("hardware: accelerators and servers; building: an owned facility"),
    opening: input("share", "1 for what was there at the start, 0 for what was bought later"),
    first: input("month", "Month of the run in which buying and drawing begin"),
    end: input("month", "Month of the run in which both have ended"),

    ...lookups(
      "company",
      "hardware",
      "fitting_hardware",
      "building",
      "unfinished_building",
      "hardware_purchases",
      "building_purchases",
      "loan_rate",
      "lent_share",
      "lent_tenor"
    ),
    ...lookups("company", "planned_life", "resale_ratio", "last_equipped", "replaced"),
    ...lookups("company", "opening_loans", "opening_instalment", "past_loans", "last_excess"),

    life: formula("yr", "Years over which it is written down", (t, p) =>
      t.kind === "hardware" ? t.planned_life : p.facility_life
    ),
    residual: formula("share", "Share of its price that is left in the books then", (t, p) =>
      t.kind === "hardware" ? p.accelerator_residual : p.facility_residual
    ),
    purchases: formula("USD/month", "Paid for it, at the end of the month", (t, p) =>
      p.month >= t.first && p.month < t.end ? (t.kind === "hardware" ? t.hardware_purchases : t.building_purchases) : 0
    ),
    start_bought: formula(
      "USD",
      "Purchase price of initial assets",
      (t) => t.opening * (t.kind === "hardware" ? t.hardware + t.fitting_hardware : t.building + t.unfinished_building)
    ),
    last_bought: previous("bought", "start_bought", "Purchase price of all that was bought, at the end of last month"),
    bought: formula("USD", "Purchase price of all that was bought", (t, p) => t.last_bought + t.purchases * p.step),
    start_waiting: formula(
      "USD",
      "Purchase price of initial assets not yet in service",
      (t) => t.opening * (t.kind === "hardware" ? t.fitting_hardware : t.unfinished_building)
    ),
    last_waiting: previous("waiting", "start_waiting", "Purchase price of assets not yet in service last month"),
    pace: formula(
      "1/month",
      "Share of assets not yet in service that begins to work: accelerators wait for one stage of the lead time, " +
        "buildings for two",
      (t, p) => (t.kind === "hardware" ? 1 : 0.5) * p.stage_pace
    ),
    waiting: formula(
      "USD",
      "Purchase price of assets not yet in service",
      (t, p) => t.last_waiting * (1 - t.pace * p.step) + t.purchases * p.step
    ),
    opening_age: formula("share", "Share of their life that assets in service at the outset have used up", (t, p) =>
      t.kind === "hardware" ? p.opening_age : p.opening_hall_age
    ),
    start_book: formula(
      "USD",
      "Initial book value: part of the assets' life is over",
      (t) => t.start_bought - (t.start_bought - t.start_waiting) * t.opening_age * (1 - t.residual)
    ),
    last_book: previous("book_value", "start_book", "Book value at the end of last month"),
    depreciation: formula(
      "USD/month",
      "Written off in equal parts, down to the residual value, once it works",
      (t, p, {min, max}) =>
        max(
          0,
          min(
            ((t.last_bought - t.last_ended - t.last_waiting) * (1 - t.residual)) / t.life,
            (t.last_book - (t.last_bought - t.last_ended) * t.residual) / p.step
          )
        )
    ),
    hall_depreciation: formula("USD/month", "Depreciation of buildings", (t) =>
      t.kind === "building" ? t.depreciation : 0
    ),
    last_before: previous("before", 0, "What was bought before it, last month"),
    before: formula("USD", "Purchase price of the hardware that was bought before it", (t, p) =>
      t.opening === 1 ? 0 : p.month <= t.first ? t.last_equipped : t.last_before
    ),
    last_ended: previous("ended", 0, "Purchase price of what was retired, at the end of last month"),
    ended: formula(
      "USD",
      "Purchase price of the hardware that has been retired, the oldest first; buildings stay",
      (t, _, {min, max}) =>
        t.kind === "hardware" ? max(t.last_ended, min(t.last_bought, t.replaced - t.before)) : t.last_ended
    ),
    cleared: formula("USD/month", "Book value of what is retired: its part of what works", (t, p, {min, max}) =>
      t.ended > t.last_ended
        ? (min(
            1,
            (t.ended - t.last_ended) / max(t.ended - t.last_ended, t.last_bought - t.last_ended - t.last_waiting)
          ) *
            max(0, t.last_book - t.last_waiting - t.depreciation * p.step)) /
          p.step
        : 0
    ),
    disposals: formula(
      "USD/month",
      "Received for it as it is retired, at the price of used accelerators",
      (t, p) => ((t.ended - t.last_ended) * t.resale_ratio) / p.step
    ),
    disposal_gain: formula("USD/month", "What it brought above its book value", (t) => t.disposals - t.cleared),
    book_value: formula(
      "USD",
      "Book value at the end of the month",
      (t, p) => t.last_book + (t.purchases - t.depreciation - t.cleared) * p.step
    ),
    hall_book: formula("USD", "Book value of buildings", (t) => (t.kind === "building" ? t.book_value : 0)),

    start_working: formula(
      "USD",
      "Purchase price of initial assets in service",
      (t) => t.start_bought - t.start_waiting
    ),
    working_share: formula("share", "Part of its company's initial assets in service", (t) =>
      t.start_working > 0 ? t.start_working / (t.hardware + t.building) : 0
    ),
    start_waiting_debt: formula(
      "USD",
      "Initial loans on what does not work yet, as on new purchases",
      (t) => t.start_waiting * t.lent_share
    ),
    start_working_debt: formula(
      "USD",
      "Initial loans on what works: what is left of those on the contracts in force, at most the usual share",
      (t, p, {min}) => min(t.working_share * t.opening_loans, t.start_working * p.debt_share)
    ),
    start_debt: formula("USD", "Initial loans", (t) => t.start_working_debt + t.start_waiting_debt),
    last_drawn: previous("drawn", "start_debt", "All that was drawn, by the end of last month"),
    draws: formula("USD/month", "Loan drawdown: the borrowed share of purchases", (t) => t.purchases * t.lent_share),
    drawn: formula("USD", "All that was drawn", (t, p) => t.last_drawn + t.draws * p.step),
    last_debt: previous("debt", "start_debt", "Owed at the end of last month"),
    interest_rate: formula(
      "1/yr",
      "Real interest on its loans; of those at the outset, a part was lent at the rates of earlier years",
      (t, p) =>
        t.start_debt > 0
          ? t.loan_rate + ((t.working_share * t.past_loans) / t.start_debt) * (p.past_loan_rate - p.loan_rate)
          : t.loan_rate
    ),
    interest: formula("USD/month", "Real interest on what was owed last month", (t) => t.last_debt * t.interest_rate),
    start_next_instalment: formula(
      "USD/month",
      "Equal parts in which initial loans on what does not work yet will be repaid",
      (t) => t.start_waiting_debt / t.lent_tenor
    ),
    last_next_instalment: previous("next_instalment", "start_next_instalment", "These parts, last month"),
    next_instalment: formula(
      "USD/month",
      "Equal parts in which draws on what does not work yet will be repaid",
      (t, p) => t.last_next_instalment * (1 - t.pace * p.step) * (1 - t.last_excess) + (t.draws * p.step) / t.lent_tenor
    ),
    start_instalment: formula("USD/month", "Equal parts in which initial loans on what works are repaid", (t) =>
      t.start_working_debt > 0 ? (t.start_working_debt * t.opening_instalment) / t.opening_loans : 0
    ),
    last_instalment: previous("instalment", "start_instalment", "Equal parts in which it is repaid, last month"),
    instalment: formula(
      "USD/month",
      "Equal parts in which it is repaid: each draw from when what it paid for works, before its contracts end",
      (t, p) => (t.last_instalment + t.last_next_instalment * t.pace * p.step) * (1 - t.last_excess)
    ),
    repayments: formula("USD/month", "Repayment due, until nothing is owed", (t, p) =>
      t.last_debt / p.step < t.last_instalment * (1 + 1e-9) ? t.last_debt / p.step : t.last_instalment
    ),
    prepaid: formula(
      "USD/month",
      "Repaid early, from cash or by owners, so that coverage meets the covenant again",
      (t, p) => (t.last_debt / p.step - t.repayments) * t.last_excess
    ),
    debt: formula(
      "USD",
      "Debt at the end of the month",
      (t, p) => t.last_debt + (t.draws - t.repayments - t.prepaid) * p.step
    ),
    hall_debt: formula("USD", "Owed for buildings", (t) => (t.kind === "building" ? t.debt : 0))
  })
);
