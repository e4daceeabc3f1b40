import {table} from "../model/parameter.js";
import type {Table} from "../sheet/index.js";

/** A number that is fitted to measurements: the cells that hold it, what is known beforehand, and its bounds. */
export interface FittedValue {
  cells: string;
  target: "rate" | "power" | "ttft";
  unit: string;
  prior: number;
  spread: number;
  least: number;
  most: number;
  meaning: string;
}

export const fittedValue: Table<FittedValue> = table<FittedValue>(
  "fitted_value",
  "What is fitted to the measurements, each with what it is physically, what is known beforehand, and bounds.",
  ({text, input}) => ({
    cells: text("Cells that hold it, each after a semicolon"),
    target: text<FittedValue["target"]>(
      "What it is fitted to: measured rates, power of accelerators, or times to the first token"
    ),
    unit: text("Unit of the value, as in its column"),
    prior: input("1", "Value expected beforehand, in its unit"),
    spread: input("1", "Standard deviation of that, in logarithms"),
    least: input("1", "Least that is physically possible"),
    most: input("1", "Most that is physically possible"),
    meaning: text("What it is physically")
  })
);
