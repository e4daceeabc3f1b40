import {ratioRanges} from "./ratio-ranges.js";
import {checksTakeaway, comparisons, insideInWords} from "./comparisons.js";
import {amount} from "../../components/words/format.js";
import type {RowsOf} from "../../components/rows/table-types.js";
import {rowsFigure} from "../../components/figure/responsive.js";

/** All predictions over what is published. */
export function checksFigure(checks: RowsOf<"cross_check">): HTMLElement {
  const options = {
    title: "Ratio of predicted to published",
    finding: insideInWords(checks),
    unit: "published value = 1, log scale; line: 5th–95th percentile; dot: central case, orange outside the band",
    source:
      "table cross_check: the Reference scenario in its first month, or in the month given. The published band is " +
      "grey; " +
      "1 is the published value or the middle of the band. A line that reaches the left edge extends to 0 or below.",
    ariaLabel: checksTakeaway(checks),
    table: checks
  };
  return rowsFigure(options, (rows, size) =>
    ratioRanges(comparisons(rows), {...size, format: (ratio) => `${amount(ratio)}×`})
  );
}
