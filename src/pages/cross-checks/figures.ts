import {ratioRanges} from "./ratio-ranges.js";
import {checksTakeaway, comparisons} from "./comparisons.js";
import {amount} from "../../components/words/format.js";
import type {RowsOf} from "../../components/rows/table-types.js";
import {responsive} from "../../components/figure/responsive.js";

/** All predictions over what is published. */
export function checksFigure(checks: RowsOf<"cross_check">): HTMLElement {
  const options = {
    title: "Predicted over published",
    unit: "1 is what is published; logarithmic",
    source:
      "table cross_check: the first month of the reference. Grey is the range of what is published; the line is " +
      "the model's 5 to 95 % range, the dot its central value, orange where the two do not meet. A line to the " +
      "left edge goes on to 0 or below.",
    ariaLabel: checksTakeaway(checks),
    table: checks
  };
  return responsive(options, (size) =>
    ratioRanges(comparisons(checks), {...size, format: (ratio) => `${amount(ratio)}×`})
  );
}
