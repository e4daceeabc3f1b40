import {stackedMonths} from "../../components/charts/stacked-months.js";
import {monthOf} from "../../components/rows/filter.js";
import {amount, unitless} from "../../components/words/format.js";
import {numberIn, unitOf} from "../../components/rows/row-values.js";
import {inputs, layersOf} from "../materials/inputs.js";
import {partsInWords} from "../materials/words.js";
import type {RowOf} from "../../components/rows/table-types.js";
import {monthRows, tableOf} from "./parts.js";
import {section} from "../../components/report/report.js";
import type {ReportBody, ReportChart} from "../../components/report/report.js";
import type {ReportTables} from "./report-tables.js";
import {layerReport} from "./layer-report.js";

/** Silicon, electricity and water: what making and running the accelerators takes. */
export function materials(tables: ReportTables): ReportBody {
  const {economy, accelerator, region} = tables;
  const first = monthRows(economy, "first")[0]!;
  const last = monthRows(economy, "last")[0]!;
  const rests = ["process_node", "memory", "accelerator", "region", "facility"];
  return layerReport(tables, "materials", "Materials: silicon, electricity, water", rests, [
    section("Summary", {
      paragraphs: inputs.map(({title, columns}) => {
        const total = (row: RowOf<"economy">): string =>
          amount(
            columns.reduce((sum, {column}) => sum + numberIn(row, column), 0),
            unitOf(economy, columns[0].column)
          );
        return `${title}: ${total(first)} in the first month, ${total(last)} in the last.`;
      })
    }),
    section("Month by month", {
      charts: inputs.map(({title, columns}): ReportChart => {
        const unit = unitOf(economy, columns[0].column);
        return {
          title,
          unit,
          source: economy.description,
          takeaway: String(partsInWords(last, title, columns)),
          draw: (size) =>
            stackedMonths(layersOf(economy, columns), {
              ...size,
              month: monthOf(first.date),
              format: unitless
            }) as Element,
          table: tableOf(title, economy, economy, [
            ["date", "month"],
            ...columns.map(({column, name}) => [column, name] as const)
          ])
        };
      })
    }),
    section("Manufacturing cost and purchase price of accelerators", {
      tables: [
        tableOf(
          "Accelerators",
          accelerator,
          accelerator.filter((row) => Number.isFinite(numberIn(row, "unit_price"))),
          [
            ["name", "name"],
            ["logic_cost", "logic"],
            ["memory_cost", "memory"],
            ["packaging_cost", "packaging"],
            ["cost_to_make", "cost to make"],
            ["unit_price", "price"],
            ["vendor_margin", "vendor's margin"]
          ]
        )
      ]
    }),
    section("Regions", {
      tables: [
        tableOf("Electricity, carbon intensity and water by region", region, region, [
          ["name", "region"],
          ["power_price", "electricity"],
          ["carbon_intensity", "carbon intensity"],
          ["water_intensity", "upstream water"],
          ["water_price", "water on site"]
        ])
      ]
    })
  ]);
}
