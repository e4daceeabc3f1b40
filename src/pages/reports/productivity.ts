import {bars, type Bar} from "../../components/charts/bars.js";
import {amount} from "../../components/words/format.js";
import {layerColor} from "../../components/words/layer.js";
import {numberIn} from "../../components/rows/row-values.js";
import {greatestGain, partBars} from "../productivity/saved-time.js";
import {monthRows, pathChart, section} from "./parts.js";
import type {Report, ReportChart, ReportTables} from "./report.js";
import {layerReport} from "./layer-report.js";

/** Output: hours saved and what they are worth. */
export function value(tables: ReportTables): Report {
  const {segment, economy} = tables;
  const now = monthRows(segment, "first");
  const [first] = monthRows(economy, "first");
  return layerReport(
    tables,
    "value",
    "Productivity: work and its value",
    ["task", "study", "segment"],
    [
      section("In short", {
        paragraphs: [
          String(greatestGain(now, first)),
          `Of ${amount(numberIn(first, "hours_saved"), "hour")} saved in the first month, worth ` +
            `${amount(numberIn(first, "face_value"), "USD")} if every one became output, output worth ` +
            `${amount(numberIn(first, "productivity_value"), "USD")} is realised. Consumer surplus of ` +
            `${amount(numberIn(first, "consumer_surplus"), "USD")} is kept apart.`
        ]
      }),
      section("By group of users", {
        charts: [
          barChart(
            "Output gained in the first month",
            "USD/month",
            tables,
            partBars(now, "face_value", "productivity_value"),
            "of all saved hours at compensation, what becomes output"
          ),
          barChart(
            "Hours saved in the first month",
            "hour/month",
            tables,
            partBars(now, "hours_saved", "realised_hours"),
            "of all hours saved, those that become output"
          )
        ]
      }),
      section("Over time", {
        charts: [
          pathChart("Output, cost and consumer surplus", economy, [
            ["productivity_value", "output gained", layerColor("value")],
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
    draw: (size) => bars(rows, {...size, format: (one) => amount(one)}) as Element,
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
