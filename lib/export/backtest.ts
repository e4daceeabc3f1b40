import type {Source} from "../model/index.js";
import type {BacktestRow} from "../validation/index.js";
import {recordTableOf} from "./records.js";

/** What a run that starts in the past says of the months after, beside what was published of them. */
export const backtestTable = recordTableOf<{tested: readonly BacktestRow[]; sources: readonly Source[]}>()({
  name: "backtest",
  description: "What the chain, started in December 2024, says of 2025 and 2026 beside what was published.",
  fields: {
    id: ["text", "", "Row"],
    quantity: ["text", "", "What is compared"],
    cell: ["text", "", "Cell of the back-test that predicts it"],
    measure: ["text", "", "Level, growth, yearly volatility or greatest fall of the cell"],
    from: ["text", "", "First month"],
    as_of: ["text", "", "Last month, of which it was published"],
    unit: ["text", "", "Unit of the values"],
    predicted: ["number", "", "What the back-test says"],
    predicted_low: ["number", "", "5th percentile over draws of all uncertain assumptions"],
    predicted_high: ["number", "", "95th percentile"],
    low: ["number", "", "Low end of what is published"],
    high: ["number", "", "High end of what is published"],
    published: ["number", "", "Published value; where only a band is published, none"],
    unchanged: ["number", "", "What a forecast that nothing changes says"],
    miss: ["number", "1", "Predicted over published, or over the middle of the band, less 1"],
    inside: ["text", "", "true where the prediction lies in the published band"],
    covered: ["text", "", "true where the published value, or the band, lies in the 5 to 95 % range"],
    nearer: ["text", "", "true where the prediction is nearer to what is published than that nothing changes"],
    sentence: ["text", "", "Why the prediction is off, where it is"],
    source: ["text", "", "Titles of the sources"],
    url: ["text", "", "Address of the first source"],
    note: ["text", "", "What to know of the published value"]
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
