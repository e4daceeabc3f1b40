/** @typedef {{base: number}} Tiered A price by length of the request. */
/** @typedef {Record<string, number | Tiered | undefined>} Price */
/** @typedef {{start_date?: string; start_time?: string; type?: string}} Constraint */
/** @typedef {{constraint?: Constraint | null; prices: Price}} Dated */
/** @typedef {{id: string; models: {id: string; prices: Price | Dated[]}[]}} Seller A seller in the price data. */
/** @typedef {{commit: string; day: string; subject: string; sellers: Seller[]}} Snapshot The data after a commit. */
/** @typedef {(number | undefined)[]} Numbers Input, cached input, cache write, output; USD/Mtok. */
/** @typedef {{seller: string; model: string; numbers: Numbers}} Offer */
/** @typedef {Offer & {commit: string; day: string; subject: string}} Recorded */

/**
 * The first price of each seller and model and every change of it, as recorded by commits, oldest first. An announced
 * price counts from its first day.
 * @param {readonly Snapshot[]} snapshots The oldest first.
 * @returns {Recorded[]}
 */
export function recordedPrices(snapshots) {
  const last = new Map();
  return snapshots.flatMap(({sellers, ...where}) =>
    offersOn(sellers, where.day).flatMap((offer) => {
      const key = `${offer.seller}/${offer.model}`;
      const before = last.get(key);
      last.set(key, String(offer.numbers));
      const changed = before !== String(offer.numbers);
      const subject = before === undefined ? "" : where.subject;
      return changed ? [{...where, ...offer, subject}] : [];
    })
  );
}

/**
 * The offers in force on a day that have prices of input and output.
 * @param {readonly Seller[]} sellers
 * @param {string} day YYYY-MM-DD
 * @returns {Offer[]}
 */
function offersOn(sellers, day) {
  return sellers.flatMap(({id: seller, models}) =>
    models.flatMap(({id: model, prices}) => {
      const price = priceOn(prices, day);
      if (!price) return [];
      const names = ["input_mtok", "cache_read_mtok", "cache_write_mtok", "output_mtok"];
      const numbers = names.map((name) => base(price[name]));
      return isPrice(numbers[0]) && isPrice(numbers[3]) ? [{seller, model, numbers}] : [];
    })
  );
}

/**
 * Whether a number is a price: negative numbers stand for varying prices.
 * @param {number | undefined} number
 */
function isPrice(number) {
  return number !== undefined && number >= 0;
}

/**
 * The standard price in force on a day, not one for special hours.
 * @param {Price | Dated[]} prices
 * @param {string} day
 * @returns {Price | undefined}
 */
function priceOn(prices, day) {
  if (!Array.isArray(prices)) return prices;
  const begins = (/** @type {Dated} */ {constraint}) => constraint?.start_date ?? "";
  const begun = prices.filter((one) => one.constraint?.start_time === undefined && begins(one) <= day);
  return begun.sort((a, b) => (begins(a) < begins(b) ? -1 : 1)).at(-1)?.prices;
}

/**
 * A price, or the base if it varies with the length of the request.
 * @param {number | Tiered | null | undefined} price
 */
function base(price) {
  if (price === null || price === undefined) return undefined;
  return typeof price === "number" ? price : price.base;
}
