import type {Definitions, Vocabulary} from "../sheet/index.js";
import type {Functions} from "./functions.js";
import type {Parameter} from "./parameter.js";

/** How lenders see a contract: what it earns them, for how long, and how well that has to cover their loan. */
export interface LendersCase {
  sculpted_tenor: number;
  lenders_earnings: number;
  coverage: number;
}

/** A contract and the accelerators that serve it: a project's, or what a neocloud buys in a month. */
interface Contracted {
  contract_length: number;
  offtake_revenue: number;
  counterparty_haircut: number;
  cost_before_overhead: number;
}

type Rules = Pick<
  Parameter,
  "step" | "loan_tenor" | "debt_tail" | "target_dscr" | "minimum_dscr" | "neocloud_overhead"
>;

type Words = Pick<Vocabulary<Contracted & LendersCase, Rules, Functions>, "formula">;

/** The columns of `LendersCase`. */
export function lendersCase({formula}: Words): Definitions<LendersCase> {
  return {
    sculpted_tenor: formula(
      "month",
      "Whole months over which a sculpted loan is repaid: within its tenor, and before the long contract ends",
      (x, p, {min, max, floor}) =>
        max(0, floor(min(p.loan_tenor, x.contract_length - p.debt_tail) / p.step + 1e-6) * p.step)
    ),
    lenders_earnings: formula(
      "USD/month",
      "Contracted revenue less the haircut and overhead, and all running costs",
      (x, p) => x.offtake_revenue * (1 - x.counterparty_haircut) * (1 - p.neocloud_overhead) - x.cost_before_overhead
    ),
    coverage: formula(
      "1",
      "Debt service coverage that the loan is sized to: the target, at least the covenant",
      (_, p, {max}) => max(p.target_dscr, p.minimum_dscr)
    )
  };
}
