import {tableBuilder, type Table} from "../sheet/index.js";

/** What of a cell's course is set against a published figure. */
export type Measure = "level" | "growth" | "volatility" | "drawdown";

/** A figure of the months that the back-test runs over, which it was not told. */
export interface BacktestFact {
  quantity: string;
  cell: string;
  measure: Measure;
  from: string;
  until: string;
  unit: string;
  low: number;
  high: number;
  published: number;
  explanation: string;
}

export const backtestFact: Table<BacktestFact> = tableBuilder<BacktestFact, object>()<BacktestFact>(
  "backtest_fact",
  "Published figures of the months over which the back-test runs: none of them is an input of it.",
  ({text, input}) => ({
    quantity: text("What it is"),
    cell: text("Cell of the back-test that predicts it, table[row].column"),
    measure: text<Measure>(
      "level: the cell in the last month; growth: that over the first; volatility: yearly standard deviation of its " +
        "monthly changes in logarithms; drawdown: its greatest fall from a peak"
    ),
    from: text("First month, YYYY-MM"),
    until: text("Last month, YYYY-MM"),
    unit: text("Unit of the values"),
    low: input("1", "Low end of what is published, in the unit of its row"),
    high: input("1", "High end of what is published"),
    published: input("1", "Central published value, where there is one"),
    explanation: text("Why the prediction is off, where it is")
  })
);
