import {numberCell} from "../../components/figure/number-cell.js";
import {limitName} from "../../lib/optimise/constraint-text.js";
import {fan} from "../../components/charts/fan.js";
import {sankeyChart} from "../../components/charts/sankey.js";
import {monthOf} from "../../components/rows/filter.js";
import {fanPoints} from "../../components/rows/fan-points.js";
import {largestPayment, market, uncertainPart} from "../overview/words.js";
import {largestStream, moneyNote, moneyStreams} from "../../components/rows/flows.js";
import {amount, usd} from "../../components/words/format.js";
import {layerColor} from "../../components/words/layer.js";
import {figureText, headlineFigure} from "../../components/words/headline-figure.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {monthRows, sourcesOf, supportWords, tableOf} from "./parts.js";
import {section} from "../../components/report/report.js";
import type {ReportBody, ReportChart, ReportSection, ReportTable} from "../../components/report/report.js";
import type {ReportTables} from "./report-tables.js";

/** The whole chain on a few pages: what goes in, what comes out, how sure that is, and what a planner would do. */
export function executive(tables: ReportTables): ReportBody {
  const {headline, flow, assumption, source} = tables;
  const quotes = monthRows(headline, "first");
  const all = [...new Set(assumption.map((row) => textIn(row, "table")))];
  return {
    name: "executive",
    title: "Executive report",
    sections: [
      section("Summary", {
        paragraphs: [
          `${uncertainPart(quotes)}.`,
          `Demand for GPU-hours is ${market(quotes)}; in the last month it is ` +
            `${market(monthRows(headline, "last"))}. ` +
            `The largest expense of applications is ${largestPayment(monthRows(flow, "first"), "Applications")}.`
        ],
        tables: [headlineTable(tables)]
      }),
      section("Where the money goes", {charts: [moneyChart(tables)]}),
      section("Five-year outlook", {
        charts: ["productivity_value", "value_per_cost", "cost_per_token"].map((figure) => pathOf(tables, figure))
      }),
      ...planSection(tables),
      section("Uncertainty", {
        paragraphs: [
          supportWords(assumption, all),
          "Ranges are the 5th to 95th percentile of draws of all uncertain assumptions at once. They cover " +
            "uncertain inputs, " +
            "not the form of the model."
        ]
      })
    ],
    sources: sourcesOf(assumption, all, source)
  };
}

/** Every headline figure in the first and the last month, with its range. */
function headlineTable({headline}: ReportTables): ReportTable {
  const first = monthRows(headline, "first");
  const last = monthRows(headline, "last");
  const values = (row: (typeof first)[number] | undefined) =>
    (["central", "low", "high"] as const).map((name) => numberCell(numberIn(row, name)));
  return {
    title: "Headline figures with 5th–95th percentile ranges",
    source: headline.description,
    columns: ["figure", "unit", "first month", "from", "to", "last month", "from", "to"].map((name) => ({
      name,
      unit: ""
    })),
    rows: first.map((row) => [
      textIn(row, "title"),
      textIn(row, "unit").replace(/^1$/, ""),
      ...values(row),
      ...values(last.find(({figure}) => figure === row.figure))
    ])
  };
}

function moneyChart({flow}: ReportTables): ReportChart {
  const rows = monthRows(flow, "first");
  // A file has no inspector.
  const streams = moneyStreams(rows, "users").map(({origin: _, ...stream}) => stream);
  return {
    title: "Where user spending goes, first month",
    unit: "USD/month",
    source: "the model's ledger: payments between sectors by good",
    takeaway: `The largest flow: ${largestStream(streams)}.`,
    draw: ({width}) => sankeyChart(streams, {width, height: 420, note: moneyNote}),
    table: tableOf("Payments in the first month", flow, rows, [
      ["payer_sector", "payer"],
      ["payee_sector", "payee"],
      ["good", "good"],
      ["kind", "kind"],
      ["amount", "amount"]
    ])
  };
}

function pathOf({headline}: ReportTables, figure: string): ReportChart {
  const points = fanPoints(headline, figure);
  const {label, unit} = headlineFigure(monthRows(headline, "first"), figure);
  const rows = headline.filter((row) => row.figure === figure);
  return {
    title: label,
    unit: unit === "1" ? "" : unit,
    source: "runs in which all uncertain assumptions vary at once: central case, median, 5th–95th percentile",
    takeaway:
      `${figureText(monthRows(headline, "first"), figure)} in the first month, ` +
      `${figureText(monthRows(headline, "last"), figure)} in the last.`,
    draw: (size) =>
      fan(points, {
        ...size,
        month: monthOf(rows[0]?.date),
        color: layerColor(figure === "cost_per_token" ? "inference" : "value")
      }) as Element,
    table: tableOf(label, headline, rows, [
      ["date", "month"],
      ["central", "central"],
      ["low", "5th percentile"],
      ["median", "median"],
      ["high", "95th percentile"]
    ])
  };
}

/** What a planner of the whole stack would do, where there is a plan of the scenario. */
function planSection({plan, plan_action, plan_limit}: ReportTables): ReportSection[] {
  const [summary] = plan;
  if (!summary || textIn(summary, "status") !== "optimal") return [];
  const rows = plan_action
    .filter((row) => row.action !== "hold")
    .sort(
      (a, b) => textIn(a, "year").localeCompare(textIn(b, "year")) || numberIn(b, "amount") - numberIn(a, "amount")
    );
  const binding = plan_limit.filter((row) => row.limit !== "demand" && numberIn(row, "worth") !== 0);
  const words = binding.map((row) => {
    const name = limitName({
      limit: textIn(row, "limit") as "power",
      key: textIn(row, "key"),
      year: textIn(row, "year")
    });
    return `${name} (${amount(numberIn(row, "worth"), textIn(row, "worth_unit"))})`;
  });
  return [
    section("Optimal plan", {
      paragraphs: [
        `If one owner ran every cluster and served every request within the scenario's power, memory, capital and ` +
          `water, the plan with the highest NPV would earn ` +
          `${usd(numberIn(summary, "value"))} over its years and emit ` +
          `${amount(numberIn(summary, "carbon"), "tCO2e")}.`,
        words.length === 0
          ? "No constraint binds."
          : `Binding constraints, with the value of one more unit: ${words.join("; ")}.`,
        "What was on order before the plan arrives and is paid for, needed or not."
      ],
      tables: [
        tableOf("Investment by year", plan_action, rows, [
          ["year", "year"],
          ["action", "action"],
          ["kind", "accelerator"],
          ["site", "site"],
          ["quantity", "quantity"],
          ["unit", "unit"],
          ["amount", "paid or received"]
        ])
      ]
    })
  ];
}
