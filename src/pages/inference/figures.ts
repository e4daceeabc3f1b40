import {bars} from "../../components/charts/bars.js";
import {dumbbell} from "../../components/charts/dumbbell.js";
import {timeLines} from "../../components/charts/time-lines.js";
import {monthOf, where} from "../../components/rows/filter.js";
import {amount, share, unitless} from "../../components/words/format.js";
import {layerColor} from "../../components/words/layer.js";
import {numberIn, pick, textIn} from "../../components/rows/row-values.js";
import {seriesOf} from "../../components/rows/series.js";
import {
  belowCost,
  costAndPrice,
  energyBars,
  energyFinding,
  extremes,
  marginFinding,
  tokenKinds,
  type TokenKind
} from "./deployments.js";
import {beforeList} from "../../components/words/count.js";
import type {Rows, RowsOf} from "../../components/rows/table-types.js";
import type {Deployment} from "./data.js";
import {rowsFigure} from "../../components/figure/responsive.js";
import {monthName} from "../../components/words/month.js";

/** What a million tokens cost in rent, and what they sell at, for every deployment: a figure a kind of tokens. */
export function costFigures(deployments: Rows<Deployment>, chosen: string): HTMLElement[] {
  return tokenKinds.map((kind) => costFigure(deployments, kind, chosen));
}

function costFigure(deployments: Rows<Deployment>, kind: TokenKind, chosen: string): HTMLElement {
  const found = belowCost(costAndPrice(deployments, kind, chosen));
  const options = {
    title: `Rental cost and realised price of ${kind} tokens`,
    finding: deployments.length === 0 ? undefined : beforeList(found).replace("these tokens", `${kind} tokens`),
    unit: "USD per million tokens, log scale",
    source: "table deployment; list prices from genai-prices",
    ariaLabel: found,
    table: pick(deployments, ["key", "language_model", "accelerator", `cost_per_${kind}_token`, `${kind}_price`])
  };
  const ends = {
    from: {name: "rental cost", color: layerColor("neocloud")},
    to: {name: "price", color: layerColor("inference")},
    format: unitless
  };
  return rowsFigure(options, (rows, {width}) => dumbbell(costAndPrice(rows, kind, chosen), {width, ...ends}));
}

/** Gross margins of providers over time. */
export function marginFigure(providers: RowsOf<"provider">, month: string, name: (key: string) => string): HTMLElement {
  const now = where(providers, ({date}) => monthOf(date) === month);
  const margins = now.map((row) => `${textIn(row, "name")} ${share(numberIn(row, "gross_margin"))}`).join(", ");
  const options = {
    title: "Gross margin of providers",
    finding: marginFinding(now),
    unit: "share of revenue, after GPU rental",
    source: "table provider",
    ariaLabel: `Gross margins in ${monthName(month)}: ${margins}.`,
    table: pick(providers, ["key", "date", "gross_margin", "revenue", "rent", "cost", "profit"])
  };
  const keys = [...new Set(providers.map((row) => textIn(row, "key")))];
  const color = (key: string): string => colors[keys.indexOf(key) % colors.length]!;
  return rowsFigure(options, (rows, {width}) =>
    timeLines(seriesOf(rows, {column: "gross_margin", name, color}), {width, month, format: share})
  );
}

/** Grid energy per output token of every deployment. */
export function energyFigure(deployments: Rows<Deployment>, chosen: string): HTMLElement {
  const found = energyBars(deployments, chosen);
  const options = {
    title: "Grid energy per output token",
    finding: energyFinding(found),
    unit: "joules, including prefill",
    source: "table deployment",
    ariaLabel: extremes(found, "J/token"),
    table: pick(deployments, ["key", "language_model", "accelerator", "energy_per_token"])
  };
  return rowsFigure(options, (rows, {width}) =>
    bars(energyBars(rows, chosen), {width, format: (value) => amount(value, "J")})
  );
}

const colors = (["inference", "neocloud", "application", "value", "materials"] as const).map(layerColor);
