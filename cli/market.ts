import {marketData, marketPeers, type MarketData} from "../data-loaders/run/market-tables.js";
import {readBytes} from "../data-loaders/run/files.js";
import {loadProject, runScenario, type Project} from "../data-loaders/run/project.js";
import {loadValidation} from "../data-loaders/run/validation.js";
import {
  blendNames,
  blends,
  canonical,
  DRAWS,
  MARGIN,
  percentile,
  compareWithMedian,
  costInMix,
  countOffers,
  marketOffers,
  typedMix,
  unreadInWords,
  yardsticks,
  type BlendCost,
  type BlendName,
  type Figures,
  type MarketOffer,
  type MeasuredLayer,
  type Mix,
  type OwnFigures,
  type Peers,
  type Yardstick
} from "../lib/market/index.js";
import {REFERENCE} from "../lib/model/reference.js";
import {InputError, oneOf, unknown} from "../lib/sheet/index.js";
import {folderOf, type GlobalFlags} from "./arguments.js";
import {formatNumber, formatWholeShare} from "./format.js";
import type {Report, ReportMeta} from "../src/components/report/report.js";
import {share} from "../src/components/words/format.js";
import {figuresInFile} from "../src/pages/market/figures-file.js";
import {sellersReport} from "../src/pages/market/report.js";
import {blendInWords} from "../src/pages/market/token-market.js";
import {reportAt} from "./report-file.js";
import {editionJson, madeFrom} from "./identity.js";
import {modelHash} from "../scripts/hash.js";
import {sellerName} from "../lib/market/seller-name.js";

/** Flags of `market`, as entered. */
export interface MarketFlags extends GlobalFlags {
  kind: string;
  blend: string;
  offers?: boolean;
  losing?: boolean;
  mix?: string;
  figures?: string;
  json?: boolean;
  report?: string;
}

/** Prints price dispersion and implied margins, for one model or all, or a company's benchmark. */
export async function marketCommand(
  model: string | undefined,
  flags: MarketFlags,
  project = loadProject(folderOf(flags))
): Promise<number> {
  const {kind, figures, json} = flags;
  const blend = oneOf("--blend", "blend of tokens", flags.blend, blendNames);
  const layer = oneOf("--kind", "company kind", kind, Object.keys(yardsticks) as MeasuredLayer[]);
  refuseWithoutOffers(flags);
  const report = flags.report === undefined ? undefined : reportAt(flags.report);
  const read = figures === undefined ? undefined : await figuresIn(figures, layer);
  const serving = loadValidation(project.folder).inputs;
  const reference = runScenario(project, REFERENCE);
  if (flags.offers) {
    const data = marketData(reference, serving, [flags.mix === undefined ? blend : ANY_MIX]);
    const offers = everyOffer(data, model, blend, flags);
    await report?.({
      report: sellers(offers, model, blend, flags),
      meta: {...metaOf(project, modelHash(project.folder.path)), ...(await madeFrom(project, REFERENCE))}
    });
    return printOffers(offers, flags);
  }
  if (read) {
    const places = placed(marketPeers(project, reference, serving, [blend]), layer, read.figures);
    const {figures: _, ...rows} = read;
    return print({...places, ...rows}, json, () => [...describeRows(read), "", ...describePlaces(places)]);
  }
  const data = marketData(reference, serving, [blend]);
  if (model !== undefined) return print(offersOf(data, model, blend), json, (offers) => describeOffers(offers, blend));
  const {dispersions, levels} = data;
  return print({...editionJson(project.folder), dispersions, levels}, json, () => describeMarket(data, blend));
}

/** Throws an `InputError` for a flag that would have no effect. */
function refuseWithoutOffers(flags: MarketFlags): void {
  if (flags.offers) return;
  for (const flag of ["report", "mix", "losing"] as const)
    if (flags[flag] !== undefined) throw new InputError(`--${flag}: applies to offers only\n  add --offers`);
}

function print<T>(result: T, json: boolean | undefined, describe: (result: T) => string[]): number {
  console.log(json ? JSON.stringify(result, null, 2) : describe(result).join("\n"));
  return 0;
}

/** A blend with every kind of token, from whose costs those of any mix follow. */
const ANY_MIX = "long-context";

