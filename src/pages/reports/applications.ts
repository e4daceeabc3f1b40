import {amount, share} from "../../components/words/format.js";
import {shadeOf} from "../neoclouds/shades.js";
import {numberIn, namesOf, textIn} from "../../components/rows/row-values.js";
import type {ColumnOf, RowOf} from "../../components/rows/table-types.js";
import {keysChart, monthRows, tableOf} from "./parts.js";
import {section} from "../../components/report/report.js";
import type {ReportBody} from "../../components/report/report.js";
import type {ReportTables} from "./report-tables.js";
import {layerReport} from "./layer-report.js";

/** Applications: users, revenue, tokens. */
export function application(tables: ReportTables): ReportBody {
  const {application: products, segment} = tables;
  const name = namesOf(products);
  const rests = ["application", "segment", "routing"];
  const columns = [
    ["name", "product"],
    ["users", "users"],
    ["revenue", "revenue"],
    ["token_cost", "tokens bought"],
    ["cost", "cost"],
    ["profit", "profit"]
  ] as const;
  return layerReport(tables, "application", "Applications: users and revenue", rests, [
    section("Summary", {
      paragraphs: (["first", "last"] as const).map((which) => profitWords(monthRows(products, which), which)),
      tables: (["first", "last"] as const).map((which) =>
        tableOf(`Products in the ${which} month`, products, monthRows(products, which), columns)
      )
    }),
    section("User segments", {
      tables: [
        tableOf("Segments in the first month", segment, monthRows(segment, "first"), [
          ["key", "segment"],
          ["users", "users"],
          ["payers", "payers"],
          ["revenue", "revenue"],
          ["token_cost", "tokens bought"],
          ["lifetime_value", "lifetime value"],
          ["acquisition_cost", "acquisition cost"]
        ])
      ]
    }),
    section("Over time", {
      charts: (["users", "revenue", "token_cost"] as const).map((column) =>
        keysChart({users: "Users", revenue: "Revenue", token_cost: "Token cost"}[column], products, column, {
          name,
          color: shadeOf(products)
        })
      )
    })
  ]);
}

function profitWords(products: readonly RowOf<"application">[], which: string): string {
  const best = [...products].sort((a, b) => numberIn(b, "profit") - numberIn(a, "profit"))[0];
  const sum = (column: ColumnOf<"application">): number =>
    products.reduce((total, row) => total + numberIn(row, column), 0);
  return (
    `In the ${which} month, users pay ` +
    `${amount(sum("revenue"), "USD")}, of which tokens take ${share(sum("token_cost") / sum("revenue"))}; ` +
    `${textIn(best, "name")} earns most, ${amount(numberIn(best, "profit"), "USD")}.`
  );
}
