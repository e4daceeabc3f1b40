import {bars, type Bar} from "../charts/bars.js";
import {costStack} from "../charts/cost-stack.js";
import {dumbbell} from "../charts/dumbbell.js";
import {stackedMonths} from "../charts/stacked-months.js";
import {monthOf} from "../controls.js";
import {amount, share} from "../format.js";
import {layerColor} from "../layer.js";
import {inputs, latest, layersOf, unitOf} from "../materials.js";
import {costGroups, costParts, costTotals, losers, shadeOf} from "../neoclouds.js";
import {numberIn, namesOf, textIn} from "../row-values.js";
import {greatestGain, partBars} from "../saved-time.js";
import {belowCost, costAndPrice, energyBars, extremes} from "../serving.js";
import type {Row} from "../tables.js";
import {keysChart, monthRows, pathChart, section, sourcesOf, supportWords, tableOf} from "./parts.js";
import type {Report, ReportChart, ReportSection, ReportTable, ReportTables} from "./report.js";

/** Silicon, electricity and water: what making and running the accelerators takes. */
export function materials(tables: ReportTables): Report {
  const {economy, accelerator, region} = tables;
  const [first, last] = [monthRows(economy, "first")[0]!, monthRows(economy, "last")[0]!];
  const rests = ["process_node", "memory", "accelerator", "region", "facility"];
  return report(tables, "materials", "Materials: silicon, electricity, water", rests, [
    section("In short", {
      paragraphs: inputs.map(({title, columns}) => {
        const total = (row: Row): string =>
          amount(
            columns.reduce((sum, {column}) => sum + numberIn(row, column), 0),
            unitOf(economy, columns[0]!.column)
          );
        return `${title}: ${total(first)} in the first month, ${total(last)} in the last.`;
      })
    }),
    section("Month by month", {
      charts: inputs.map(({title, columns}): ReportChart => {
        const unit = unitOf(economy, columns[0]!.column);
        return {
          title,
          unit,
          source: economy.description,
          takeaway: latest(last, title, columns),
          draw: (size) =>
            stackedMonths(layersOf(economy, columns), {
              ...size,
              month: monthOf(first.date),
              format: (value) => amount(value)
            }) as Element,
          table: tableOf(title, economy, economy, [
            ["date", "month"],
            ...columns.map(({column, name}) => [column, name] as const)
          ])
        };
      })
    }),
    section("What an accelerator costs to make and sells for", {
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
        tableOf("Electricity, greenhouse gas and water by region", region, region, [
          ["name", "region"],
          ["power_price", "electricity"],
          ["carbon_intensity", "greenhouse gas"],
          ["water_intensity", "water in electricity"],
          ["water_price", "water on site"]
        ])
      ]
    })
  ]);
}

