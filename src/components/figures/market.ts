import {MARGIN, type MeasuredLayer} from "../../lib/market/metric.js";
import type {Standing} from "../../lib/market/standing.js";
import {bars} from "../charts/bars.js";
import {dumbbell} from "../charts/dumbbell.js";
import {spans} from "../charts/spans.js";
import {amount, share} from "../format.js";
import {layerColor} from "../layer.js";
import {levelSpans, pickLevels} from "../rental-market.js";
import {numberIn, textIn} from "../row-values.js";
import {gapInWords, type Compared} from "../standing.js";
import type {Row} from "../tables.js";
import {changesOf, dispersionInWords, dispersionSpans, marginInWords, marginsOf, sellerSpans} from "../token-market.js";
import {responsive} from "./responsive.js";

const usd = (value: number): string => amount(value);

/** Models by how far their sellers' prices lie apart. */
export function dispersionFigure(dispersions: readonly Row[], chosen: string): HTMLElement {
  const options = {
    title: "Price of a million tokens of one model, over its sellers",
    unit: "USD, three input tokens for each output token, none cached; logarithmic",
    source:
      "list prices in @pydantic/genai-prices, in force at the start of the run, without sellers that repeat others'. Lowest, median and highest; the number of sellers in brackets.",
    ariaLabel: dispersionInWords(dispersions),
    table: dispersions
  };
  return responsive(options, (size) =>
    spans(dispersionSpans(dispersions.slice(0, 24), chosen), {...size, format: usd, log: true})
  );
}

/** One model's sellers, with our cost where its shape is known. */
export function sellersFigure(prices: readonly Row[], margins: readonly Row[], mix: string, name: string): HTMLElement {
  const own = marginsOf(prices, margins);
  const options = {
    title: `Who sells ${name}`,
    unit: "USD per million tokens of the mix; logarithmic",
    source:
      "list prices in @pydantic/genai-prices; cost: table token_margin, the model of serving at its best on the chain's clusters at their levelised cost of a GPU-hour.",
    ariaLabel: marginInWords(prices, margins),
    table: own.length > 0 ? own : prices
  };
  return responsive(options, (size) => spans(sellerSpans(prices, mix, margins), {...size, format: usd, log: true}));
}

/** Prices before and after they were changed. */
export function changesFigure(prices: readonly Row[]): HTMLElement {
  const changes = changesOf(prices).sort((a, b) => (textIn(a, "from") < textIn(b, "from") ? 1 : -1));
  const falls = changes.filter((row) => numberIn(row, "after") < numberIn(row, "before")).length;
  const options = {
    title: "Prices that changed",
    unit: "USD per million tokens, 3 input : 1 output; logarithmic",
    source: "the dated prices in @pydantic/genai-prices: few sellers' histories are in it. Newest first.",
    ariaLabel: `${falls} of ${changes.length} dated changes are cuts.`,
    table: changes
  };
  const pairs = changes.map((row) => ({
    label: `${textIn(row, "model").split("/").at(-1)!}, ${textIn(row, "from").slice(0, 7)}`,
    from: numberIn(row, "before"),
    to: numberIn(row, "after")
  }));
  const names = {
    from: {name: "before", color: "var(--theme-foreground-muted)"},
    to: {name: "after", color: layerColor("inference")}
  };
  return responsive(options, (size) => dumbbell(pairs, {...size, ...names, format: usd}));
}

/** The level of rental prices on one kind of contract. */
export function levelFigure(levels: readonly Row[], contract: string, seller: string): HTMLElement | string {
  const rows = pickLevels(levels, contract, seller);
  if (rows.length === 0) return "No quote of this kind was read.";
  const options = {
    title: `Price of a GPU-hour, ${contract.replaceAll("-", " ")}`,
    unit: "USD; logarithmic",
    source:
      "table rental_level: published quotes of the last twelve months before the run, each with its source among the assumptions. Lowest, median, highest; the number of quotes in brackets. Kinds of contract are different goods and are never put together.",
    ariaLabel: rows.map((row) => `${textIn(row, "accelerator")} ${amount(numberIn(row, "median"), "USD")}`).join(", "),
    table: rows
  };
  return responsive(options, (size) => spans(levelSpans(levels, contract, seller), {...size, format: usd, log: true}));
}

/** Where each figure stands among its peers. */
export function placesFigure(all: readonly Compared[], layer: MeasuredLayer): HTMLElement | string {
  const rows = all.flatMap(({metric, value, populations}) =>
    populations.map(({name, share: below, count, values}) => ({
      label: populations.length > 1 ? `${metric.title}: ${name}` : metric.title,
      value: metric.better === "more" ? below : 1 - below,
      color: layerColor(layer),
      chosen: metric.key === MARGIN.key,
      own: value,
      median: values[50]!,
      peers: count
    }))
  );
  if (rows.length === 0) return "";
  const options = {
    title: "Better than so many of the peers",
    unit: "share of peers",
    source:
      "your figures, in this browser; table peer: the model's companies over 512 draws of all assumptions, quotes and list prices.",
    ariaLabel: rows.map(({label, value}) => `${label}: better than ${share(value)}`).join(", "),
    table: rows.map(({label, own, median, value, peers}) => ({figure: label, own, median, better_than: value, peers}))
  };
  return responsive(options, (size) => bars(rows, {...size, format: share}));
}

/** What makes the gap to the median company. */
export function gapFigure(result: Standing, layer: MeasuredLayer): HTMLElement | string {
  if (result.gaps.length === 0) return "";
  const rows = [...result.gaps]
    .sort((a, b) => b.amount - a.amount)
    .map(({part, amount: points}) => ({
      label: part,
      value: 100 * points,
      color: points < 0 ? layerColor("value") : layerColor(layer),
      chosen: false
    }));
  const options = {
    title: "What makes the gap to the median company",
    unit: "points of profit of revenue",
    source:
      "your figures, in this browser: Shapley values, which do not depend on the order in which figures are exchanged and add up to the gap.",
    ariaLabel: gapInWords(result),
    table: result.gaps
  };
  return responsive(options, (size) => bars(rows, {...size, format: (value) => amount(value)}));
}
