import type {Source} from "../model/index.js";
import type {BacktestRow} from "../validation/index.js";
import {recordTableOf} from "./records.js";

/** Predictions of a run that starts in the past, beside the figures published since. */
export const backtestTable = recordTableOf<{tested: readonly BacktestRow[]; sources: readonly Source[]}>()({
  name: "backtest",
  description: "Predictions for 2025 and 2026 of the chain started in December 2024, beside published figures.",
  fields: {
    id: ["text", "", "Row"],
    quantity: ["text", "", "What is compared"],
    cell: ["text", "", "Cell of the back-test that predicts it"],
    measure: ["text", "", "Level, growth, yearly volatility or greatest fall of the cell"],
    from: ["text", "", "First month"],
    as_of: ["text", "", "Last month that the published figure covers"],
    unit: ["text", "", "Unit of the values"],
    predicted: ["number", "", "Prediction of the back-test"],
    predicted_low: ["number", "", "5th percentile over draws of all uncertain assumptions"],
    predicted_high: ["number", "", "95th percentile"],
    low: ["number", "", "Low end of the published band"],
    high: ["number", "", "High end of the published band"],
    published: ["number", "", "Published value; missing where only a band is published"],
    unchanged: ["number", "", "Forecast of no change"],
    miss: ["number", "1", "Predicted over published, or over the middle of the band, less 1"],
    inside: ["text", "", "true where the prediction lies in the published band"],
    covered: ["text", "", "true where the published value, or the band, lies within the 90 % range"],
    nearer: ["text", "", "true where the prediction is nearer to the published figure than a forecast of no change"],
    sentence: ["text", "", "Why the prediction misses, where it does"],
    source: ["text", "", "Titles of the sources"],
    url: ["text", "", "Address of the first source"],
    note: ["text", "", "Notes on the published value"]
  },
  rows: ({tested, sources}) => {
    const byId = new Map(sources.map((source) => [source.id, source]));
    return tested.map(({until, explanation, published, ...row}) => ({
      ...row,
      as_of: until,
      published: published ?? undefined,
      sentence: explanation,
      source: row.sources.map((id) => byId.get(id)?.title ?? id).join("; "),
      url: byId.get(row.sources[0] ?? "")?.url ?? ""
    }));
  }
});