/**
 * The offers of all models, or of those whose name contains a text, beside their cost; resellers repeat others' prices.
 */
function everyOffer(
  {prices, margins}: MarketData,
  model: string | undefined,
  blend: BlendName,
  {mix: typed}: MarketFlags
): MarketOffer[] {
  const own = typed === undefined ? undefined : mixOf(typed);
  const ofModel = prices.filter((price) => model === undefined || canonical(price.model).includes(canonical(model)));
  const costs = margins.map((row): [string, BlendCost] => [row.language_model, own ? costInMix(row, own) : row]);
  const current = ofModel.filter((price) => price.current && !price.reseller);
  return marketOffers(current, new Map(costs), own ?? blends[blend].mix);
}

function mixOf(text: string): Mix {
  const read = typedMix(text);
  if ("mix" in read) return read.mix;
  throw new InputError(`--mix: ${read.problem}`);
}

/** Writes a report on offers. */
function sellers(
  offers: readonly MarketOffer[],
  model: string | undefined,
  blend: BlendName,
  {mix}: MarketFlags
): Report {
  const {known, losing, unknown, thinnest} = countOffers(offers);
  const thin = thinnest ? ` The thinnest margin is ${share(thinnest.margin)} (${sellerName(thinnest.seller)}).` : "";
  return sellersReport({
    offers,
    words: model ?? "",
    mix: mix === undefined ? blendInWords(blend) : `a mix of ${mix}`,
    finding: `${losing} of ${known} offers with a known cost are below it; the cost of ${unknown} is unknown.${thin}`
  });
}

function metaOf({scenarios}: Project, hash: string): ReportMeta {
  const {title, start} = scenarios.get(REFERENCE)!;
  return {
    ...{scenario: REFERENCE, title, description: "", changes: "", from: start, to: start},
    ...{hash: hash.slice(0, 12), seed: 1, draws: 0, date: new Date().toISOString().slice(0, 10)}
  };
}

/** Prints offers, or only those below cost; the counts cover all. */
function printOffers(all: readonly MarketOffer[], {json, losing: only}: MarketFlags): number {
  const {known, losing, unknown} = countOffers(all);
  const offers = only ? all.filter(({margin}) => margin < 0) : all;
  console.log(
    json
      ? JSON.stringify(offers, null, 2)
      : [
          "model, seller: price, cost at the chain's utilisation, margin",
          ...offers.map(({common, seller, price, levelised, margin, reason}) => {
            const [name, numbers] = [common.padEnd(34), cells(price, levelised)];
            return `  ${name} ${sellerName(seller).padEnd(22)} ${numbers} ${percent(margin)}  ${reason}`.trimEnd();
          }),
          `${losing} of ${known} offers with a known cost are below it; the cost of ${unknown} is unknown`
        ].join("\n")
  );
  return 0;
}

async function figuresIn(file: string, layer: MeasuredLayer): Promise<OwnFigures> {
  const bytes = readBytes(file);
  try {
    return await figuresInFile(bytes, layer);
  } catch (error) {
    throw error instanceof InputError ? new InputError(`${file}: ${error.message}`, {cause: error}) : error;
  }
}

interface Offers {
  model: string;
  offers: Offer[];
  /** Other listed models whose names start with this one. */
  others: string[];
}

interface Offer {
  seller: string;
  model: string;
  price: number;
  margin: number | null;
  break_even: number | null;
  /** Whether the seller repeats the prices of others. */
  reseller: boolean;
  /** Why there is no margin; empty if there is one. */
  reason: string;
}

function offersOf({prices, margins}: MarketData, name: string, blend: BlendName): Offers {
  const common = canonical(name);
  const names = new Set(prices.map(({model}) => canonical(model)));
  const current = prices.filter((price) => price.current && canonical(price.model) === common);
  if (current.length === 0) unknown("", "listed model", common, names);
  const costs = new Map(margins.map((row) => [row.language_model, row]));
  const offers = marketOffers(current, costs, blends[blend].mix).map(
    ({seller, model, price, reseller, reason}): Offer => {
      const {margin, break_even} = margins.find((one) => one.seller === seller && one.model === model) ?? unpriced;
      return {seller, model, price, margin, break_even, reseller, reason};
    }
  );
  return {
    model: common,
    offers: offers.sort((a, b) => a.price - b.price),
    others: [...names].filter((one) => one.startsWith(`${common}-`)).sort()
  };
}

