import {html} from "htl";
import {adviceInWords, jointInWords, jointSpans, leverSpans} from "./actions.js";
import {bottlenecksInWords, priceGrid, type View} from "./bottlenecks.js";
import {intervals} from "../../components/charts/intervals.js";
import {amount} from "../../components/words/format.js";
import {tableElement} from "../../components/figure/table-element.js";
import {adviceDesign} from "../../lib/advice/design.js";
import type {RowOf, RowsOf} from "../../components/rows/table-types.js";
import {responsive, rowsFigure} from "../../components/figure/responsive.js";

const draws = `${adviceDesign.draws} draws of all uncertain assumptions, the same with and without the lever`;

/** A company's levers by net present value. */
export function leversFigure(levers: readonly RowOf<"advice">[]): HTMLElement {
  const options = {
    title: "Net present value of each lever, alone",
    unit: "USD over the months of the run, less the cost",
    source:
      `table advice: the model run with the lever moved. The dot is the median of ${draws}; the line goes ` +
      `from 5 to 95 % of them. Grey does not pay in half of the draws.`,
    ariaLabel: adviceInWords(levers),
    table: levers,
    query: "rows" as const
  };
  return rowsFigure(options, (rows, size) => intervals(leverSpans(rows), {...size, format: (value) => amount(value)}));
}

/** The best levers together; empty where fewer than two pay. */
export function jointFigure(joint: readonly RowOf<"advice_joint">[], levers: readonly RowOf<"advice">[]): HTMLElement {
  if (joint.length === 0) return html`<div></div>`;
  const options = {
    title: "The best together",
    unit: "net present value, USD",
    source: `tables advice and advice_joint: the model run with the levers moved at once, over ${draws}.`,
    ariaLabel: jointInWords(joint),
    table: joint,
    query: "rows" as const
  };
  return responsive(options, (size) =>
    intervals(jointSpans(joint, levers), {...size, format: (value) => amount(value)})
  );
}

/** What one unit more of each limit is worth. */
export function pricesFigure(prices: RowsOf<"shadow_price">, view: View): HTMLElement {
  return html`<div>
    <p>${bottlenecksInWords(prices, view)}</p>
    <div class="whole-table">${tableElement(priceGrid(prices, view), {label: "What one unit more is worth"})}</div>
  </div>`;
}
