import {limitName} from "../../lib/optimise/constraint-text.js";
import {fan} from "../../components/charts/fan.js";
import {sankeyChart} from "../../components/charts/sankey.js";
import {monthOf} from "../../components/rows/filter.js";
import {fanPoints} from "../../components/rows/fan-points.js";
import {largestPayment, market, uncertainPart, verdict} from "../overview/words.js";
import {largestStream, moneyNote, moneyStreams} from "../../components/rows/flows.js";
import {amount, usd} from "../../components/words/format.js";
import {layerColor} from "../../components/words/layer.js";
import {figureText, headlineFigure} from "../../components/words/headline-figure.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {monthRows, section, sourcesOf, supportWords, tableOf} from "./parts.js";
import type {Report, ReportChart, ReportSection, ReportTable, ReportTables} from "./report.js";

/** The whole chain on a few pages: what goes in, what comes out, how sure that is, and what a planner would do. */
export function executive(tables: ReportTables): Report {
  const {headline, flow, assumption, source} = tables;
  const quotes = monthRows(headline, "first");
  const all = [...new Set(assumption.map((row) => textIn(row, "table")))];
  return {
    name: "executive",
    title: "Executive report",
    sections: [
      section("In short", {
        paragraphs: [
          `In the first month, the chain of silicon, power, tokens and people costs ` +
            `${figureText(quotes, "resource_cost")} and produces output worth ` +
            `${figureText(quotes, "productivity_value")}: ${figureText(quotes, "value_per_cost")} USD of output ` +
            `for each USD of cost. ${verdict(quotes)}. ${uncertainPart(quotes)}.`,
          `GPU-hours are ${market(quotes)}; in the last month they are ${market(monthRows(headline, "last"))}. ` +
            `The largest cost of applications is ${largestPayment(monthRows(flow, "first"), "Applications")} a month.`
        ],
        tables: [headlineTable(tables)]
      }),
      section("Where the money goes", {charts: [moneyChart(tables)]}),
      section("Five years", {
        charts: ["productivity_value", "value_per_cost", "cost_per_token"].map((figure) => pathOf(tables, figure))
      }),
      ...planSection(tables),
      section("How sure this is", {
        paragraphs: [
          supportWords(assumption, all),
          "Ranges are 5 to 95 % of draws of all uncertain assumptions at once. They hold what the assumptions say, " +
            "not what the model leaves out."
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
    (["central", "low", "high"] as const).map((name) => known(numberIn(row, name)));
  return {
    title: "Headline figures with their 5 to 95 % ranges",
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

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function moneyChart({flow}: ReportTables): ReportChart {
  const rows = monthRows(flow, "first");
  // A file has no inspector.
  const streams = moneyStreams(rows, "users").map(({origin: _, ...stream}) => stream);
  return {
    title: "Where the users' money goes in the first month",
    unit: "USD/month",
    source: "the model's ledger: payments between sectors by good",
    takeaway: `The largest stream is ${largestStream(streams)}.`,
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
    source: "runs with every uncertain assumption drawn from its range, all at once: central path, median, 5 to 95 %",
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
      ["low", "5 %"],
      ["median", "median"],
      ["high", "95 %"]
    ])
  };
}

/** What a planner of the whole stack would do, where there is a plan of the scenario. */
function planSection({plan, plan_action, plan_limit}: ReportTables): ReportSection[] {
  const [summary] = plan;
  if (!summary || textIn(summary, "status") !== "optimal") return [];
  const rows = plan_action.filter((row) => row.action !== "hold");
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
    section("What a planner would do", {
      paragraphs: [
        `With all clusters and all requests in one hand, and within the scenario's power, memory, capital and ` +
          `water, the plan with the most NPV is worth ` +
          `${usd(numberIn(summary, "value"))} over its years and emits ` +
          `${amount(numberIn(summary, "carbon"), "tCO2e")}.`,
        words.length === 0
          ? "None of its limits binds: more of them would be worth nothing."
          : `These limits bind, with what one more unit is worth: ${words.join("; ")}.`
      ],
      tables: [
        tableOf("What to buy, sell, rent and build", plan_action, rows, [
          ["year", "year"],
          ["action", "action"],
          ["kind", "accelerator"],
          ["site", "site"],
          ["quantity", "quantity"],
          ["unit", "unit"],
          ["amount", "paid, or received"]
        ])
      ]
    })
  ];
}
