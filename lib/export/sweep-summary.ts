import {recordTableOf, type RecordOf} from "./records.js";

const fields = {
  region: ["text", "", "Region whose power and water the building has"],
  accelerator: ["text", "", "Accelerator that is bought"],
  price_path: ["text", "", "Scenario whose rental prices it earns"],
  figure: ["text", "", "npv and irr of the owners, unlevered_ without a loan"],
  unit: ["text", "", "Unit of the figure"],
  runs: ["number", "1", "Draws of the uncertain terms"],
  known: ["number", "1", "Draws that have the figure: a return may be missing"],
  positive_share: ["number", "share", "Draws in which the figure is above 0"],
  mean: ["number", "", "Mean of the draws that have the figure"],
  low: ["number", "", "5 % of the draws are below it"],
  median: ["number", "", "Half of the draws are below it"],
  high: ["number", "", "95 % of the draws are below it"]
} as const;

/** A figure of one point of the shipped sweep. */
export type SweepFigure = RecordOf<typeof fields>;

/** The figures of each point of the shipped sweep. */
export const sweepSummaryTable = recordTableOf<readonly SweepFigure[]>()({
  name: "sweep_summary",
  description:
    "The shipped sweep: what an investment in a thousand accelerators returns, by region, accelerator and price " +
    "path, over draws.",
  fields,
  rows: (figures) => figures
});
