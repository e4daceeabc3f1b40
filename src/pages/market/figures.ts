import {contractName} from "../../components/words/row-name.js";
import {foremost} from "../../components/words/foremost.js";
import {html} from "htl";
import {MARGIN, type MeasuredLayer} from "../../lib/market/company-metric.js";
import type {BlendName} from "../../lib/market/blend.js";
import type {MedianComparison} from "../../lib/market/benchmark.js";
import {bars} from "../../components/charts/bars.js";
import {intervals} from "../../components/charts/intervals.js";
import {amount, share, unitless} from "../../components/words/format.js";
import type {Origin} from "../../components/inspector/origin.js";
import {layerColor} from "../../components/words/layer.js";
import {levelSpans, pickLevels} from "./rental-market.js";
import {tableOf} from "../../components/words/provenance.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {gapInWords, gapOrigin, MEDIAN, placeOf, type Compared, type Population} from "./benchmark.js";
import type {RowOf} from "../../components/rows/table-types.js";
import {
  blendInWords,
  cheapestSeller,
  dispersionInWords,
  dispersionSpans,
  marginInWords,
  marginsOf,
  sellerSpans,
  widestDispersion
} from "./token-market.js";
import {responsive, rowsFigure} from "../../components/figure/responsive.js";

/** Models by the dispersion of their sellers' prices. */
export function dispersionFigure(
  dispersions: readonly RowOf<"price_dispersion">[],
  blend: BlendName,
  chosen: string
): HTMLElement {
  const options = {
    title: "Price dispersion across sellers of the same model",
    finding: widestDispersion(dispersions),
    unit: `USD per million tokens, ${blendInWords(blend)}; log scale; dot: median; line: lowest to highest`,
    source:
      "list prices in @pydantic/genai-prices in force in the first month, without resellers. Number of sellers in " +
      "brackets.",
    ariaLabel: dispersionInWords(dispersions),
    table: dispersions,
    query: "rows" as const
  };
  return rowsFigure(options, (rows, size) =>
    intervals(dispersionSpans(rows.slice(0, 24), chosen), {...size, format: unitless, log: true})
  );
}

/** One model's sellers, with our cost where its shape is known. */
export function sellersFigure(
  prices: readonly RowOf<"token_price">[],
  margins: readonly RowOf<"token_margin">[],
  blend: BlendName,
  name: string
): HTMLElement {
  const own = marginsOf(prices, margins);
  const options = {
    title: `Who sells ${name}`,
    finding: cheapestSeller(prices, blend),
    unit: `USD per million tokens, ${blendInWords(blend)}; log scale`,
    source:
      "list prices in @pydantic/genai-prices; cost: table token_margin, the best configuration on the chain's " +
      "clusters at their levelised cost of a GPU-hour.",
    ariaLabel: marginInWords(prices, margins),
    table: own.length > 0 ? own : prices,
    query: "rows" as const
  };
  return responsive(options, (size) =>
    intervals(sellerSpans(prices, blend, margins), {...size, format: unitless, log: true})
  );
}

/** The accelerator with the highest median price; undefined where two share the place. */
function dearestFinding(rows: readonly RowOf<"rental_level">[]): string | undefined {
  const items = rows.map((row) => ({name: textIn(row, "accelerator").toUpperCase(), value: numberIn(row, "median")}));
  const most = foremost(items);
  return most && `${most.name} has the highest median, ${amount(most.value, "USD")}`;
}

/** The level of rental prices on one kind of contract. */
export function levelFigure(levels: readonly RowOf<"rental_level">[], contract: string, seller: string): HTMLElement {
  const rows = pickLevels(levels, contract, seller);
  if (rows.length === 0) return html`<p>No quotes of this kind.</p>`;
  const options = {
    title: `Price of a GPU-hour, ${contractName(contract)}`,
    finding: dearestFinding(rows),
    unit: "USD per GPU-hour, log scale; dot: median; line: lowest to highest",
    source:
      "table rental_level: quotes published in the twelve months before the run, with their sources under " +
      "Assumptions. Number of quotes in brackets. Contract types are different goods and are never combined.",
    ariaLabel: rows.map((row) => `${textIn(row, "accelerator")} ${amount(numberIn(row, "median"), "USD")}`).join(", "),
    table: rows,
    query: "rows" as const
  };
  return rowsFigure(options, (drawn, size) =>
    intervals(levelSpans(drawn, contract, seller), {...size, format: unitless, log: true})
  );
}

/** What is computed with a reader's own figures stands in no table. */
const yours = {made: "computed on this page with your figures"};

/** The gap to the median company, and where each figure stands among its peers; empty where no figure is known. */
export function comparisonFigures(
  comparison: MedianComparison,
  places: readonly Compared[],
  peers: ReadonlyMap<string, readonly Population[]>,
  layer: MeasuredLayer
): HTMLElement {
  return html`<div>${gapFigure(comparison, layer, peers)} ${placesFigure(places, layer)}</div>`;
}

function placesFigure(all: readonly Compared[], layer: MeasuredLayer): HTMLElement | string {
  const rows = all.flatMap(({metric, value, populations}) =>
    populations.map((population) => ({
      label: populations.length > 1 ? `${metric.title}: ${population.name}` : metric.title,
      value: metric.better === "more" ? population.share : 1 - population.share,
      color: layerColor(layer),
      chosen: metric.key === MARGIN.key,
      own: value,
      population,
      origin: placeOf(population)
    }))
  );
  if (rows.length === 0) return "";
  const options = {
    title: "Your percentile rank among peers",
    unit: "share of peers with a less favourable figure; 50 % = median",
    source:
      "your figures (this browser only); table peer: the model's companies over 512 draws of all assumptions, quotes " +
      "and list prices.",
    ariaLabel: rows.map(({label, value}) => `${label}: better than ${share(value)}`).join(", "),
    table: tableOf(rows, {
      shown: ({label, own, value, population: {values, count}}) => ({
        figure: label,
        own,
        median: values[MEDIAN]!,
        better_than: value,
        peers: count
      }),
      origin: ({origin, population: {origins}}, column) =>
        ({better_than: origin, median: origins[MEDIAN], peers: countOf(origins)})[column]
    }),
    query: yours
  };
  return responsive(options, (size) => bars(rows, {...size, format: share}));
}

function countOf([first]: Population["origins"]): Origin | undefined {
  return first && {...first, column: "count"};
}

function gapFigure(
  result: MedianComparison,
  layer: MeasuredLayer,
  peers: ReadonlyMap<string, readonly Population[]>
): HTMLElement | string {
  if (result.gaps.length === 0) return "";
  const origin = gapOrigin(layer, peers);
  const rows = [...result.gaps]
    .sort((a, b) => b.amount - a.amount)
    .map(({part, amount: points}) => ({
      label: part,
      value: 100 * points,
      color: points < 0 ? layerColor("value") : layerColor(layer),
      chosen: false,
      origin
    }));
  const options = {
    title: "Gap to the median company, by source",
    unit: "percentage points of profit margin",
    source:
      "your figures (this browser only): Shapley values, which do not depend on the order of comparison and sum to " +
      "the gap.",
    ariaLabel: gapInWords(result),
    table: result.gaps.map((gap) => ({...gap, origin})),
    query: yours
  };
  return responsive(options, (size) => bars(rows, {...size, format: unitless}));
}
