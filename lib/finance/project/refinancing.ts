import type {Definitions} from "../../sheet/index.js";
import type {ProjectWords, Refinancing} from "./row.js";

/** The columns of `Refinancing`. */
export function refinancing({formula, previous}: ProjectWords): Definitions<Refinancing> {
  return {
    scheduled: formula(
      "USD/month",
      "Repayment of a sculpted loan: planned debt service, in proportion to the loan, less interest",
      (x) =>
        x.amortisation === "sculpted" && x.in_tenor === 1 && x.debt_capacity > 0
          ? (x.planned_service * x.loan_amount) / x.debt_capacity - x.interest
          : 0
    ),
    balloon_due: formula("USD", "Left of a sculpted loan at the end of its tenor", (x, _, {max}) =>
      x.amortisation === "sculpted" && x.in_tenor === 1 && x.age > x.sculpted_tenor - x.step * 1e-6
        ? max(0, x.last_debt - x.scheduled * x.step)
        : 0
    ),
    defaulted: formula(
      "share",
      "1 in the month in which owners walk away: what is left of the loan is more than the month's cash, with last " +
        "month's tax, and what the cluster is still worth",
      (x, _, {max}) =>
        x.balloon_due > 1e-6 * x.loan_amount &&
        x.balloon_due >
          max(0, x.ebitda - x.planned_credit - x.last_tax - x.interest - x.scheduled) * x.step + max(0, x.rest_value)
          ? 1
          : 0
    ),
    refinanced: formula(
      "USD",
      "Rolled over: as much as what the rest is worth, after tax, covers as the loan was covered",
      (x, _, {min, max}) =>
        (1 - x.defaulted) * min(x.balloon_due, (max(0, x.rest_value) * (1 - x.tax_rate)) / x.coverage)
    ),
    balloon_paid: formula(
      "USD",
      "Repaid from cash at the end of the tenor, since lenders roll over no more",
      (x) => (1 - x.defaulted) * (x.balloon_due - x.refinanced)
    ),
    last_rolled: previous("rolled", 0, "All that was rolled over, by the end of last month"),
    rolled: formula("USD", "All that was rolled over", (x) => x.last_rolled + x.refinanced),
    unpaid_debt: formula(
      "USD/month",
      "Lost by lenders: owed in default beyond the month's cash and what the cluster sells for",
      (x, _, {max}) =>
        x.defaulted === 1
          ? max(0, x.last_debt / x.step - max(0, x.ebitda + x.sale - x.tax - x.prepayment_credit - x.interest))
          : 0
    )
  };
}
