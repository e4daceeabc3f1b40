import {dumbbell} from "../../components/charts/dumbbell.js";
import {unitless} from "../../components/words/format.js";
import {layerColor} from "../../components/words/layer.js";
import {shadeOf} from "../neoclouds/shades.js";
import {namesOf} from "../../components/rows/row-values.js";
import {belowCost, costAndPrice, energyBars, extremes} from "../inference/deployments.js";
import {keysChart, monthRows, pathChart, tableOf} from "./parts.js";
import {section} from "../../components/report/report.js";
import type {ReportBody} from "../../components/report/report.js";
import type {ReportTables} from "./report-tables.js";
import {layerReport} from "./layer-report.js";

/** Providers: what a million tokens cost and sell for. */
export function inference(tables: ReportTables): ReportBody {
  const {provider, deployment, economy} = tables;
  const now = monthRows(deployment, "first");
  const pairs = costAndPrice(now, "output", "");
  const energy = energyBars(now, "");
  const name = namesOf(provider);
  const rests = ["deployment", "language_model", "accelerator_family", "tier", "provider", "list_price"];
  return layerReport(tables, "inference", "Inference: providers and tokens", rests, [
    section("Summary", {
      paragraphs: [belowCost(pairs), `Energy per output token: ${extremes(energy, "J/token")}`],
      tables: (["first", "last"] as const).map((which) =>
        tableOf(`Providers in the ${which} month`, provider, monthRows(provider, which), [
          ["name", "company"],
          ["served_tokens", "tokens"],
          ["revenue", "revenue"],
          ["rent", "rent"],
          ["profit", "profit"],
          ["gross_margin", "gross margin"],
          ["cost_per_token", "cost of a million tokens"]
        ])
      )
    }),
    section("Deployments", {
      charts: [
        {
          title: "Rental cost and price of output tokens, first month",
          unit: "USD/Mtok",
          source: deployment.description,
          takeaway: belowCost(pairs),
          draw: (size) => dumbbell(pairs, {...size, ...ends, format: unitless}) as Element,
          table: tableOf("Deployments", deployment, now, [
            ["key", "deployment"],
            ["cost_per_output_token", "rental cost, output"],
            ["output_price", "price, output"],
            ["tpot", "time per token"],
            ["batch", "batch"],
            ["energy_per_token", "energy"]
          ])
        }
      ]
    }),
    section("Over time", {
      charts: [
        pathChart("Tokens served", economy, [["tokens", "tokens", layerColor("inference")]], {log: true}),
        pathChart("Cost of a million tokens", economy, [["cost_per_token", "all cost", layerColor("inference")]], {
          log: true
        }),
        keysChart("Revenue", provider, "revenue", {name, color: shadeOf(provider)})
      ]
    })
  ]);
}

const ends = {
  from: {name: "rental cost", color: layerColor("neocloud")},
  to: {name: "price", color: layerColor("inference")}
};
