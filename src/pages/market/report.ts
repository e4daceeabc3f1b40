import {numberCell} from "../../components/figure/number-cell.js";
import {countOffers, type MarketOffer} from "../../lib/market/offer.js";
import {barChart} from "../../components/report/bar-chart.js";
import {section, type Report, type ReportChart, type ReportTable} from "../../components/report/report.js";
import {amount, share} from "../../components/words/format.js";
import {layerColor} from "../../components/words/layer.js";
import {sellerName} from "../../lib/market/seller-name.js";

/** What a report on sellers is made of. */
export interface ComparedSellers {
  /** The offers that are compared, losses first. */
  offers: readonly MarketOffer[];
  /** What they are of, as `deepseek`; empty for all. */
  words: string;
  /** The mix of tokens, in words. */
  mix: string;
  /** What the page finds. */
  finding: string;
}

/** A report that compares sellers of tokens with each other and with what their tokens cost to serve. */
export function sellersReport({offers, words, mix, finding}: ComparedSellers): Report {
  const {known, losing, unknown, thinnest} = countOffers(offers);
  const cheapest = offers.filter(({price}) => price > 0).sort((a, b) => a.price - b.price)[0];
  const all = known + unknown;
  return {
    name: "sellers",
    title: words === "" ? "Sellers of tokens" : `Sellers of tokens: ${words}`,
    opening: {
      finding: `${finding} Prices are for ${mix}.`,
      numbers: [
        {
          label: "Offers below cost",
          value: `${losing} of ${known}`,
          range: `${unknown} of ${all} of unknown cost`,
          before: ""
        },
        {
          label: "Thinnest margin",
          value: thinnest ? share(thinnest.margin) : "none",
          range: thinnest ? `${sellerName(thinnest.seller)}, ${thinnest.common}` : "no offer of known cost",
          before: ""
        },
        {
          label: "Lowest price, USD per million tokens",
          value: cheapest ? amount(cheapest.price) : "none",
          range: cheapest ? `${sellerName(cheapest.seller)}, ${cheapest.common}` : "no offer",
          before: ""
        }
      ],
      against: "",
      changed: [],
      depends: marginChart(offers)
    },
    sections: [section("Offers, losses first", {tables: [offerRows(offers)]})],
    sources: [{title: "@pydantic/genai-prices: list prices", url: "https://github.com/pydantic/genai-prices", date: ""}]
  };
}

/** As many bars as a first page has room for. */
const SHOWN = 10;

function marginChart(offers: readonly MarketOffer[]): ReportChart | undefined {
  const rows = offers.filter(({margin}) => Number.isFinite(margin)).slice(0, SHOWN);
  const [first] = rows;
  if (!first) return undefined;
  const earned = `${first.margin < 0 ? "loses" : "earns"} ${share(Math.abs(first.margin))}`;
  const drawn = rows.map(({seller, common, margin}) => ({
    label: `${sellerName(seller)}, ${common}`.slice(0, 40),
    value: margin,
    color: layerColor(margin < 0 ? "application" : "inference")
  }));
  return barChart({
    title: "Thinnest margins over cost",
    unit: "price less cost, as a share of price",
    source: "list prices, and cost at the chain's utilisation with capital and overhead",
    takeaway: `${sellerName(first.seller)} ${earned} on ${first.common}.`,
    ...{rows: drawn, format: share},
    table: {
      title: "Thinnest margins over cost",
      source: "",
      columns: [
        {name: "seller", unit: ""},
        {name: "model", unit: ""},
        {name: "margin", unit: "share"}
      ],
      rows: rows.map(({seller, common, margin}) => [sellerName(seller), common, margin])
    }
  });
}

function offerRows(offers: readonly MarketOffer[]): ReportTable {
  return {
    title: "Offers",
    source: "where no cost is known, the reason is stated",
    columns: [
      {name: "model", unit: ""},
      {name: "seller", unit: ""},
      {name: "price", unit: "USD/Mtok"},
      {name: "cost", unit: "USD/Mtok"},
      {name: "margin", unit: "share"},
      {name: "note", unit: ""}
    ],
    rows: offers.map(({common, seller, price, levelised, margin, reason, reseller}) => [
      ...[common, sellerName(seller), price, numberCell(levelised), numberCell(margin)],
      [reason, ...(reseller ? ["reseller"] : [])].filter((text) => text !== "").join("; ")
    ])
  };
}
