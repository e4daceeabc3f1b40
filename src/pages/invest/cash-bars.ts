import * as Plot from "@observablehq/plot";
import type {CellMark} from "../../components/inspector/origin.js";

/** A flow of money in a month; negative is paid in. */
export interface CashBar {
  month: number;
  amount: number;
  /** The cell that it is. */
  origin?: CellMark;
}

export interface CashBarsOptions {
  width: number;
  format: (value: number) => string;
}

/** Money in and out, month by month, as bars from zero. */
export function cashBars(flows: readonly CashBar[], {width, format}: CashBarsOptions) {
  return Plot.plot({
    width,
    height: 200,
    marginLeft: 64,
    x: {type: "linear", label: "months since the first payment →", labelAnchor: "center", ticks: width < 520 ? 4 : 8},
    y: {label: null, grid: true, tickFormat: format, ticks: 5, tickSize: 0},
    marks: [
      Plot.rectY(flows, {
        x1: (flow: CashBar) => flow.month + 0.1,
        x2: (flow: CashBar) => flow.month + 0.9,
        y: "amount",
        fill: (flow: CashBar) => (flow.amount < 0 ? "var(--layer-value)" : "var(--layer-neocloud)")
      }),
      Plot.ruleY([0]),
      Plot.tip(
        flows,
        Plot.pointerX({
          x: (flow: CashBar) => flow.month + 0.5,
          y: "amount",
          title: ({month, amount}: CashBar) => `month ${month}: ${format(amount)}`
        })
      )
    ]
  });
}
