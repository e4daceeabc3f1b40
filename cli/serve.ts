import {gpuHours, namesOf} from "../data-loaders/run/market-tables.js";
import {loadProject, runScenario} from "../data-loaders/run/project.js";
import {resellers, tokenPrices} from "../data-loaders/run/token-prices.js";
import {loadValidation} from "../data-loaders/run/validation.js";
import {inForce, mixOf, sellerPrices, servingOffers, type SellerPrice, type ServingOffer} from "../lib/market/index.js";
import {REFERENCE} from "../lib/model/reference.js";
import {InputError, keysOf, numberAt, oneOf, type Inputs, type Run} from "../lib/sheet/index.js";
import {quantiles} from "../lib/uncertainty/index.js";
import {explore, type Answer, type Question} from "../lib/validation/index.js";
import {statedFormat} from "../lib/validation/number-format.js";
import {folderOf, numberOf, type GlobalFlags} from "./arguments.js";
import {editionJson} from "./identity.js";
import {formatNumber, formatShare, formatUsd, formatWholeShare} from "./format.js";
import {sellerName} from "../lib/market/seller-name.js";

/** Flags of `serve`, as entered. */
export interface ServeFlags extends GlobalFlags {
  gpu?: string[];
  gpus: string;
  weights: string;
  kv?: string;
  stack: string;
  drafts?: boolean;
  input: string;
  cached: string;
  output: string;
  ttft: string;
  tpot: string;
  basis: string;
  price?: string;
  busy: string;
  sold?: string;
  json?: boolean;
}

/** Prints the cheapest accelerators that serve a model within limits, the bottleneck of each, and cheaper sellers. */
export function serveCommand(model: string, flags: ServeFlags, project = loadProject(folderOf(flags))): number {
  const {inputs} = loadValidation(project.folder);
  const {run} = runScenario(project, REFERENCE, [], 1);
  const hours = hoursOf(run, inputs, flags);
  const [first, ...others] = [...hours.keys()];
  const question = questionOf(inputs, oneOf("", "model", model, inputs.language_model!.keys), first!, flags);
  const answer = explore(inputs, question, others);
  if (answer.impossible !== undefined) throw new InputError(`no accelerator can serve this: ${answer.impossible}`);
  const sellers = sellersOf(run, inputs, question);
  const sold = soldAt(flags.sold, sellers);
  const busy = numberOf("--busy", flags.busy, {min: 0.01, max: 1, unit: "share"});
  const slack = Number(inputs.parameter!.columns.slow_step_ratio!.values[0]);
  const offers = servingOffers(answer.best, question, {hours, busy, sold, slack});
  const json = {question, assumed: answer.assumed, sold, offers, sellers};
  console.log(
    flags.json
      ? JSON.stringify({...editionJson(project.folder), ...json}, null, 2)
      : describe({question, answer, offers, sellers, sold}).join("\n")
  );
  return 0;
}

/** The cost of a GPU-hour of each requested accelerator, or of all with a price. */
function hoursOf(run: Run, {accelerator}: Inputs, {gpu, basis, price}: ServeFlags): Map<string, number> {
  const rental = price === undefined ? undefined : numberOf("--price", price, {min: 0.01, max: 1000});
  const known = oneOf("--basis", "basis", basis, ["rent", "cost"]) === "cost" ? gpuHours(run) : rentsOf(run);
  const keys = gpu?.map((key) => oneOf("--gpu", "accelerator", key, accelerator!.keys)) ?? [...known.keys()];
  const hours = keys.flatMap((key): [string, number][] => {
    const hour = rental ?? known.get(key);
    return hour === undefined ? [] : [[key, hour]];
  });
  if (hours.length > 0) return new Map(hours);
  throw new InputError(`--gpu: no GPU-hour price is known for ${keys.join(", ")}\n  set one with --price`);
}

/** On-demand prices of the accelerators on the market. */
function rentsOf(run: Run): Map<string, number> {
  const keys = keysOf(run, "accelerator");
  const at = (column: string, row: number): number => numberAt(run, `accelerator.${column}`, row, 0);
  const traded = keys.flatMap((key, row): [string, number][] =>
    at("spot_price", row) > 0 ? [[key, at("on_demand_price", row)]] : []
  );
  return new Map(traded.filter(([, price]) => price > 0));
}

