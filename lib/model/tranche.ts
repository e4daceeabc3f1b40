import type {Table, TableInput} from "../sheet/index.js";
import {table} from "./parameter.js";
import {neocloudStatement, type NeocloudStatement} from "./neocloud-statement.js";

/** What a neocloud bought in a year, or had at the start, and the loan that pays for a part of it. */
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
  life_extension: number;
  resale_ratio: number;

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
  last_closed: number;
  closed: number;
  disposals: number;
  disposal_gain: number;
  book_value: number;

  start_debt: number;
  last_drawn: number;
  draws: number;
  drawn: number;
  last_debt: number;
  interest_rate: number;
  interest: number;
  start_instalment: number;
  last_instalment: number;
  instalment: number;
  repayments: number;
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
  "Assets that neoclouds held initially and bought in each year: straight-line book value, and the delayed-draw " +
    "loan that finances it.",
  ({ref, text, input, lookups, formula, previous}) => ({
    company: ref(() => neocloudStatement, "Neocloud that bought it"),
    kind: text<Tranche["kind"]>("hardware: accelerators and servers; building: an owned facility"),
    opening: input("share", "1 for what was there at the start, 0 for what was bought later"),
    first: input("month", "Month of the run in which buying and drawing begin"),
    end: input("month", "Month of the run in which both have ended and repayment begins"),

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
    ...lookups("company", "life_extension", "resale_ratio"),

    life: formula("yr", "Years over which it is written down", (t, p) =>
      t.kind === "hardware" ? p.accelerator_life + t.life_extension : p.facility_life
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
    waiting: formula(
      "USD",
      "Purchase price of assets not yet in service: accelerators wait for one stage of the lead time, buildings " +
        "for two",
      (t, p) => t.last_waiting * (1 - (t.kind === "hardware" ? 1 : 0.5) * p.stage_pace * p.step) + t.purchases * p.step
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
            ((t.last_bought - t.last_waiting) * (1 - t.residual)) / t.life,
            (t.last_book - t.last_bought * t.residual) / p.step
          )
        )
    ),
    hall_depreciation: formula("USD/month", "Depreciation of buildings", (t) =>
      t.kind === "building" ? t.depreciation : 0
    ),
    last_closed: previous("closed", 0, "1 once it was sold, at the end of last month"),
    closed: formula("share", "1 once it is sold: when it is written down to its residual value", (t, p) =>
      p.month >= t.end && t.last_book - t.last_bought * t.residual <= 1e-9 * t.last_bought ? 1 : t.last_closed
    ),
    disposals: formula(
      "USD/month",
      "Received for it when it is sold: hardware at the price of used accelerators, buildings at their book value",
      (t, p) =>
        ((t.closed - t.last_closed) * (t.kind === "hardware" ? t.last_bought * t.resale_ratio : t.last_book)) / p.step
    ),
    disposal_gain: formula(
      "USD/month",
      "What it brought above its book value",
      (t, p) => t.disposals - ((t.closed - t.last_closed) * t.last_book) / p.step
    ),
    book_value: formula(
      "USD",
      "Book value at the end of the month",
      (t, p) => t.last_book + (t.purchases - t.depreciation - t.disposals + t.disposal_gain) * p.step
    ),

    start_debt: formula("USD", "Initial debt: the usual share of book value", (t, p) => t.start_book * p.debt_share),
    last_drawn: previous("drawn", "start_debt", "All that was drawn, by the end of last month"),
    draws: formula("USD/month", "Loan drawdown: the borrowed share of purchases", (t) => t.purchases * t.lent_share),
    drawn: formula("USD", "All that was drawn", (t, p) => t.last_drawn + t.draws * p.step),
    last_debt: previous("debt", "start_debt", "Owed at the end of last month"),
    interest_rate: formula(
      "1/yr",
      "Real interest on its loan; of what was owed at the outset, a part was lent at the rates of earlier years",
      (t, p) => t.loan_rate + t.opening * p.past_loan_share * (p.past_loan_rate - p.loan_rate)
    ),
    interest: formula("USD/month", "Real interest on what was owed last month", (t) => t.last_debt * t.interest_rate),
    start_instalment: formula(
      "USD/month",
      "Equal part in which initial debt is repaid, over what is left of the usual tenor",
      (t, p) => t.start_debt / (p.loan_tenor * (1 - t.opening * t.opening_age))
    ),
    last_instalment: previous("instalment", "start_instalment", "Equal part in which it is repaid, last month"),
    instalment: formula(
      "USD/month",
      "Equal part in which it is repaid: each draw within the contracts that it was lent on",
      (t, p) => t.last_instalment + (t.draws * p.step) / t.lent_tenor
    ),
    repayments: formula(
      "USD/month",
      "Repayment in equal parts once the loan is fully drawn; initial debt over its remaining term",
      (t, p) =>
        p.month < t.end ? 0 : t.last_debt / p.step < t.instalment * (1 + 1e-9) ? t.last_debt / p.step : t.instalment
    ),
    debt: formula("USD", "Debt at the end of the month", (t, p) => t.last_debt + (t.draws - t.repayments) * p.step),
    hall_debt: formula("USD", "Owed for buildings", (t) => (t.kind === "building" ? t.debt : 0))
  })
);
