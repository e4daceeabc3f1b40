import {recordTableOf, type RecordOf} from "./records.js";

const fields = {
  region: ["text", "", "Region of the building, with its power and water"],
  accelerator: ["text", "", "Accelerator purchased"],
  price_path: ["text", "", "Scenario whose rental prices apply"],
  figure: ["text", "", "npv and irr of equity; with the prefix unlevered_, of the project without a loan"],
  unit: ["text", "", "Unit of the figure"],
  runs: ["number", "1", "Draws of the uncertain terms"],
  known: ["number", "1", "Draws in which the figure exists: a return may be missing"],
  positive_share: ["number", "share", "Share of draws in which the figure is above 0"],
  mean: ["number", "", "Mean over draws in which the figure exists"],
  low: ["number", "", "5th percentile"],
  median: ["number", "", "50th percentile"],
  high: ["number", "", "95th percentile"]
} as const;

/** A figure at one point of the shipped sweep. */
export type SweepFigure = RecordOf<typeof fields>;

/** Figures at each point of the shipped sweep. */
export const sweepSummaryTable = recordTableOf<readonly SweepFigure[]>()({
  name: "sweep_summary",
  description:
    "The shipped sweep: returns on an investment in a thousand accelerators, by region, accelerator and price " +
    "path, over draws.",
  fields,
  rows: (figures) => figures
});