function questionOf(
  {serving_stack}: Inputs,
  language_model: string,
  accelerator: string,
  {gpus, weights, kv, stack, drafts, input, cached, output, ttft, tpot}: ServeFlags
): Question {
  const tokens = {min: 1, max: 128_000};
  return {
    language_model,
    accelerator,
    accelerators: numberOf("--gpus", gpus, {min: 1, max: 72, whole: true}),
    weights: formatOf("--weights", weights),
    ...(kv !== undefined && {cache: formatOf("--kv", kv, true)}),
    stack: oneOf("--stack", "serving software", stack, serving_stack!.keys),
    drafts: drafts === true,
    input_length: numberOf("--input", input, tokens),
    cached_share: numberOf("--cached", cached, {min: 0, max: 1, unit: "share"}),
    output_length: numberOf("--output", output, tokens),
    ttft_limit: numberOf("--ttft", ttft, {min: 1, max: 1e6}),
    tpot_limit: numberOf("--tpot", tpot, {min: 1, max: 1e5})
  };
}

/** A flag's number format, as entered. Throws an `InputError` for one that the model does not know. */
function formatOf(flag: string, text: string, ofCache = false): string {
  const stated = statedFormat(text, ofCache);
  if ("problem" in stated) throw new InputError(`${flag}: ${stated.problem.replace("; formats:", "\n  formats:")}`);
  return text;
}

/** Each seller's lowest price in force for the model; resellers repeat others' prices. */
function sellersOf(run: Run, {language_model}: Inputs, question: Question): SellerPrice[] {
  const modelOf = namesOf(run, language_model!);
  const own = inForce(tokenPrices(), `${run.start}-01`).filter(({seller}) => !resellers.includes(seller));
  const prices = own.filter((price) => modelOf(price) === question.language_model);
  return sellerPrices(prices, mixOf(question));
}

function soldAt(text: string | undefined, sellers: readonly SellerPrice[]): number {
  if (text !== undefined) return numberOf("--sold", text, {min: 0.0001, max: 10_000});
  const [median] = quantiles(
    Float64Array.from(sellers, ({price}) => price),
    [0.5]
  );
  return median!;
}

interface Result {
  question: Question;
  answer: Answer;
  offers: readonly ServingOffer[];
  sellers: readonly SellerPrice[];
  sold: number;
}

function describe({question, answer, offers, sellers, sold}: Result): string[] {
  const failing = [...answer.best].filter(([, way]) => !way).map(([key]) => key);
  return [
    `${question.language_model} within ${question.ttft_limit} ms to the first token and ${question.tpot_limit} ms ` +
      "for 99 % of the others; USD per million tokens in the mix of the requests",
    tableLine([
      "accelerator",
      "cost",
      "output",
      "tok/s/GPU",
      "USD/h",
      "profit/h",
      "USD/MW-yr",
      "binds",
      "nearest limit"
    ]),
    ...offers.map(offerLine),
    ...(offers.length === 0 ? ["no accelerator meets these limits"] : []),
    ...(failing.length > 0 ? [`limits not met by ${failing.join(", ")}`] : []),
    ...(answer.assumed.length > 0 ? [`assumed: ${answer.assumed.join("; ")}`] : []),
    "",
    ...sellerLines(sellers, offers[0]?.cost ?? NaN),
    Number.isNaN(sold) ? "no token price is known: set one with --sold" : `profit at ${formatUsd(sold)} a million`
  ];
}

function offerLine({accelerator, way, hour, cost, costs, binds, nearest, ...profit}: ServingOffer): string {
  const {replica, batch} = way;
  const numbers = [cost, costs.output, way.output_rate, hour, profit.profit_per_hour, profit.profit_per_megawatt];
  const gpus = `${replica} GPU${replica > 1 ? "s" : ""}`;
  const limit = `${nearest.limit}, ${formatWholeShare(nearest.used)} used; batch ${batch} on ${gpus}`;
  return tableLine([accelerator, ...numbers.map(formatNumber), binds, limit]);
}

function tableLine([name, ...cells]: readonly string[]): string {
  const padded = cells.map((text, i) => (i < 6 ? text.padStart(10) : ` ${text.padEnd(12)}`));
  return `${name!.padEnd(14)}${padded.join("")}`.trimEnd();
}

function sellerLines(sellers: readonly SellerPrice[], cost: number): string[] {
  const below = sellers.filter(({price}) => price < cost);
  return [
    sellers.length === 0
      ? "no seller lists this model"
      : `${below.length} of ${sellers.length} sellers charge less than the lowest serving cost` +
        (below.length > 0 ? ":" : ""),
    ...below.map(({seller, model, price}) => {
      const saving = formatShare(1 - price / cost);
      return `  ${sellerName(seller).padEnd(22)} ${formatNumber(price).padStart(8)} USD, ${saving} less  ${model}`;
    })
  ];
}
