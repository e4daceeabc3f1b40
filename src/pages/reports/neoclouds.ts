import {layerColor} from "../../components/words/layer.js";
import {costStack} from "../neoclouds/cost-stack.js";
import {costGroups, costParts, costTotals} from "../neoclouds/costs.js";
import {shadeOf} from "../neoclouds/shades.js";
import {losers} from "../neoclouds/words.js";
import {namesOf} from "../../components/rows/row-values.js";
import {keysChart, monthRows, pathChart, tableOf} from "./parts.js";
import {section} from "../../components/report/report.js";
import type {ReportBody, ReportChart, ReportTable} from "../../components/report/report.js";
import type {ReportTables} from "./report-tables.js";
import {layerReport} from "./layer-report.js";
import {lower} from "../../components/words/count.js";

/** Clusters: what a GPU-hour costs and sells for. */
export function neocloud(tables: ReportTables): ReportBody {
  const {neocloud: companies, cluster, economy} = tables;
  const now = monthRows(cluster, "first");
  const then = monthRows(cluster, "last");
  const name = namesOf(companies);
  const rests = ["cluster", "neocloud", "orchestrator", "facility", "region", "rental_quote", "accelerator"];
  return layerReport(tables, "neocloud", "Neoclouds: clusters and GPU-hours", rests, [
    section("Summary", {
      paragraphs: [
        `In the first month, ` +
          `${lower(losers(costTotals(now, "")))}; in the last, ${lower(losers(costTotals(then, "")))}.`
      ],
      tables: [
        companyTable("Neoclouds in the first month", companies, "first"),
        companyTable("Neoclouds in the last month", companies, "last")
      ]
    }),
    section("Cost and price of a GPU-hour", {
      charts: [costChart(tables, "first"), costChart(tables, "last")]
    }),
    section("Over time", {
      charts: [
        pathChart("GPU-hours", economy, [
          ["allocatable_hours", "available capacity", layerColor("neocloud")],
          ["demanded_hours", "demand", layerColor("inference")],
          ["sold_hours", "sold", "var(--theme-foreground-muted)"]
        ]),
        keysChart("Price of a GPU-hour", cluster, "price", {name: (key) => key, color: shadeOf(cluster)}),
        keysChart("Revenue", companies, "revenue", {name, color: shadeOf(companies)})
      ]
    })
  ]);
}

function companyTable(title: string, companies: ReportTables["neocloud"], which: "first" | "last"): ReportTable {
  return tableOf(title, companies, monthRows(companies, which), [
    ["name", "company"],
    ["gpus", "accelerators"],
    ["it_capacity", "IT power"],
    ["sold_hours", "sold"],
    ["revenue", "revenue"],
    ["cost", "cost"],
    ["profit", "profit"],
    ["levelised_cost", "levelised cost"]
  ]);
}

function costChart({cluster}: ReportTables, which: "first" | "last"): ReportChart {
  const rows = monthRows(cluster, which);
  const totals = costTotals(rows, "");
  return {
    title: `Levelised cost and price, ${which} month`,
    unit: "USD per GPU-hour sold; tick: mean price",
    source: `${cluster.description} The tick is the mean price.`,
    takeaway: `${losers(totals)}.`,
    draw: (size) => costStack(rows.flatMap(costParts), totals, {...size, groups: costGroups}) as Element,
    table: tableOf("Clusters", cluster, rows, [
      ["key", "cluster"],
      ["gpus", "accelerators"],
      ["levelised_cost", "levelised cost"],
      ["price", "price"],
      ["sold_share", "sold"],
      ["profit", "profit"]
    ])
  };
}
