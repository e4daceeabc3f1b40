import {html} from "htl";
import {adviceInWords, jointFinding, jointInWords, jointSpans, leverSpans, sureInWords} from "./actions.js";
import {bottlenecksInWords, priceGrid, type View} from "./bottlenecks.js";
import {intervals} from "../../components/charts/intervals.js";
import {unitless} from "../../components/words/format.js";
import {tableElement} from "../../components/figure/table-element.js";
import {adviceDesign} from "../../lib/advice/design.js";
import type {RowOf, RowsOf} from "../../components/rows/table-types.js";
import {responsive, rowsFigure} from "../../components/figure/responsive.js";

const draws = `${adviceDesign.draws} draws of all uncertain assumptions, the same with and without the action`;

/** A company's actions by net present value. */
export function leversFigure(levers: readonly RowOf<"advice">[]): HTMLElement {
  const options = {
    title: "Net present value of each action, taken alone",
    finding: sureInWords(levers),
    unit: "NPV, USD; dot: median; line: 5th–95th percentile; diamond: central case; grey: loses money in most draws",
    source: `table advice: ${draws}.`,
    ariaLabel: adviceInWords(levers),
    table: levers,
    query: "rows" as const
  };
  return rowsFigure(options, (rows, size) => intervals(leverSpans(rows), {...size, format: unitless}));
}

/** The best actions combined; empty where fewer than two pay off. */
export function jointFigure(joint: readonly RowOf<"advice_joint">[], levers: readonly RowOf<"advice">[]): HTMLElement {
  if (joint.length === 0) return html`<div></div>`;
  const options = {
    title: "Combined actions",
    finding: jointFinding(joint),
    unit: "NPV, USD",
    source: `tables advice and advice_joint: actions taken together, over ${draws}.`,
    ariaLabel: jointInWords(joint),
    table: joint,
    query: "rows" as const
  };
  return responsive(options, (size) => intervals(jointSpans(joint, levers), {...size, format: unitless}));
}

/** The shadow price of each constraint. */
export function pricesFigure(prices: RowsOf<"shadow_price">, view: View): HTMLElement {
  return html`<div>
    <p>${bottlenecksInWords(prices, view)}</p>
    <div class="whole-table">${tableElement(priceGrid(prices, view), {label: "Shadow prices"})}</div>
  </div>`;
}
