import type {Definitions} from "../../sheet/index.js";
import type {Borrowing, ProjectWords} from "./row.js";

/** The columns of `Borrowing`. */
export function borrowing({formula, previous}: ProjectWords): Definitions<Borrowing> {
  return {
    draws: formula("USD/month", "Drawn of the loan", (x) => (x.purchases * x.loan_amount) / x.investment),
    last_drawn: previous("drawn", 0, "All that was drawn, by the end of last month"),
    drawn: formula("USD", "All that was drawn", (x) => x.last_drawn + x.draws * x.step),
    last_debt: previous("debt", 0, "Owed at the end of last month"),
    interest: formula("USD/month", "Real interest on what was owed last month", (x) =>
      x.last_rolled > 0 ? x.last_debt * x.refinancing_rate : x.last_debt * x.real_loan_rate
    ),
    repayments: formula(
      "USD/month",
      "Repaid: as agreed, and all, or what there is, when the cluster is sold",
      (x, _, {min, loan_payment}) =>
        x.closing === 1
          ? x.last_debt / x.step - x.unpaid_debt
          : x.operating === 0
            ? 0
            : x.amortisation === "sculpted"
              ? x.last_rolled > 0
                ? min(
                    x.last_debt / x.step,
                    x.last_rolled * loan_payment(x.refinancing_rate, x.accelerator_life - x.sculpted_tenor) - x.interest
                  )
                : min(x.last_debt / x.step, x.scheduled + x.balloon_paid / x.step)
              : x.amortisation === "bullet"
                ? x.age > x.loan_tenor - x.step * 1e-6
                  ? x.last_debt / x.step
                  : 0
                : min(
                    x.last_debt / x.step,
                    x.amortisation === "straight"
                      ? x.last_drawn / x.loan_tenor
                      : x.last_drawn * loan_payment(x.real_loan_rate, x.loan_tenor) - x.interest
                  )
    ),
    debt: formula(
      "USD",
      "Debt at the end of the month",
      (x) => x.last_debt + (x.draws - x.repayments - x.unpaid_debt) * x.step
    ),
    debt_service: formula(
      "USD/month",
      "Interest and repayment, without what is refinanced at the end of a sculpted loan",
      (x) => x.interest + x.repayments - x.balloon_paid / x.step
    )
  };
}
