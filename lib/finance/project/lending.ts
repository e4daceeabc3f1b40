import {lendersCase} from "../../model/lenders-case.js";
import type {Definitions} from "../../sheet/index.js";
import type {Lending, ProjectWords} from "./row.js";

/**
 * The columns of `Lending`: the lenders' own case. It has no interest, so that its tax is at most what is paid, and the
 * debt that it repays is a sum of months rather than the end of a search.
 */
export function lending(words: ProjectWords): Definitions<Lending> {
  const {formula, previous} = words;
  return {
    ...lendersCase(words),
    in_tenor: formula("share", "1 in the months in which a sculpted loan is repaid", (x) =>
      x.operating > 0 && x.age <= x.sculpted_tenor + x.step * 1e-6 ? 1 : 0
    ),
    lenders_income: formula(
      "USD/month",
      "Taxable profit on contracted cash, without interest",
      (x) => x.lenders_earnings - x.planned_write_off
    ),
    last_lenders_losses: previous("lenders_losses", 0, "Losses of the lenders' case at the end of last month"),
    lenders_losses_used: formula("USD/month", "Profit that earlier losses offset, in the lenders' case", (x, _, f) =>
      f.min(x.last_lenders_losses / x.step, x.loss_offset_limit * f.max(0, x.lenders_income))
    ),
    lenders_losses: formula(
      "USD",
      "Losses that may offset profits to come, in the lenders' case",
      (x, _, {max}) => x.last_lenders_losses + (max(0, -x.lenders_income) - x.lenders_losses_used) * x.step
    ),
    lenders_tax: formula(
      "USD/month",
      "Tax in the lenders' case",
      (x, _, {max}) => (max(0, x.lenders_income) - x.lenders_losses_used) * x.tax_rate
    ),
    planned_service: formula(
      "USD/month",
      "Debt service that contracted cash after tax covers",
      (x, _, {max}) => (x.in_tenor * max(0, x.lenders_earnings - x.planned_credit - x.lenders_tax)) / x.coverage
    ),
    last_discount: previous("discount", 1, "Discount factor of last month"),
    discount: formula("1", "Discount factor at the loan's rate, back to the month before the opening", (x) =>
      x.in_tenor === 1 ? x.last_discount / (1 + x.real_loan_rate * x.step) : x.last_discount
    ),
    last_serviced: previous("serviced", 0, "Present value of the debt service planned, to the end of last month"),
    serviced: formula(
      "USD",
      "Present value at the opening of the debt service planned so far",
      (x) => x.last_serviced + x.planned_service * x.step * x.discount
    ),
    sized_debt: formula(
      "USD",
      "Debt that contracted cash so far repays but for the balloon; in the last month, all that it repays",
      (x) => x.serviced / (1 - x.balloon_share * x.discount)
    )
  };
}
