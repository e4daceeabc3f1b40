import {lower} from "../../components/words/count.js";
import {figureText, headlineFigure} from "../../components/words/headline-figure.js";
import {textIn} from "../../components/rows/row-values.js";
import {costAndPrice, belowCost} from "../inference/deployments.js";
import {costTotals} from "../neoclouds/costs.js";
import {losers} from "../neoclouds/words.js";
import {verdict} from "../overview/words.js";
import {greatestGain} from "../productivity/saved-time.js";
import type {Finding} from "./opening.js";
import {monthRows} from "./parts.js";
import type {ReportTables} from "./report-tables.js";
import {addedValue} from "../value-flow/value-added.js";
import {addedMost} from "../value-flow/words.js";

/** What each report finds, and the figures on its first page. */
export const findings = {
  executive: {
    figures: ["productivity_value", "resource_cost", "value_per_cost"],
    words: ({headline}) => {
      const [first, last] = [monthRows(headline, "first"), monthRows(headline, "last")];
      return (
        `A dollar spent on AI yields ${figureText(first, "value_per_cost")} dollars of output in the first month and ` +
        `${figureText(last, "value_per_cost")} in the last. ${verdict(first)}.`
      );
    }
  },
  materials: {
    figures: ["materials_cost", "energy_per_token", "carbon"],
    words: ({headline}) =>
      `Physical inputs cost ${figureText(monthRows(headline, "first"), "materials_cost")} in the first month and ` +
      `${figureText(monthRows(headline, "last"), "materials_cost")} in the last, while a token's energy goes from ` +
      `${figureText(monthRows(headline, "first"), "energy_per_token")} to ` +
      `${figureText(monthRows(headline, "last"), "energy_per_token")}.`
  },
  neocloud: {
    figures: ["value_multiplier", "balance", "grid_energy"],
    words: ({cluster, headline}) =>
      `In the first month, ${lower(losers(costTotals(monthRows(cluster, "first"), "")))}; in the last, ` +
      `${lower(losers(costTotals(monthRows(cluster, "last"), "")))}. ${capacityWords(headline)}`
  },
  inference: {
    figures: ["cost_per_token", "energy_per_token", "tokens"],
    words: ({deployment, headline}) =>
      `A million tokens cost ${figureText(monthRows(headline, "first"), "cost_per_token")} in the first month and ` +
      `${figureText(monthRows(headline, "last"), "cost_per_token")} in the last. ` +
      belowCost(costAndPrice(monthRows(deployment, "first"), "output", ""))
  },
  application: {
    figures: ["application_revenue", "consumer_surplus", "tokens"],
    words: ({application}) => {
      const losing = monthRows(application, "last").filter((row) => Number(row.profit) < 0);
      const names = losing.map((row) => textIn(row, "name")).join(", ");
      return losing.length === 0
        ? "Every product is profitable in the last month."
        : `Not profitable in the last month: ${names}.`;
    }
  },
  value: {
    figures: ["productivity_value", "consumer_surplus", "value_per_cost"],
    words: ({segment, economy}) => String(greatestGain(monthRows(segment, "first"), monthRows(economy, "first")[0]))
  },
  financial: {
    figures: ["application_revenue", "resource_cost", "double_counting"],
    words: ({account}) => `In the last month, ${lower(String(addedMost(addedValue(monthRows(account, "last")))))}.`
  }
} satisfies Record<string, Finding>;

function capacityWords(headline: ReportTables["headline"]): string {
  const balance = (which: "first" | "last"): number => headlineFigure(monthRows(headline, which), "balance").central;
  const words = (value: number): string => (value > 1 ? "a shortage of GPU-hours" : "spare capacity");
  return `There is ${words(balance("first"))} in the first month and ${words(balance("last"))} in the last.`;
}
