import {group} from "d3";
import type {PublishedTable} from "../../lib/export/index.js";
import {
  dispersionTable,
  marginTable,
  peerTable,
  rentalLevelTable,
  tokenPriceHistoryTable,
  tokenPriceTable,
  type BlendDispersion,
  type BlendMargin,
  type MarketPrice,
  type PlacedLevel
} from "../../lib/export/site-tables.js";
import {
  blended,
  blendNames,
  blends,
  dispersions,
  inForce,
  marginOf,
  modelIn,
  peerOutputs,
  peersOf,
  quotesOf,
  rentalLevels,
  servingCost,
  spread,
  type BlendName,
  type Peers,
  type RentalLevel,
  type TokenPrice
} from "../../lib/market/index.js";
import {keysOf, monthsOf, numberAt, type Inputs, type Run, type TableInput} from "../../lib/sheet/index.js";
import type {Study} from "../../lib/uncertainty/index.js";
import {runStudy} from "./parallel.js";
import {tokenPriceEvents} from "./price-history.js";
import type {Project} from "./project.js";
import type {ScenarioRun} from "../../lib/model/index.js";
import {resellers, tokenPrices} from "./token-prices.js";

/** Market prices, with the chain's costs beside them. */
export interface MarketData {
  prices: MarketPrice[];
  dispersions: BlendDispersion[];
  margins: BlendMargin[];
  levels: PlacedLevel[];
}

/** The market at the start of a scenario, in all blends of tokens or some. */
export function marketData({run}: ScenarioRun, serving: Inputs, wanted: readonly BlendName[] = blendNames): MarketData {
  const {all, current, own, modelOf} = pricesAt(run, serving);
  const levels = rentalLevels(quotesOf(run), monthsOf(run.start));
  return {
    prices: all.map((price) => ({
      ...price,
      language_model: modelOf(price) ?? "",
      current: current.has(price),
      reseller: resellers.includes(price.seller)
    })),
    dispersions: wanted.flatMap((blend) => dispersions(own, blends[blend].mix).map((one) => ({...one, blend}))),
    margins: wanted.flatMap((blend) => marginsOf({run, serving, modelOf}, [...current], blend)),
    levels: levels.map((level) => ({...level, ...inChain(run, level)}))
  };
}

/** Peers' figures for benchmarking, in all blends of tokens or some. */
export function marketPeers(
  project: Project,
  reference: ScenarioRun,
  serving: Inputs,
  wanted: readonly BlendName[] = blendNames
): Peers[] {
  const {own, modelOf} = pricesAt(reference.run, serving);
  return [
    ...drawnPeers(project, reference),
    ...quotePeers(reference.run),
    ...wanted.flatMap((blend) => pricePeers(own, modelOf, blend))
  ];
}

/** All token prices; those in force when a run starts; and of these, the ones that are not resellers'. */
function pricesAt(run: Run, serving: Inputs) {
  const all = tokenPrices();
  const current = new Set(inForce(all, `${run.start}-01`));
  const own = [...current].filter(({seller}) => !resellers.includes(seller));
  return {all, current, own, modelOf: namesOf(run, serving.language_model!)};
}

/** The market's tables. */
export function marketTables(project: Project, reference: ScenarioRun, serving: Inputs): PublishedTable[] {
  const {prices, dispersions, margins, levels} = marketData(reference, serving);
  return [
    tokenPriceTable(prices),
    tokenPriceHistoryTable(tokenPriceEvents(project)),
    dispersionTable(dispersions),
    marginTable(margins),
    rentalLevelTable(levels),
    peerTable(marketPeers(project, reference, serving))
  ];
}

/** The language model that a price is for: by its name, or through the deployment that sells at that price. */
export function namesOf(run: Run, models: TableInput): (price: TokenPrice) => string | undefined {
  const sold = new Map(
    keysOf(run, "deployment").map((_, row) => [
      typedIn(run, "deployment", "list_price", row),
      typedIn(run, "deployment", "language_model", row)
    ])
  );
  return ({seller, model}) => sold.get(`${seller}/${model}`) ?? modelIn(model, models);
}

/** Inputs of the costs, and the run behind them. */
interface Costing {
  run: Run;
  serving: Inputs;
  modelOf: (price: TokenPrice) => string | undefined;
}