/** Clusters: what a GPU-hour costs and sells for. */
export function neocloud(tables: ReportTables): Report {
  const {neocloud: companies, cluster, economy} = tables;
  const [now, then] = [monthRows(cluster, "first"), monthRows(cluster, "last")];
  const name = namesOf(companies);
  const rests = ["cluster", "neocloud", "orchestrator", "facility", "region", "rental_quote", "accelerator"];
  return report(tables, "neocloud", "Neoclouds: clusters and GPU-hours", rests, [
    section("In short", {
      paragraphs: [
        `In the first month, ${lower(losers(costTotals(now, "")))}; in the last, ${lower(losers(costTotals(then, "")))}.`
      ],
      tables: [
        companyTable("Neoclouds in the first month", companies, "first"),
        companyTable("Neoclouds in the last month", companies, "last")
      ]
    }),
    section("What a GPU-hour costs and sells for", {
      charts: [costChart(tables, "first"), costChart(tables, "last")]
    }),
    section("Over time", {
      charts: [
        pathChart("GPU-hours", economy, [
          ["allocatable_hours", "can be sold", layerColor("neocloud")],
          ["demanded_hours", "asked for", layerColor("inference")],
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
    title: `Levelised cost by item, and price, in the ${which} month`,
    unit: "USD/GPU-hour sold",
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

/** Providers: what a million tokens cost and sell for. */
export function inference(tables: ReportTables): Report {
  const {provider, deployment, economy} = tables;
  const now = monthRows(deployment, "first");
  const pairs = costAndPrice(now, "output", "");
  const energy = energyBars(now, "");
  const name = namesOf(provider);
  const rests = ["deployment", "language_model", "accelerator_family", "tier", "provider", "list_price"];
  return report(tables, "inference", "Inference: providers and tokens", rests, [
    section("In short", {
      paragraphs: [belowCost(pairs), `Energy of an output token: ${extremes(energy, "J/token")}`],
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
          title: "Rent and price of a million output tokens, first month",
          unit: "USD/Mtok",
          source: deployment.description,
          takeaway: belowCost(pairs),
          draw: (size) => dumbbell(pairs, {...size, ...ends, format: (one) => amount(one)}) as Element,
          table: tableOf("Deployments", deployment, now, [
            ["key", "deployment"],
            ["cost_per_output_token", "rent, output"],
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
  from: {name: "rent", color: layerColor("neocloud")},
  to: {name: "price", color: layerColor("inference")}
};

/** Applications: users, revenue, tokens. */
export function application(tables: ReportTables): Report {
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
  return report(tables, "application", "Applications: users and revenue", rests, [
    section("In short", {
      paragraphs: (["first", "last"] as const).map((which) => profitWords(monthRows(products, which), which)),
      tables: (["first", "last"] as const).map((which) =>
        tableOf(`Products in the ${which} month`, products, monthRows(products, which), columns)
      )
    }),
    section("Groups of users", {
      tables: [
        tableOf("Segments in the first month", segment, monthRows(segment, "first"), [
          ["key", "segment"],
          ["users", "users"],
          ["payers", "payers"],
          ["revenue", "revenue"],
          ["token_cost", "tokens bought"],
          ["lifetime_value", "lifetime value"],
          ["acquisition_cost", "cost of winning a payer"]
        ])
      ]
    }),
    section("Over time", {
      charts: (["users", "revenue", "token_cost"] as const).map((column) =>
        keysChart({users: "Users", revenue: "Revenue", token_cost: "Spent on tokens"}[column], products, column, {
          name,
          color: shadeOf(products)
        })
      )
    })
  ]);
}

function profitWords(products: readonly Row[], which: string): string {
  const best = [...products].sort((a, b) => numberIn(b, "profit") - numberIn(a, "profit"))[0];
  const sum = (column: string): number => products.reduce((total, row) => total + numberIn(row, column), 0);
  return `In the ${which} month, users pay ${amount(sum("revenue"), "USD")}, of which ${share(sum("token_cost") / sum("revenue"))} go to tokens; ${textIn(best, "name")} earns most, ${amount(numberIn(best, "profit"), "USD")}.`;
}

/** Output: hours saved and what they are worth. */
export function value(tables: ReportTables): Report {
  const {segment, economy} = tables;
  const now = monthRows(segment, "first");
  const [first] = monthRows(economy, "first");
  return report(
    tables,
    "value",
    "Productivity: work and its value",
    ["task", "study", "segment"],
    [
      section("In short", {
        paragraphs: [
          greatestGain(now, first),
          `Of ${amount(numberIn(first, "hours_saved"), "hour")} saved in the first month, worth ${amount(numberIn(first, "face_value"), "USD")} if every one became output, output worth ${amount(numberIn(first, "productivity_value"), "USD")} is realised. Consumer surplus of ${amount(numberIn(first, "consumer_surplus"), "USD")} is kept apart.`
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

function report(
  {assumption, source}: ReportTables,
  name: string,
  title: string,
  rests: readonly string[],
  sections: readonly ReportSection[]
): Report {
  const support = section("What it rests on", {paragraphs: [supportWords(assumption, rests)]});
  return {name, title, sections: [...sections, support], sources: sourcesOf(assumption, rests, source)};
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
