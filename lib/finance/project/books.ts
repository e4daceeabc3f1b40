import type {Definitions} from "../../sheet/index.js";
import type {Books, ProjectWords} from "./row.js";

/** The columns of `Books`. */
export function books({formula, previous}: ProjectWords): Definitions<Books> {
  return {
    last_paid: previous("paid", 0, "Paid for the cluster by the end of last month"),
    purchases: formula("USD/month", "Paid for the cluster, in equal parts until it opens", (x, _, {min}) =>
      min(x.investment / x.build_time, (x.investment - x.last_paid) / x.step)
    ),
    paid: formula("USD", "Paid for the cluster", (x) => x.last_paid + x.purchases * x.step),
    depreciation: formula(
      "USD/month",
      "Written off in equal parts, down to the residual value",
      (x) =>
        ((x.hardware_cost * (1 - x.accelerator_residual)) / x.accelerator_life +
          (x.building_cost * (1 - x.facility_residual)) / x.facility_life) *
        x.operating
    ),
    disposals: formula(
      "USD/month",
      "Book value of what is left when the cluster is sold",
      (x) => ((x.last_book - x.depreciation * x.step) / x.step) * x.closing
    ),
    sale: formula("USD/month", "What the cluster is sold for", (x) => (x.resale_value / x.step) * x.closing),
    sale_gain: formula("USD/month", "What it is sold for beyond its book value", (x) => x.sale - x.disposals),
    last_book: previous("book_value", 0, "Book value at the end of last month"),
    book_value: formula(
      "USD",
      "Book value at the end of the month",
      (x) => x.last_book + (x.purchases - x.depreciation - x.disposals) * x.step
    ),
    ebit: formula("USD/month", "Earnings before interest and tax", (x) => x.ebitda - x.depreciation + x.sale_gain)
  };
}
