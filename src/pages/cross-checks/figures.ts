import {ratioRanges} from "./ratio-ranges.js";
import {checksTakeaway, comparisons} from "./comparisons.js";
import {amount} from "../../components/words/format.js";
import type {RowsOf} from "../../components/rows/table-types.js";
import {rowsFigure} from "../../components/figure/responsive.js";

/** All predictions over what is published. */
export function checksFigure(checks: RowsOf<"cross_check">): HTMLElement {
  const options = {
    title: "Predicted over published",
    unit: "1 is what is published; logarithmic",
    source:
      "table cross_check: the reference in its first month, or in the month that the cell names. 1 is the published " +
      "value, or the middle of the published band, which is grey. The line is the model's 5 to 95 % range, the dot " +
      "its central value, orange outside the band. A line to the left edge goes on to 0 or below.",
    ariaLabel: checksTakeaway(checks),
    table: checks
  };
  return rowsFigure(options, (rows, size) =>
    ratioRanges(comparisons(rows), {...size, format: (ratio) => `${amount(ratio)}×`})
  );
}
