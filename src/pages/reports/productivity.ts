import {bars, type Bar} from "../../components/charts/bars.js";
import {amount, unitless} from "../../components/words/format.js";
import {layerColor} from "../../components/words/layer.js";
import {numberIn} from "../../components/rows/row-values.js";
import {greatestGain, partBars} from "../productivity/saved-time.js";
import {monthRows, pathChart} from "./parts.js";
import {section} from "../../components/report/report.js";
import type {ReportBody, ReportChart} from "../../components/report/report.js";
import type {ReportTables} from "./report-tables.js";
import {layerReport} from "./layer-report.js";

/** Output: hours saved and what they are worth. */
export function value(tables: ReportTables): ReportBody {
  const {segment, economy} = tables;
  const now = monthRows(segment, "first");
  const [first] = monthRows(economy, "first");
  return layerReport(
    tables,
    "value",
    "Productivity: work and its value",
    ["task", "study", "segment"],
    [
      section("Summary", {
        paragraphs: [
          String(greatestGain(now, first)),
          `In the first month AI tools save ${amount(numberIn(first, "hours_saved"), "hour")}, worth ` +
            `${amount(numberIn(first, "face_value"), "USD")} at their labour cost. Of that, ` +
            `${amount(numberIn(first, "productivity_value"), "USD")} becomes additional output. Consumer surplus, ` +
            `${amount(numberIn(first, "consumer_surplus"), "USD")}, is counted separately.`
        ]
      }),
      section("By user segment", {
        charts: [
          barChart(
            "Additional output, first month",
            "USD/month",
            tables,
            partBars(now, "face_value", "productivity_value"),
            "the part of the gross value of time saved that becomes output"
          ),
          barChart(
            "Hours saved, first month",
            "hour/month",
            tables,
            partBars(now, "hours_saved", "realised_hours"),
            "the part of hours saved that becomes output"
          )
        ]
      }),
      section("Over time", {
        charts: [
          pathChart("Output, cost and consumer surplus", economy, [
            ["productivity_value", "additional output", layerColor("value")],
            ["resource_cost", "cost of the chain", layerColor("neocloud")],
            ["consumer_surplus", "consumer surplus", "var(--theme-foreground-muted)"]
          ])
        ]
      })
    ]
  );
}

function barChart(
  title: string,
  unit: string,
  {segment}: ReportTables,
  rows: readonly Bar[],
  words: string
): ReportChart {
  return {
    title,
    unit,
    source: `${segment.description} Solid: ${words}.`,
    takeaway: rows
      .map(({label, value: whole, part = whole}) => `${label}: ${amount(part, unit)} of ${amount(whole, unit)}`)
      .join("; "),
    draw: (size) => bars(rows, {...size, format: unitless}) as Element,
    table: {
      title,
      source: segment.description,
      columns: [
        {name: "segment", unit: ""},
        {name: "part", unit},
        {name: "whole", unit}
      ],
      rows: rows.map(({label, value: whole, part = whole}) => [label, part, whole])
    }
  };
}
