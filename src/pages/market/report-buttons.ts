import type {MarketOffer} from "../../lib/market/offer.js";
import {monthOf} from "../../components/rows/filter.js";
import {textIn} from "../../components/rows/row-values.js";
import type {RowOf, Rows} from "../../components/rows/table-types.js";
import {reportButtons} from "../../components/report/report-buttons.js";
import {offersInWords, offersWith, type OfferFilter} from "./offers.js";
import {sellersReport} from "./report.js";

export interface ShownOffers {
  offers: readonly MarketOffer[];
  filter: OfferFilter;
  mix: string;
  /** The scenario of the costs. */
  reference: RowOf<"scenario">;
  model: Rows<object>;
}

/** Buttons that save a report on the offers listed. */
export function sellersButtons({offers, filter, mix, reference, model}: ShownOffers): HTMLElement {
  return reportButtons(
    () =>
      Promise.resolve({
        report: sellersReport({
          offers: offersWith(offers, filter),
          words: filter.words,
          mix,
          finding: offersInWords(offers, filter)
        }),
        meta: {
          ...{scenario: textIn(reference, "name"), title: textIn(reference, "title"), description: "", changes: ""},
          ...{from: monthOf(reference.start), to: monthOf(reference.start)},
          ...{hash: model.modelHash.slice(0, 12), seed: 1, draws: 0, date: new Date().toISOString().slice(0, 10)}
        }
      }),
    {label: "Report on these offers:"}
  );
}
