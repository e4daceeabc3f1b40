import {taxed} from "../../model/books.js";
import type {Definitions} from "../../sheet/index.js";
import type {ProjectWords, Taxation} from "./row.js";

/** The columns of `Taxation`: tax has books of its own, in which hardware may be written off at once. */
export function taxation(words: ProjectWords): Definitions<Taxation> {
  const {formula, previous} = words;
  return {
    planned_write_off: formula(
      "USD/month",
      "Written off for tax while in operation: hardware at once or over its tax life, a facility as in the books",
      (x, _, {min, max}) =>
        (x.depreciation_method === "bonus"
          ? x.last_age === 0 && x.operating > 0
            ? x.hardware_cost / x.step
            : 0
          : (x.hardware_cost / x.tax_life) * max(0, min(x.operating, (x.tax_life - x.last_age) / x.step))) +
        ((x.building_cost * (1 - x.facility_residual)) / x.facility_life) * x.operating
    ),
    tax_write_off: formula("USD/month", "Written off for tax: all that is left when the cluster is sold", (x) =>
      x.closing === 1 ? x.last_tax_book / x.step : x.planned_write_off
    ),
    last_tax_book: previous("tax_book", 0, "Value for tax at the end of last month"),
    tax_book: formula(
      "USD",
      "Value for tax at the end of the month",
      (x) => x.last_tax_book + (x.purchases - x.tax_write_off) * x.step
    ),
    profit_before_tax: formula("USD/month", "Earnings after interest", (x) => x.ebit - x.interest),
    taxable_income: formula(
      "USD/month",
      "Earnings and what is sold, less what is written off for tax, and interest",
      (x) => x.ebitda + x.sale - x.tax_write_off - x.interest
    ),
    last_tax: previous("tax", 0, "Tax last month"),
    ...taxed(words)
  };
}
