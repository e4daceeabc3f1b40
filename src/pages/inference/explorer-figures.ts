import {foremost} from "../../components/words/foremost.js";
import {html} from "htl";
import {dumbbell, type Pair} from "../../components/charts/dumbbell.js";
import {pareto} from "./pareto.js";
import {timeShares, type TimeRow} from "./time-shares.js";
import {rangeOf} from "./evidence.js";
import {leastSpeed, paretoPoints, timeRows, type Explored} from "./explorer.js";
import {countFinding, lower} from "../../components/words/count.js";
import {range, share, unitless} from "../../components/words/format.js";
import {gridOf, type ColumnNote, type Grid} from "../../components/figure/grid.js";
import {layerColor} from "../../components/words/layer.js";
import {tableOf} from "../../components/words/provenance.js";
import {breakEvenInWords} from "./market.js";
import {changeRows, cheaperSellers, cheapestInWords, figures, type ChangeRow, type Offer} from "./offers.js";
import {measures} from "./serving-measures.js";
import {tableElement} from "../../components/figure/table-element.js";
import {responsive} from "../../components/figure/responsive.js";
import {sellerName} from "../../lib/market/seller-name.js";

/** The chosen measure against the speed that a user sees. */
export function paretoFigure(explored: Explored, name: string): HTMLElement {
  const {title, unit, cost} = measures[explored.question.measure];
  const points = paretoPoints(explored);
  const bar = rangeOf(points.find(({best}) => best)?.value ?? NaN, explored.spreads.rate, cost);
  const options = {
    title: `${name}: ${title}`,
    finding: withinFinding(points),
    unit: "each dot is a configuration that fits into memory; hollow: exceeds a limit",
    source:
      "the inference performance model, as in the command predict, with central values and today's software, at full " +
      "load. The line is the Pareto frontier of throughput and speed. The vertical bar holds 90 % of measurements " +
      "around predictions whose model and accelerator were held out of the fit.",
    ariaLabel: paretoInWords(points.length, title),
    table: tableOf(points, {
      shown: ({origin: _, ofSpeed: __, ...point}) => point,
      origin: ({origin, ofSpeed}, column) => ({speed: ofSpeed, value: origin})[column]
    }),
    query: ofQuestion
  };
  const limit = leastSpeed(explored);
  return responsive(options, ({width}) => pareto(points, {width, label: unit, cost, range: bar, limit}));
}

/** Where the time of a token goes, along the frontier. */
export function timeFigure(explored: Explored): HTMLElement {
  const rows = timeRows(explored);
  const options = {
    title: "Where the time of an output token goes",
    finding: longestPart(rows),
    unit: "share of mean time per output token; bold: best within limits",
    source:
      "the same predictions, lowest latency first. Weight reads overlap with matrix multiplications and cache reads " +
      "with attention, so only the longer of each pair counts.",
    ariaLabel: rows.map(({label, total}) => `${label}: ${total}`).join("; "),
    table: rows.flatMap(({label, parts}) =>
      parts.map(({name, time, origin}) => ({way: label, part: name, ms: time, origin}))
    ),
    query: ofQuestion
  };
  return responsive(options, ({width}) => timeShares(rows, {width}));
}

/** The price of a GPU-hour that sellers' list prices would pay, beside today's. */
export function breakEvenFigure(pairs: readonly Pair[]): HTMLElement {
  const count = pairs.filter(({from, to}) => to > from).length;
  const rest = "a higher rental price than today's";
  const options = {
    title: "GPU-hour price at which list prices break even",
    finding: countFinding({count, all: pairs.length, noun: "list prices", verb: ["covers", "cover"], rest}),
    unit: "USD per GPU-hour, log scale; at each seller's lowest list price for the model",
    source: "list prices from genai-prices and the GPU time of the best configuration, at the chosen utilisation.",
    ariaLabel: breakEvenInWords(pairs),
    table: tableOf(pairs, {
      shown: ({sources: _, ...pair}) => pair,
      origin: ({sources}, column) => ({from: sources?.from, to: sources?.to})[column]
    }),
    query: ofQuestion
  };
  const ends = {
    from: {name: "current price", color: layerColor("neocloud")},
    to: {name: "break-even", color: layerColor("inference")},
    format: unitless
  };
  return responsive(options, ({width}) => dumbbell(pairs, {width, ...ends}));
}

/** A prediction is made for the reader's question, and stands in no table. */
const ofQuestion = {made: "predicted on this page for the question above"};

/** The accelerators side by side, each at its best within the limits: cost, profit and bottleneck. */
export function offerTable(offers: readonly Offer[]): HTMLElement {
  return tableElement(gridOfOffers(offers, decisive), {
    label: "Best configuration of each accelerator within the limits"
  });
}

/** The same configurations in detail: the cost of each kind of token, speed and energy. */
export function detailTable(offers: readonly Offer[]): HTMLElement {
  return tableElement(gridOfOffers(offers, detailed), {label: "Cost of each kind of token, speed and energy"});
}

function gridOfOffers(offers: readonly Offer[], columns: readonly ColumnNote[]): Grid {
  return tableOf(offers, {shown: ranged, origin: ({origins}, column) => origins[column], columns});
}

/** The three cheapest accelerators, a sentence each. */
export function cheapestList(explored: Explored, name: (key: string) => string): HTMLElement {
  return html`<ol>
    ${cheapestInWords(explored, name).map((sentence) => html`<li>${sentence}</li>`)}
  </ol>`;
}

