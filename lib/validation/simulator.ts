import {table} from "../model/parameter.js";
import type {Table} from "../sheet/index.js";

/** What is published on how far another tool's predictions of serving are off. */
export interface Simulator {
  tool: string;
  kind: "profiled" | "fitted" | "roofline" | "emulated";
  by: "authors" | "others";
  measure: string;
  error: number;
}

export const simulator: Table<Simulator> = table<Simulator>(
  "simulator",
  "How far the predictions of other tools are off, as published: mostly latencies, on configurations of their choice.",
  ({text, input}) => ({
    tool: text("Name of the tool"),
    kind: text<Simulator["kind"]>("What it rests on: profiled operators, a fit, a roofline, or an emulated server"),
    by: text<Simulator["by"]>("Who measured: its authors, or others"),
    measure: text("What the error is of, and how it is summarised"),
    error: input("1", "Error over the measured figure; a bound where the source gives one")
  })
);
