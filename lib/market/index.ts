export {blendNames, blends, typedMix, type Blend, type BlendName} from "./blend.js";
export {canonical} from "./canonical.js";
export {costInMix, CHAT, marginOf, servingCost, type BlendCost, type ServingCost, type TokenMargin} from "./margin.js";
export {countOffers, marketOffers, type ListedPrice, type MarketOffer, type OfferCount} from "./offer.js";
export {quotesOf, rentalLevels, rentLevel, rentRatio, type Quote, type RentalLevel} from "./rental.js";
export {
  mixOf,
  sellerPrices,
  servingOffers,
  type SellerPrice,
  type ServingOffer,
  type ServingTerms
} from "./serving-offer.js";
export {modelIn} from "./market-name.js";
export {type Edition} from "./price-course.js";
export {priceHistory, type PriceEvent} from "./price-history.js";
export {recordedPricesOf, tokenPriceHistory, type RecordedPrice} from "./price-record.js";
export {blended, CUSTOMARY, dispersions, inForce, type Dispersion, type Mix, type TokenPrice} from "./token-price.js";
export {MARGIN, yardsticks, type Figures, type MeasuredLayer, type Metric, type Yardstick} from "./company-metric.js";
export {readFigures, readSheets, unreadInWords, type OwnFigures, type UnreadRow} from "./own-figures.js";
export {sheetOfRows} from "./figure-grid.js";
export {DRAWS, peerOutputs, peersOf, spread, type Peers} from "./peers.js";
export {percentile, compareWithMedian, type Gap, type MedianComparison} from "./benchmark.js";
