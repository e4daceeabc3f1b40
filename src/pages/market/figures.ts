import {html} from "htl";
import {MARGIN, type MeasuredLayer} from "../../lib/market/company-metric.js";
import type {BlendName} from "../../lib/market/blend.js";
import type {MedianComparison} from "../../lib/market/benchmark.js";
import {bars} from "../../components/charts/bars.js";
import {dumbbell, type Pair} from "../../components/charts/dumbbell.js";
import {intervals} from "../../components/charts/intervals.js";
import {amount, share} from "../../components/words/format.js";
import type {Origin} from "../../components/inspector/origin.js";
import {layerColor} from "../../components/words/layer.js";
import {levelSpans, pickLevels} from "./rental-market.js";
import {tableOf} from "../../components/words/provenance.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {gapInWords, gapOrigin, MEDIAN, placeOf, type Compared, type Population} from "./benchmark.js";
import type {RowOf} from "../../components/rows/table-types.js";
import {
  blendInWords,
  changesOf,
  changesQuery,
  dispersionInWords,
  dispersionSpans,
  marginInWords,
  marginsOf,
  sellerSpans,
  type Change
} from "./token-market.js";
import {gridFigure, responsive, rowsFigure} from "../../components/figure/responsive.js";

const usd = (value: number): string => amount(value);

/** Models by how far their sellers' prices lie apart. */
export function dispersionFigure(
  dispersions: readonly RowOf<"price_dispersion">[],
  blend: BlendName,
  chosen: string
): HTMLElement {
  const options = {
    title: "Price of a million tokens of one model, over its sellers",
    unit: `USD, ${blendInWords(blend)}; logarithmic`,
    source:
      "list prices in @pydantic/genai-prices, in force at the start of the run, without sellers that repeat " +
      "others'. Lowest, median and highest; the number of sellers in brackets.",
    ariaLabel: dispersionInWords(dispersions),
    table: dispersions,
    query: "rows" as const
  };
  return rowsFigure(options, (rows, size) =>
    intervals(dispersionSpans(rows.slice(0, 24), chosen), {...size, format: usd, log: true})
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
    unit: `USD per million tokens, ${blendInWords(blend)}; logarithmic`,
    source:
      "list prices in @pydantic/genai-prices; cost: table token_margin, the model of serving at its best on the " +
      "chain's clusters at their levelised cost of a GPU-hour.",
    ariaLabel: marginInWords(prices, margins),
    table: own.length > 0 ? own : prices,
    query: "rows" as const
  };
  return responsive(options, (size) =>
    intervals(sellerSpans(prices, blend, margins), {...size, format: usd, log: true})
  );
}

/** Prices before and after they were changed. */
export function changesFigure(prices: readonly RowOf<"token_price">[], blend: BlendName): HTMLElement {
  const changes = changesOf(prices, blend);
  const falls = changes.filter(({before, after}) => after < before).length;
  const options = {
    title: "Prices that changed",
    unit: `USD per million tokens, ${blendInWords(blend)}; logarithmic`,
    source: "the dated prices in @pydantic/genai-prices: few sellers' histories are in it. Newest first.",
    ariaLabel: `${falls} of ${changes.length} dated changes are cuts.`,
    table: tableOf(changes, {
      shown: ({sources: _, ...change}) => change,
      origin: ({sources}, column) => ({before: sources.from, after: sources.to})[column]
    }),
    query: {sql: changesQuery(blend)}
  };
  const names = {
    from: {name: "before", color: "var(--theme-foreground-muted)"},
    to: {name: "after", color: layerColor("inference")}
  };
  return gridFigure(options, changes, (rows, size) => dumbbell(rows.map(changePair), {...size, ...names, format: usd}));
}

function changePair({model, from, before, after, sources}: Change): Pair {
  const label = `${model.split("/").at(-1)!}, ${from.slice(0, 7)}`;
  // The rows of another query lead nowhere.
  return {label, from: before, to: after, ...((sources as Change["sources"] | undefined) && {sources})};
}

/** The level of rental prices on one kind of contract. */
export function levelFigure(levels: readonly RowOf<"rental_level">[], contract: string, seller: string): HTMLElement {
  const rows = pickLevels(levels, contract, seller);
  if (rows.length === 0) return html`<p>No quote of this kind was read.</p>`;
  const options = {
    title: `Price of a GPU-hour, ${contract.replaceAll("-", " ")}`,
    unit: "USD; logarithmic",
    source:
      "table rental_level: published quotes of the last twelve months before the run, each with its source among " +
      "the assumptions. Lowest, median, highest; the number of quotes in brackets. Kinds of contract are " +
      "different goods and are never put together.",
    ariaLabel: rows.map((row) => `${textIn(row, "accelerator")} ${amount(numberIn(row, "median"), "USD")}`).join(", "),
    table: rows,
    query: "rows" as const
  };
  return rowsFigure(options, (drawn, size) =>
    intervals(levelSpans(drawn, contract, seller), {...size, format: usd, log: true})
  );
}

/** What is computed with a reader's own figures stands in no table. */
const yours = {made: "computed in this page with your figures"};

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
    title: "Share of peers that your figures beat",
    unit: "share of peers",
    source:
      "your figures, in this browser; table peer: the model's companies over 512 draws of all assumptions, quotes " +
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
    title: "What makes the gap to the median company",
    unit: "points of profit of revenue",
    source:
      "your figures, in this browser: Shapley values, which do not depend on the order in which figures are " +
      "exchanged and add up to the gap.",
    ariaLabel: gapInWords(result),
    table: result.gaps.map((gap) => ({...gap, origin})),
    query: yours
  };
  return responsive(options, (size) => bars(rows, {...size, format: (value) => amount(value)}));
}