/** The sellers that charge less than the serving cost. */
export function sellerTable(explored: Explored): HTMLElement | null {
  const rows = cheaperSellers(explored);
  if (rows.length === 0) return null;
  const shown = rows.map((row) => ({
    ...row,
    seller: sellerName(row.seller),
    price: digits(row.price),
    saving: share(row.saving)
  }));
  return tableElement(gridOf(shown, sellerColumns), {label: "Sellers that charge less than serving costs"});
}

/** The effect of a single change to the question. */
export function changeTable(explored: Explored): HTMLElement {
  return tableElement(gridOf(changeRows(explored).map(shownChange), changeColumns), {
    label: "Effect of a single change"
  });
}

function paretoInWords(count: number, title: string): string {
  return count === 0
    ? `No data: no configuration fits, or the ${title} needs a GPU-hour price.`
    : `${count} configurations by ${title} and tokens per second per user.`;
}

/** The predicted figures with their ranges; three digits of the price, as more would claim more than is known. */
function ranged({accelerator, ranges, origins: _, ...row}: Offer): object {
  const known = (name: (typeof figures)[number]): string | null => {
    const value = ranges[name];
    return value && Number.isFinite(value.central) ? range(value) : null;
  };
  return {
    accelerator,
    ...row,
    price: digits(row.price),
    profit_per_hour: digits(row.profit_per_hour),
    profit_per_megawatt: digits(row.profit_per_megawatt / USD_PER_MUSD),
    ...Object.fromEntries(figures.map((name) => [name, known(name)]))
  };
}

const USD_PER_MUSD = 1e6;

/** Three digits, as more would claim more than is known. */
function digits(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(3)) : null;
}

function shownChange({before, after, difference, ...row}: ChangeRow): object {
  const change = Number.isFinite(difference) ? share(difference) : null;
  return {...row, before: digits(before), after: digits(after), difference: change};
}

const number = (name: string, unit: string, description: string): ColumnNote => ({
  name,
  type: "number",
  unit,
  description
});

/** A predicted figure, as text, since its range stands beside it. */
const predicted = (name: string, unit: string, description: string): ColumnNote => ({
  ...number(name, unit, `${description}; with the 5th–95th percentile of measurements around held-out predictions`),
  type: "text"
});

const accelerator: ColumnNote = {name: "accelerator", type: "text", unit: "", description: "Accelerator"};

const decisive: ColumnNote[] = [
  accelerator,
  {...predicted("blended", "USD/Mtok", "Cost of a million tokens in this request mix"), label: "cost"},
  {name: "binds", label: "bottleneck", type: "text", unit: "", description: "What takes most GPU time"},
  {
    ...{name: "nearest", label: "nearest limit", type: "text", unit: ""},
    description: "The limit on batch size, and how much of it is used"
  },
  {...number("profit_per_hour", "USD/GPU-hour", "Token revenue less the price of the GPU-hour"), label: "profit"},
  {
    ...number("profit_per_megawatt", "M USD/MW-yr", "The same per year and megawatt of loaded servers"),
    label: "profit per MW"
  },
  {
    ...number("price", "USD/GPU-hour", "On-demand market price, cost in the chain, or your price"),
    label: "GPU-hour"
  }
];

const detailed: ColumnNote[] = [
  accelerator,
  {name: "way", label: "configuration", type: "text", unit: "", description: "Serving configuration"},
  predicted("input", "USD/Mtok", "Cost of a million uncached input tokens"),
  predicted("output", "USD/Mtok", "Cost of a million output tokens"),
  {...predicted("output_rate", "tok/s/GPU", "Output tokens per second per GPU"), label: "output rate"},
  {...predicted("user_rate", "tok/s", "Tokens per second per user"), label: "rate per user"},
  {...predicted("ttft", "ms", "Mean time to the first token"), label: "TTFT"},
  predicted("energy", "J/token", "Server energy per output token, prefill included")
];

const sellerColumns: ColumnNote[] = [
  {name: "seller", type: "text", unit: "", description: "Seller"},
  {name: "model", type: "text", unit: "", description: "Model, as named by the seller"},
  number("price", "USD/Mtok", "List price of a million tokens in this request mix"),
  {name: "saving", type: "text", unit: "", description: "Saving from buying, as a share of the lowest serving cost"}
];

const changeColumns: ColumnNote[] = [
  {name: "change", type: "text", unit: "", description: "The change, other settings equal"},
  number("before", "USD/Mtok", "Cost of a million tokens now"),
  number("after", "USD/Mtok", "Cost after the change"),
  {name: "difference", type: "text", unit: "", description: "Change in cost"},
  {name: "binds", label: "bottleneck", type: "text", unit: "", description: "What then takes most GPU time"},
  {name: "way", label: "configuration", type: "text", unit: "", description: "Best configuration after the change"}
];

function withinFinding(points: readonly {feasible: boolean}[]): string | undefined {
  const count = points.filter(({feasible}) => feasible).length;
  const rest = "within all limits";
  return countFinding({count, all: points.length, noun: "configurations", verb: ["stays", "stay"], rest});
}

/** The largest part of a token's time in the best configuration within limits, if there is one. */
function longestPart(rows: readonly TimeRow[]): string | undefined {
  const best = rows.find(({bold}) => bold);
  const total = best?.parts.reduce((sum, {time}) => sum + time, 0) ?? NaN;
  const most = foremost((best?.parts ?? []).map(({name, time}) => ({name, value: time})));
  return most && `At best, ${share(most.value / total)} of the time is ${lower(most.name)}`;
}
