import {bars} from "../../components/charts/bars.js";
import {amount, unitless} from "../../components/words/format.js";
import {namesOf, numberIn, textIn} from "../../components/rows/row-values.js";
import {type ColumnName} from "../../components/rows/table-types.js";
import type {ColumnOf, Rows, RowsOf} from "../../components/rows/table-types.js";
import {addedValue} from "../value-flow/value-added.js";
import {addedMost} from "../value-flow/words.js";
import {monthRows, sourcesOf, supportWords, tableOf} from "./parts.js";
import {section} from "../../components/report/report.js";
import type {ReportBody, ReportChart, ReportTable} from "../../components/report/report.js";
import type {ReportTables} from "./report-tables.js";

/** Statements of every company by year, and what each sector adds. */
export function financial(tables: ReportTables): ReportBody {
  const {assumption, source, neocloud, provider, application} = tables;
  const rests = ["parameter", "neocloud", "cluster", "accelerator", "facility"];
  return {
    name: "financial",
    title: "Financial report",
    sections: [
      section("Summary", {
        paragraphs: [
          "Income statement, cash flow and balance sheet of every company by year, in 2026 US dollars and at real " +
            "rates. Years start in the scenario's first month; balances are those of each year's last month.",
          coverWords(tables.neocloud_statement, namesOf(neocloud))
        ],
        charts: [addedChart(tables)]
      }),
      section("Neoclouds", {tables: statements(tables.neocloud_statement, namesOf(neocloud), neocloudLines)}),
      section("Providers", {tables: statements(tables.provider_statement, namesOf(provider), providerLines)}),
      section("Applications", {
        tables: statements(tables.application_statement, namesOf(application), applicationLines)
      }),
      section("Inputs", {paragraphs: [supportWords(assumption, rests)]})
    ],
    sources: sourcesOf(assumption, rests, source)
  };
}

/** A line of a statement: a column, what it is called, its sign, and whether it is a balance. */
type Line<C extends string> = readonly [column: C, name: string, sign?: 1 | -1, balance?: "balance"];

const common = [
  ["profit_before_tax", "profit before tax"],
  ["tax", "tax", -1],
  ["net_income", "net income"],
  ["operating_cash_flow", "operating cash flow"]
] as const;

const cash = ["cash", "cash", 1, "balance"] as const;
const receivables = ["receivables", "receivables", 1, "balance"] as const;

const closing = [
  ["assets", "assets", 1, "balance"],
  ["liabilities", "liabilities", 1, "balance"],
  ["equity", "equity", 1, "balance"]
] as const;

const neocloudLines: readonly Line<ColumnOf<"neocloud_statement">>[] = [
  ["revenue", "revenue"],
  ["electricity_cost", "electricity", -1],
  ["water_cost", "water", -1],
  ["colocation_rent", "colocation rent", -1],
  ["operation_cost", "facility operation", -1],
  ["property_tax", "property tax", -1],
  ["staff_cost", "engineers", -1],
  ["licence_cost", "licences", -1],
  ["maintenance_cost", "maintenance", -1],
  ["insurance_cost", "insurance", -1],
  ["overhead", "sales and administration", -1],
  ["ebitda", "EBITDA"],
  ["depreciation", "depreciation", -1],
  ["ebit", "EBIT"],
  ["disposal_gain", "gain on assets sold"],
  ["interest", "interest", -1],
  ...common,
  ["investing_cash_flow", "investing cash flow"],
  ["lending_cash_flow", "lending cash flow"],
  ["book_value", "hardware and buildings", 1, "balance"],
  ["debt", "debt", 1, "balance"],
  cash,
  receivables,
  ...closing
];

const providerLines: readonly Line<ColumnOf<"provider_statement">>[] = [
  ["revenue", "revenue"],
  ["rent", "GPU-hours rented", -1],
  ["egress", "network", -1],
  ["overhead", "research, sales, administration", -1],
  ...common,
  cash,
  receivables,
  ...closing
];

const applicationLines: readonly Line<ColumnOf<"application_statement">>[] = [
  ["revenue", "subscriptions and metered use"],
  ["token_cost", "tokens", -1],
  ["payment_cost", "payment fees", -1],
  ["hosting_cost", "hosting", -1],
  ["support_cost", "support", -1],
  ["service_cost", "other delivery", -1],
  ["gross_profit", "gross profit"],
  ["development_cost", "development", -1],
  ["administration_cost", "administration", -1],
  ["acquisition", "customer acquisition", -1],
  ["retention_cost", "customer retention", -1],
  ...common,
  cash,
  ...closing
];

/** A statement a company: its lines by year, in USD. */
function statements<R extends {key: string}>(
  table: Rows<R>,
  name: (key: string) => string,
  lines: readonly Line<ColumnName<R>>[]
): ReportTable[] {
  return [...new Set(table.map((row) => row.key))].map((key) => {
    const rows = table.filter((row) => row.key === key);
    const years = Math.ceil(rows.length / 12);
    return {
      title: name(key),
      source: table.description,
      columns: [
        {name: "line", unit: ""},
        ...Array.from({length: years}, (_, i) => ({name: `year ${i + 1}`, unit: "USD"}))
      ],
      rows: lines.map(([column, title, sign = 1, balance]) => [
        title,
        ...Array.from(
          {length: years},
          (_, year) => sign * inYear(rows.slice(12 * year, 12 * year + 12), column, balance) + 0
        )
      ])
    };
  });
}

/** Flows of USD a month add up over a year; of a balance, the last counts. */
function inYear<R extends object>(months: readonly R[], column: ColumnName<R>, balance: "balance" | undefined): number {
  if (balance) return numberIn(months.at(-1), column);
  return months.reduce((sum, row) => sum + numberIn(row, column), 0);
}

function coverWords(table: RowsOf<"neocloud_statement">, name: (key: string) => string): string {
  const keys = [...new Set(table.map((row) => textIn(row, "key")))];
  const words = keys.map((key) => {
    const rows = table.filter((row) => row.key === key);
    const cover = rows.map((row) => numberIn(row, "dscr")).filter(Number.isFinite);
    const breaches = rows.filter((row) => numberIn(row, "covenant_breach") === 1).length;
    if (cover.length === 0) return `${name(key)} has no debt`;
    return (
      `${name(key)}: minimum DSCR ${amount(Math.min(...cover))}, covenant breached ` +
      `in ${breaches} of ${rows.length} months`
    );
  });
  return `${words.join("; ")}.`;
}

function addedChart({account}: ReportTables): ReportChart {
  const rows = monthRows(account, "last");
  const added = addedValue(rows);
  return {
    title: "Value added by sector in the last month",
    unit: "USD/month",
    source: account.description,
    takeaway: `${addedMost(added)}.`,
    draw: (size) => bars(added, {...size, format: unitless}) as Element,
    table: tableOf("Sector accounts, last month", account, rows, [
      ["sector", "sector"],
      ["inflow", "receipts"],
      ["outflow", "paid"],
      ["profit", "profit"],
      ["value_added", "value added"]
    ])
  };
}