function marginsOf({run, serving, modelOf}: Costing, prices: readonly TokenPrice[], blend: BlendName): BlendMargin[] {
  const {mix, service} = blends[blend];
  const options = {mix, service, gpuHours: gpuHours(run), busy: busyShare(run)};
  const costs = new Map(serving.language_model!.keys.map((model) => [model, servingCost(serving, model, options)]));
  return prices.flatMap((price) => {
    const cost = costs.get(modelOf(price) ?? "");
    return cost && blended(price, mix) > 0 ? [{...marginOf(price, cost, mix), blend}] : [];
  });
}

/** The levelised cost of a GPU-hour by accelerator: the mean over the chain's clusters, weighted by hours sold. */
export function gpuHours(run: Run): Map<string, number> {
  const totals = new Map<string, {cost: number; hours: number}>();
  keysOf(run, "cluster").forEach((_, row) => {
    const accelerator = typedIn(run, "cluster", "accelerator", row);
    const before = totals.get(accelerator) ?? {cost: 0, hours: 0};
    totals.set(accelerator, {
      cost: before.cost + numberAt(run, "cluster.cost", row, 0),
      hours: before.hours + numberAt(run, "cluster.sold_hours", row, 0)
    });
  });
  return new Map([...totals].map(([accelerator, {cost, hours}]) => [accelerator, cost / hours]));
}

function typedIn({inputs}: Run, table: string, column: string, row: number): string {
  return String(inputs[table]!.columns[column]!.values[row]);
}

function busyShare(run: Run): number {
  const total = (column: string): number =>
    keysOf(run, "cluster").reduce((sum, _, row) => sum + numberAt(run, `cluster.${column}`, row, 0), 0);
  return total("busy_hours") / total("sold_hours");
}

/** The chain's price and cost of the same good; it has no price for interruptible capacity. */
function inChain(run: Run, {accelerator, contract}: RentalLevel) {
  const row = keysOf(run, "price_book").findIndex(
    (_, row) =>
      typedIn(run, "price_book", "accelerator", row) === accelerator &&
      typedIn(run, "price_book", "tenor", row) === tenors[contract]
  );
  const chain = row < 0 ? NaN : numberAt(run, "price_book.new_price", row, 0);
  return {chain_price: chain, chain_cost: gpuHours(run).get(accelerator) ?? NaN};
}

/** The chain's names for the contracts of quotes. */
const tenors: Readonly<Record<string, string>> = {
  "on-demand": "on-demand",
  "reserved-1-year": "one-year",
  "reserved-3-year": "three-year"
};

function drawnPeers({correlations}: Project, {scenario, run}: ScenarioRun): Peers[] {
  const study: Study = {
    inputs: run.inputs,
    months: 1,
    start: run.start,
    design: {spread: "latin", draws: 512, seed: 1},
    correlations,
    outputs: peerOutputs(run.model, run.inputs),
    at: [0],
    series: []
  };
  return peersOf(study, runStudy(scenario.model, run.model, study, {threads: 1}).draws, run.model);
}

/** The minimum number of values of a distribution. */
const LEAST = 4;

function quotePeers(run: Run): Peers[] {
  const groups = group(
    quotesOf(run).filter(({seller, quoted}) => seller !== "tco-model" && monthsOf(run.start) - quoted <= 12),
    ({accelerator, contract}) => `${accelerator.toUpperCase()} quotes, ${contract}`
  );
  return [...groups].flatMap(([population, quotes]) =>
    quotes.length < LEAST
      ? []
      : [
          spread(
            "neocloud",
            "price",
            population,
            quotes.map(({price}) => price)
          )
        ]
  );
}

function pricePeers(
  prices: readonly TokenPrice[],
  modelOf: (price: TokenPrice) => string | undefined,
  blend: BlendName
): Peers[] {
  const priced = prices.map((price) => ({model: modelOf(price), price: blended(price, blends[blend].mix)}));
  const paid = priced.filter(({price}) => price > 0);
  const groups = group(paid, ({model}) => (model === undefined ? "" : `list prices of ${model}`));
  const all: [string, typeof paid][] = [["list prices of all models", paid], ...groups];
  return all.flatMap(([population, members]) =>
    population === "" || members.length < LEAST
      ? []
      : [
          {
            ...spread(
              "inference",
              "price",
              population,
              members.map(({price}) => price)
            ),
            blend
          }
        ]
  );
}