const unpriced = {margin: null, break_even: null};

interface Places {
  margin: number;
  median: number;
  gaps: {part: string; amount: number; share: number}[];
  places: {
    figure: string;
    value: number;
    unit: string;
    population: string;
    count: number;
    share_below: number;
    better: string;
  }[];
}

function placed(peers: readonly Peers[], layer: MeasuredLayer, figures: Figures): Places {
  const yardstick: Yardstick = yardsticks[layer];
  const own = peers.filter((one) => one.layer === layer);
  const median = Object.fromEntries(
    own.filter(({population}) => population === DRAWS).map(({metric, values}) => [metric, values[50]!])
  );
  const known = [...yardstick.metrics, MARGIN].filter(({key}) => Number.isFinite(figures[key]));
  return {
    ...compareWithMedian(yardstick, figures, median),
    places: known.flatMap(({key, title, unit, better}) =>
      own
        .filter(({metric}) => metric === key)
        .map(({population, count, values}) => ({
          figure: title,
          value: figures[key]!,
          unit,
          population,
          count,
          share_below: percentile(figures[key]!, values),
          better
        }))
    )
  };
}

function describeMarket({dispersions, levels}: MarketData, blend: BlendName): string[] {
  return [
    `USD per million tokens; ${blends[blend].title}`,
    "models with at least three sellers: sellers, minimum, median, maximum",
    ...dispersions.map(
      ({model, sellers, low, median, high, cheapest, dearest}) =>
        `  ${model.padEnd(32)} ${String(sellers).padStart(3)} ${cells(low, median, high)}  ${cheapest} to ${dearest}`
    ),
    "",
    "USD per GPU-hour, quotes of the last twelve months: quotes, minimum, median, maximum, the chain's price and cost",
    ...levels
      .filter(({seller}) => seller === "all")
      .map(
        ({accelerator, contract, quotes, low, median, high, chain_price, chain_cost}) =>
          `  ${`${accelerator} ${contract}`.padEnd(32)} ${String(quotes).padStart(3)} ` +
          cells(low, median, high, chain_price, chain_cost)
      )
  ];
}

function describeOffers({model, offers, others}: Offers, blend: BlendName): string[] {
  return [
    `${model}: USD per million tokens; ${blends[blend].title}`,
    "price, implied margin over our cost, break-even utilisation",
    ...offers.map(
      ({seller, price, margin, break_even, model: name, reseller, reason}) =>
        `  ${seller.padEnd(26)} ${cells(price)} ${percent(margin)} ${percent(break_even)}  ` +
        [name, ...(reseller ? ["a reseller"] : []), ...(reason === "" ? [] : [reason])].join("; ")
    ),
    ...(others.length > 0 ? [`other models: ${others.join(", ")}; --offers shows all`] : [])
  ];
}

function describeRows({read, unread, said}: OwnFigures): string[] {
  return [
    "read:",
    ...read.map(({place, text, key, value}) => `  ${place}: ${text}: ${key} = ${formatNumber(value)}`),
    ...(unread.length > 0 ? ["not read:", ...unread.map((row) => `  ${unreadInWords(row)}; row: ${row.text}`)] : []),
    ...said
  ];
}

function describePlaces({margin, median, gaps, places}: Places): string[] {
  return [
    `profit margin ${percent(margin).trim()}, against ${percent(median).trim()} for a company at the median of ` +
      `every figure`,
    ...gaps.map(
      ({part, amount, share}) =>
        `  ${part.padEnd(14)} ${formatNumber(100 * amount).padStart(8)} points ${percent(share)} of the gap`
    ),
    "",
    "share of peers below:",
    ...places.map(
      ({figure, value, unit, population, count, share_below, better}) =>
        `  ${percent(share_below)}  ${figure}, ${formatNumber(value)} ${unit} (${better} is better): ` +
        `${population}, ${count}`
    )
  ];
}

function cells(...values: number[]): string {
  return values.map((value) => formatNumber(value).padStart(8)).join(" ");
}

function percent(share: number | null): string {
  return formatWholeShare(share).padStart(6);
}
