import type {Example} from "./examples.js";

/** Examples of several cells, which a reader may turn a knob of. */
export const stories: readonly Example[] = [
  {
    id: "below-cost",
    notebook: {
      title: "Who sells tokens below cost?",
      cells: [
        {
          kind: "text",
          name: "finding",
          text:
            "With ${$busy | percent} of GPU-hours computing, " +
            "${count(offers where margin < 0)} of ${count(offers)} list prices are below the cost of serving. " +
            "The largest loss is on ${offers.language_model}: the price is ${offers.price | 3} USD, the cost " +
            "${offers.cost | 3} USD per million tokens."
        },
        {
          kind: "input",
          name: "busy",
          label: "GPU-hours that compute",
          control: "slider",
          min: 0.1,
          max: 0.9,
          step: 0.01,
          value: 0.45,
          format: "percent"
        },
        {
          kind: "input",
          name: "blend",
          label: "Requests",
          control: "choice",
          options: ["chat", "coding-agent", "long-context"],
          value: "chat"
        },
        {
          kind: "chart",
          name: "gap",
          of: "offers",
          spec: {mark: "dot", x: "price", y: "language_model", color: "side", xScale: "log", yScale: "point"}
        },
        {
          kind: "sql",
          name: "offers",
          query: `SELECT language_model, seller, price,
       "full" / $busy AS cost,
       1 - cost / price AS margin,
       CASE WHEN price < cost THEN 'below cost' ELSE 'above cost' END AS side
FROM token_margin
WHERE blend = $blend
ORDER BY margin`
        }
      ]
    }
  },
  {
    id: "price-and-cost",
    notebook: {
      title: "Prices against cost, by quarter",
      cells: [
        {
          kind: "text",
          name: "finding",
          text:
            "In the scenario “${$scenario}”, a sold GPU-hour costs " +
            "${quarters.cost | 3} USD in the first quarter and fetches ${quarters.price | 3} USD. The price is below " +
            "cost in ${count(quarters where price < cost)} of ${count(quarters)} quarters."
        },
        {kind: "input", name: "scenario", label: "Scenario", control: "scenario", value: "gpu-glut"},
        {
          kind: "chart",
          name: "figure",
          of: "lines",
          spec: {mark: "line", x: "quarter", y: "usd_per_hour", color: "series"}
        },
        {
          kind: "sql",
          name: "quarters",
          query: `SELECT CAST(date_trunc('quarter', date) AS DATE) AS quarter,
       sum(price * sold_hours) / sum(sold_hours) AS price,
       sum(price * sold_hours - profit) / sum(sold_hours) AS cost
FROM cluster
WHERE scenario = $scenario AND sold_hours > 0
GROUP BY quarter
ORDER BY quarter`
        },
        {
          kind: "sql",
          name: "lines",
          query: "FROM quarters\nUNPIVOT (usd_per_hour FOR series IN (price, cost))\nORDER BY quarter"
        }
      ]
    }
  },
  {
    id: "glut",
    notebook: {
      title: "Who earns in a glut?",
      cells: [
        {
          kind: "text",
          name: "finding",
          text:
            "Builders have ordered for a boom. Profit over sixty months, in million USD, " +
            "by sector: in the reference scenario and in “${$other}”. The sector that loses most against the " +
            "reference is ${change.sector}, by ${change.loss | 3} million USD."
        },
        {kind: "input", name: "other", label: "Scenario", control: "scenario", value: "gpu-glut"},
        {
          kind: "chart",
          name: "figure",
          of: "profits",
          spec: {mark: "bar", x: "profit", y: "sector", color: "scenario", facet: "scenario"}
        },
        {
          kind: "sql",
          name: "profits",
          query: `SELECT scenario, sector, sum(profit) / 1e6 AS profit
FROM account
WHERE scenario IN ('reference', $other)
  AND sector IN ('Applications', 'Providers', 'Neoclouds', 'Chip vendors', 'Memory makers', 'Foundries')
GROUP BY ALL
ORDER BY scenario, profit DESC`
        },
        {
          kind: "sql",
          name: "change",
          query: `SELECT sector,
       sum(profit) FILTER (scenario = 'reference') - sum(profit) FILTER (scenario = $other) AS loss
FROM profits
GROUP BY sector
ORDER BY loss DESC NULLS LAST`
        }
      ]
    }
  },
  {
    id: "megawatt",
    notebook: {
      title: "What is another megawatt worth?",
      cells: [
        {
          kind: "text",
          name: "finding",
          text:
            "One more megawatt at ${worth.site} is worth ${worth.central | 3} " +
            "USD to its owner; 90 % of draws lie between ${worth.low | 3} and ${worth.high | 3} USD. A constraint " +
            "that does not bind has a shadow price of zero."
        },
        {
          kind: "input",
          name: "scarce",
          label: "Constraint",
          control: "choice",
          options: ["power", "accelerators"],
          value: "power"
        },
        {kind: "chart", name: "figure", of: "worth", spec: {mark: "bar", x: "central", y: "site"}},
        {
          kind: "sql",
          name: "worth",
          query: `SELECT row AS site, what AS one_more, owner AS central, owner_low AS low, owner_high AS high, note
FROM shadow_price
WHERE "constraint" = $scarce
ORDER BY central DESC`
        }
      ]
    }
  },
  {
    id: "my-quote",
    notebook: {
      title: "Is my quote out of line?",
      cells: [
        {
          kind: "text",
          name: "finding",
          text:
            "${count(quotes where price < asked)} of ${count(quotes)} published " +
            "quotes for this accelerator are below ${$quote | 3} USD per GPU-hour; the median is " +
            "${median(quotes.price) | 3} USD."
        },
        {
          kind: "input",
          name: "quote",
          label: "My quote, USD/GPU-hour",
          control: "slider",
          min: 0.5,
          max: 12,
          step: 0.05,
          value: 3
        },
        {
          kind: "input",
          name: "chip",
          label: "Accelerator",
          control: "choice",
          options: ["h100", "h200", "a100", "b200", "mi300x"],
          value: "h100"
        },
        {
          kind: "chart",
          name: "figure",
          of: "quotes",
          spec: {mark: "dot", x: "quoted", y: "price", color: "contract"}
        },
        {
          kind: "sql",
          name: "quotes",
          query: `SELECT quoted, contract, seller, issuer, price, $quote AS asked
FROM rental_quote
WHERE scenario = 'reference' AND accelerator = $chip
ORDER BY quoted`
        }
      ]
    }
  },
  {
    id: "cheaper-tokens",
    notebook: {
      title: "How fast do tokens become cheaper?",
      cells: [
        {
          kind: "text",
          name: "finding",
          text:
            "A token of constant quality costs ${last.index | percent} of " +
            "its first price in ${last.date | month} in the scenario “${last.scenario}”, the cheapest of all."
        },
        {
          kind: "input",
          name: "kind",
          label: "Models",
          control: "choice",
          options: ["frontier", "standard", "light"],
          value: "standard"
        },
        {
          kind: "chart",
          name: "figure",
          of: "paths",
          spec: {mark: "line", x: "date", y: "index", color: "scenario", yScale: "log"}
        },
        {
          kind: "sql",
          name: "paths",
          query:
            "SELECT scenario, date, fixed_price_index AS index\nFROM tier\nWHERE key = $kind\nORDER BY scenario, date"
        },
        {kind: "sql", name: "last", query: "FROM paths\nQUALIFY date = max(date) OVER ()\nORDER BY index"}
      ]
    }
  },
  {
    id: "what-matters",
    notebook: {
      title: "Which assumption matters most?",
      cells: [
        {
          kind: "text",
          name: "finding",
          text:
            "Of ${count(swings)} assumptions, ${swings.driver} moves the result " +
            "most: between its low and its high value, by ${swings.spread | percent} of the central result."
        },
        {
          kind: "input",
          name: "result",
          label: "Result",
          control: "choice",
          options: ["productivity_value", "value_per_cost", "resource_cost", "cost_per_token", "carbon"],
          value: "productivity_value"
        },
        {kind: "chart", name: "figure", of: "swings", spec: {mark: "bar", x: "spread", y: "driver"}},
        {
          kind: "sql",
          name: "swings",
          query: `SELECT driver, abs(at_high - at_low) / abs(central) AS spread, at_low, central, at_high
FROM swing
WHERE figure = $result AND central <> 0
QUALIFY date = min(date) OVER ()
ORDER BY spread DESC
LIMIT 20`
        }
      ]
    }
  }
];
