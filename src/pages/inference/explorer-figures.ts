import {dumbbell, type Pair} from "../../components/charts/dumbbell.js";
import {pareto} from "./pareto.js";
import {timeShares} from "./time-shares.js";
import {leastSpeed, paretoPoints, rangeOf, timeRows, type Explored} from "./explorer.js";
import {amount, range} from "../../components/words/format.js";
import type {ColumnNote} from "../../components/figure/grid.js";
import {layerColor} from "../../components/words/layer.js";
import {tableOf} from "../../components/words/provenance.js";
import {breakEvenInWords, figures, type Offer} from "./offers.js";
import {measures} from "./serving-measures.js";
import {tableElement} from "../../components/figure/table-element.js";
import {responsive} from "../../components/figure/responsive.js";

/** The chosen measure against the speed that a user sees. */
export function paretoFigure(explored: Explored, name: string): HTMLElement {
  const {title, unit, cost} = measures[explored.question.measure];
  const points = paretoPoints(explored);
  const bar = rangeOf(points.find(({best}) => best)?.value ?? NaN, explored.spreads.rate, cost);
  const options = {
    title: `${name}: ${title}`,
    unit: "a dot is a way of serving that fits into memory; hollow: it breaks a limit",
    source:
      "predicted by the model of serving, as the command predict does, at the assumptions' central values and " +
      "today's software, with work always at hand. The line joins the ways that no other beats in throughput and " +
      "speed at once; the upright bar holds nine tenths of what was measured around predictions of models on " +
      "accelerators that were left out of the fit.",
    ariaLabel: paretoInWords(points.length, title),
    table: tableOf(points, {
      shown: ({origin: _, ofSpeed: __, ...point}) => point,
      origin: ({origin, ofSpeed}, column) => ({speed: ofSpeed, value: origin})[column]
    })
  };
  const limit = leastSpeed(explored);
  return responsive(options, ({width}) => pareto(points, {width, label: unit, cost, range: bar, limit}));
}

/** Where the time of a token goes, along the frontier. */
export function timeFigure(explored: Explored): HTMLElement {
  const rows = timeRows(explored);
  const options = {
    title: "Where the time of an output token goes",
    unit: "share of the mean time per token; bold: the best within limits",
    source:
      "the same predictions, quickest for the user first. Of reading weights and matrix products only the longer " +
      "counts, likewise of reading the cache and attention: they overlap.",
    ariaLabel: rows.map(({label, total}) => `${label}: ${total}`).join("; "),
    table: rows.flatMap(({label, parts}) =>
      parts.map(({name, time, origin}) => ({way: label, part: name, ms: time, origin}))
    )
  };
  return responsive(options, ({width}) => timeShares(rows, {width}));
}

/** The price of a GPU-hour that sellers' list prices would pay, beside today's. */
export function breakEvenFigure(pairs: readonly Pair[]): HTMLElement {
  const options = {
    title: "GPU-hour that list prices would pay",
    unit: "USD, logarithmic; each seller's lowest list price for the model",
    source:
      "list prices from genai-prices over the GPU time that the best way within the limits takes; rent is the mean " +
      "of the last twelve months' on-demand quotes, or your own.",
    ariaLabel: breakEvenInWords(pairs),
    table: tableOf(pairs, {
      shown: ({sources: _, ...pair}) => pair,
      origin: ({sources}, column) => ({from: sources?.from, to: sources?.to})[column]
    })
  };
  const ends = {
    from: {name: "rent", color: layerColor("neocloud")},
    to: {name: "break-even", color: layerColor("inference")},
    format: (value: number) => amount(value)
  };
  return responsive(options, ({width}) => dumbbell(pairs, {width, ...ends}));
}

/** The accelerators side by side, each at its best within the limits. */
export function offerTable(offers: readonly Offer[]): HTMLElement {
  const grid = tableOf(offers, {shown: ranged, origin: ({origins}, column) => origins[column], columns});
  return tableElement(grid, {label: "Accelerators at their best within the limits"});
}

function paretoInWords(count: number, title: string): string {
  return count === 0
    ? `Nothing to draw: no way of serving fits, or the ${title} has no value without a price of the GPU-hour.`
    : `${count} ways of serving by ${title} and by tokens per second for each user.`;
}

/** The predicted figures with their ranges; three digits of the price, as more would claim more than is known. */
function ranged({accelerator, price, way, ranges}: Offer): object {
  const known = (name: (typeof figures)[number]): string | null =>
    Number.isFinite(ranges[name].central) ? range(ranges[name]) : null;
  return {
    accelerator,
    price: Number.isFinite(price) ? Number(price.toPrecision(3)) : null,
    ...Object.fromEntries(figures.map((name) => [name, known(name)])),
    way
  };
}

const number = (name: string, unit: string, description: string): ColumnNote => ({
  name,
  type: "number",
  unit,
  description
});

/** A predicted figure, as text, since its range stands beside it. */
const predicted = (name: string, unit: string, description: string): ColumnNote => ({
  ...number(name, unit, `${description}; 5 to 95 % of what was measured around predictions that were not fitted`),
  type: "text"
});

const columns: ColumnNote[] = [
  {name: "accelerator", type: "text", unit: "", description: "Accelerator"},
  number("price", "USD/GPU-hour", "Mean of the last twelve months' on-demand quotes, or yours"),
  predicted("blended", "USD/Mtok", "Cost of a million tokens in the mix of the requests"),
  predicted("input", "USD/Mtok", "Cost of a million input tokens that are computed"),
  predicted("output", "USD/Mtok", "Cost of a million output tokens"),
  predicted("output_rate", "tok/s/GPU", "Output tokens per second and GPU"),
  predicted("user_rate", "tok/s", "Tokens per second for each user"),
  predicted("ttft", "ms", "Mean time to the first token"),
  predicted("energy", "J/token", "Server energy per output token, prefill included"),
  {name: "way", type: "text", unit: "", description: "How it is served"}
];
