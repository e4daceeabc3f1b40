import {numberCell, shortNumberCell} from "../../components/figure/number-cell.js";
import {html} from "htl";
import {blends, typedMix, type BlendName} from "../../lib/market/blend.js";
import {costInMix, type BlendCost} from "../../lib/market/margin.js";
import {countOffers, marketOffers, type ListedPrice, type MarketOffer} from "../../lib/market/offer.js";
import type {Mix} from "../../lib/market/token-price.js";
import {csvButtons} from "../../components/figure/csv-buttons.js";
import {gridOf, numberColumn, textColumn, type ColumnNote} from "../../components/figure/grid.js";
import {sortedTable} from "../../components/figure/sorted-table.js";
import {address, control, remember, type Control, type Option} from "../../components/form/controls.js";
import {holds} from "../../components/form/search-input.js";
import {typedField} from "../../components/form/typed-field.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import type {RowOf} from "../../components/rows/table-types.js";
import {share} from "../../components/words/format.js";
import type {PriceCourse} from "./price-history.js";
import {inBlend} from "./token-market.js";
import {sellerName} from "../../lib/market/seller-name.js";

/** Which offers are listed. */
export type OfferKind = "all" | "losing" | "unknown";

export const kindsOfOffer: Option<OfferKind>[] = [
  {value: "all", title: "all offers"},
  {value: "losing", title: "below cost"},
  {value: "unknown", title: "cost not available"}
];

export const resellerOptions: Option<"hidden" | "shown">[] = [
  {value: "hidden", title: "hidden"},
  {value: "shown", title: "shown"}
];

/** A field for a mix of one's own, remembered as ?mix=; empty where there is none. */
export function mixField(): Control {
  let last = "";
  const {field, note} = typedField(
    (text) => {
      const read = text.trim() === "" ? undefined : typedMix(text);
      if (read && "problem" in read)
        throw new Error(`${read.problem.charAt(0).toUpperCase()}${read.problem.slice(1)}.`);
      last = text.trim();
      remember("mix", last);
    },
    {placeholder: "3:0:1"}
  );
  const requested = address().get("mix") ?? "";
  field.value = requested;
  if ("mix" in typedMix(requested)) last = requested;
  return control("Own mix (input : cached : output)", [field, note], () => last);
}

/** The offers of all sellers in force, in a blend or a mix of one's own, beside what they cost to serve. */
export function allOffers(
  prices: readonly RowOf<"token_price">[],
  margins: readonly RowOf<"token_margin">[],
  {blend, mix}: {blend: BlendName; mix: string}
): MarketOffer[] {
  const listed = prices.filter((row) => row.current === 1).map(listedOf);
  const own = typedMix(mix);
  if ("mix" in own) return marketOffers(listed, costsInMix(margins, own.mix), own.mix);
  return marketOffers(listed, costsOf(inBlend(margins, blend), known), blends[blend].mix);
}

/** Costs of any mix: those of each kind of token where requests have long contexts, which have all three kinds. */
function costsInMix(margins: readonly RowOf<"token_margin">[], mix: Mix): Map<string, BlendCost> {
  const kinds = (row: RowOf<"token_margin">) => ({
    input: numberIn(row, "input_cost"),
    cached: numberIn(row, "cached_cost"),
    output: numberIn(row, "output_cost")
  });
  return costsOf(inBlend(margins, "long-context"), (row) => costInMix({...known(row), kinds: kinds(row)}, mix));
}

function known(row: RowOf<"token_margin">): BlendCost {
  return {full: numberIn(row, "full"), levelised: numberIn(row, "levelised")};
}

function costsOf(
  margins: readonly RowOf<"token_margin">[],
  cost: (row: RowOf<"token_margin">) => BlendCost
): Map<string, BlendCost> {
  return new Map(margins.map((row) => [textIn(row, "language_model"), cost(row)]));
}

function listedOf(row: RowOf<"token_price">): ListedPrice {
  return {
    seller: textIn(row, "seller"),
    model: textIn(row, "model"),
    language_model: textIn(row, "language_model"),
    reseller: row.reseller === 1,
    input: numberIn(row, "input"),
    cached_input: numberCell(numberIn(row, "cached_input")),
    cache_write: numberCell(numberIn(row, "cache_write")),
    output: numberIn(row, "output"),
    from: textIn(row, "from")
  };
}

/** What is listed: a kind of offer, the words that all rows hold, and whether resellers are among them. */
export interface OfferFilter {
  kind: OfferKind;
  words: string;
  resellers: "hidden" | "shown";
}

/** The offers that hold the words, with resellers or without. */
export function offersWith(offers: readonly MarketOffer[], {words, resellers}: OfferFilter): MarketOffer[] {
  const found = offers.filter(({common, model, seller}) =>
    holds(`${common} ${model} ${seller} ${sellerName(seller)}`, words)
  );
  return resellers === "shown" ? found : found.filter(({reseller}) => !reseller);
}

/** How many offers lose money, which is the thinnest, and what is not listed, in words. */
export function offersInWords(offers: readonly MarketOffer[], filter: OfferFilter): string {
  const found = offersWith(offers, filter);
  const {known: all, losing, unknown, thinnest} = countOffers(found);
  const hidden = offersWith(offers, {...filter, resellers: "shown"}).length - found.length;
  return [
    all === 0
      ? "No offer has a known cost."
      : `${losing === 0 ? "None" : losing} of the ${all} offers with a known cost ${losing > 1 ? "are" : "is"} ` +
        `below cost.`,
    thinnest
      ? `The thinnest margin is ${share(thinnest.margin)} (${sellerName(thinnest.seller)}, ${thinnest.common}).`
      : "",
    unknown > 0 ? `For ${unknown} more, the cost is not available; the table says why.` : "",
    hidden > 0 ? `${hidden} offers of resellers, which repeat other sellers’ prices, are hidden.` : ""
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/** The offers as a table that headings sort, losses first, with a button for all of them as CSV. */
export function offerTable(
  offers: readonly MarketOffer[],
  courses: ReadonlyMap<string, PriceCourse>,
  filter: OfferFilter
): HTMLElement {
  const rows = offersWith(offers, filter).filter((offer) => isOfKind(offer, filter.kind));
  if (rows.length === 0) return html`<p>No matching offers.</p>`;
  const grid = gridOf(
    rows.map((offer) => shown(offer, courses.get(`${offer.seller}/${offer.model}`))),
    columns
  );
  const label = "Offers of all sellers and their cost";
  const source = "table token_margin";
  const saves = csvButtons(
    "offers.csv",
    () => grid,
    () => ({heading: label, source})
  );
  return html`<div>
    ${sortedTable(grid, label)}
    <p class="report-buttons">${saves}</p>
  </div>`;
}

function isOfKind({margin}: MarketOffer, kind: OfferKind): boolean {
  if (kind === "all") return true;
  return kind === "losing" ? margin < 0 : !Number.isFinite(margin);
}

function shown(
  {common, model, seller, price, full, levelised, margin, reseller, reason}: MarketOffer,
  course: PriceCourse | undefined
): object {
  const note = [reason, ...(reseller ? ["reseller"] : [])].filter((text) => text !== "").join("; ");
  return {
    model: common,
    seller: sellerName(seller),
    price: shortNumberCell(price),
    cost: shortNumberCell(levelised),
    full: shortNumberCell(full),
    margin: Number.isFinite(margin) ? percentCell(margin) : null,
    note,
    since: course?.since ?? "",
    changed: course?.changed ?? "",
    change: course && course.changed !== "" ? percentCell(course.change) : null,
    listed_as: model
  };
}

function percentCell(share: number): number {
  return Number((100 * share).toFixed(1));
}

const columns: ColumnNote[] = [
  textColumn("model", "Common name of the model"),
  textColumn("seller", "Seller"),
  numberColumn("price", "USD/Mtok", "List price of a million tokens in the mix"),
  numberColumn("cost", "USD/Mtok", "Cost at the chain's utilisation, including capital and overhead"),
  numberColumn("full", "USD/Mtok", "Cost at full utilisation"),
  numberColumn("margin", "%", "Price less cost, as a share of price"),
  textColumn("note", "Why no cost is available, and whether the seller is a reseller"),
  textColumn("since", "Day on which the price data first recorded the offer"),
  textColumn("changed", "Day of the last price change, corrections of the data aside"),
  numberColumn("change", "%", "Change in the chat price since it was first recorded; empty if it never changed"),
  textColumn("listed_as", "Model, as named by the seller")
];
