import {dateOf, keysOf, numberAt, type Run} from "../sheet/index.js";
import {quantiles} from "../uncertainty/quantile.js";

/** A published price of a GPU-hour. */
export interface Quote {
  accelerator: string;
  contract: string;
  /** Class of seller. */
  seller: string;
  /** Who publishes the quote. */
  issuer: string;
  /** Months since 2000-01. */
  quoted: number;
  price: number;
}

/** The price level of an accelerator on one kind of contract, USD/GPU-hour. */
export interface RentalLevel {
  accelerator: string;
  contract: string;
  /** Class of seller; `all` for all classes except cost models. */
  seller: string;
  quotes: number;
  first: string;
  last: string;
  /** Over each seller's newest quote in the twelve months before the run, or over older quotes if there are none. */
  low: number;
  median: number;
  high: number;
  /** 1 if the level is from the last twelve months, else 0. */
  current: number;
}

/** The quotes of a run. */
export function quotesOf(run: Run): Quote[] {
  const {columns} = run.inputs.rental_quote!;
  const text = (column: string, row: number): string => String(columns[column]!.values[row]);
  return keysOf(run, "rental_quote").map((_, row) => ({
    accelerator: text("accelerator", row),
    contract: text("contract", row),
    seller: text("seller", row),
    issuer: text("issuer", row),
    quoted: numberAt(run, "rental_quote.quoted", row, 0),
    price: numberAt(run, "rental_quote.price", row, 0)
  }));
}

/**
 * The price level by accelerator, kind of contract and class of seller. Kinds of contract are different goods, so no
 * level combines two of them or carries over from one to another. Cost models are not offers and stay separate.
 */
export function rentalLevels(quotes: readonly Quote[], start: number): RentalLevel[] {
  const groups = new Map<string, Quote[]>();
  const put = (quote: Quote, seller: string): void => {
    const key = `${quote.accelerator} ${quote.contract} ${seller}`;
    groups.set(key, [...(groups.get(key) ?? []), quote]);
  };
  for (const quote of quotes) {
    put(quote, quote.seller);
    if (quote.seller !== "tco-model") put(quote, "all");
  }
  return [...groups].map(([key, members]) => levelOf(key.split(" ").at(-1)!, members, start));
}

/** Median and extremes of a quoted figure. */
export interface Spread {
  low: number;
  median: number;
  high: number;
  /** The issuers behind it, one vote each. */
  issuers: string[];
}

/** The accelerator whose hours are the unit of account, since most indices quote it. */
const YARDSTICK = "h100";

/**
 * The price of an accelerator's hour relative to an H100's, from issuers that quote both on one day and for one kind of
 * contract. The median is over indices only, since a single seller's price is not a market price; the extremes are over
 * all. Undefined without an index.
 */
export function rentRatio(quotes: readonly Quote[], accelerator: string, start: number): Spread | undefined {
  const pairs = traded(quotes, start).flatMap((quote) => {
    const other = quote.accelerator === accelerator && quotes.find((one) => isPair(one, quote));
    return other ? [{...quote, price: quote.price / other.price}] : [];
  });
  const ratios = newestOf(pairs);
  const indices = ratios.filter(({seller}) => seller === "index");
  return indices.length === 0 ? undefined : {...spreadOf(ratios), median: spreadOf(indices).median};
}

function isPair(one: Quote, {contract, issuer, seller, quoted}: Quote): boolean {
  const same = one.contract === contract && one.issuer === issuer && one.seller === seller && one.quoted === quoted;
  return same && one.accelerator === YARDSTICK;
}

/**
 * The price level in H100 hours. Each index has one vote: the median of its quotes, divided by the ratios. An index
 * without an H100 quote votes through its other accelerators.
 */
export function rentLevel(quotes: readonly Quote[], start: number): Spread {
  const indices = traded(quotes, start).filter(({seller}) => seller === "index");
  const inYardsticks = indices.flatMap((quote) => {
    const ratio = rentRatio(quotes, quote.accelerator, start);
    return ratio ? [{...quote, price: quote.price / ratio.median}] : [];
  });
  return spreadOf(newestOf(inYardsticks));
}

/** Hourly prices of named issuers in the six months before the run. */
function traded(quotes: readonly Quote[], start: number): Quote[] {
  return quotes.filter(
    ({seller, contract, quoted, issuer}) =>
      seller !== "tco-model" &&
      ["on-demand", "spot-index"].includes(contract) &&
      start - quoted <= 6 &&
      !unnamed.includes(issuer)
  );
}

/** One quote per issuer: the median of its newest ones, over accelerators and kinds of contract. */
function newestOf(quotes: readonly Quote[]): Quote[] {
  return grouped(quotes, ({issuer, seller}) => `${issuer} ${seller}`).map((own) => {
    const newest = grouped(own, ({accelerator}) => accelerator).flatMap((of) => {
      const last = Math.max(...of.map(({quoted}) => quoted));
      return of.filter(({quoted}) => quoted === last);
    });
    return {...newest[0]!, price: spreadOf(newest).median};
  });
}

function grouped(quotes: readonly Quote[], keyOf: (quote: Quote) => string): Quote[][] {
  const groups = new Map<string, Quote[]>();
  for (const quote of quotes) groups.set(keyOf(quote), [...(groups.get(keyOf(quote)) ?? []), quote]);
  return [...groups.values()];
}

function spreadOf(quotes: readonly Quote[]): Spread {
  const prices = Float64Array.from(quotes, ({price}) => price);
  const [low, median, high] = quantiles(prices, [0, 0.5, 1]) as [number, number, number];
  return {low, median, high, issuers: quotes.map(({issuer}) => issuer)};
}

/** What a source writes instead of an issuer's name. */
const unnamed = ["not named", "several sellers"];

/** The newest quote of each seller, so that each has one vote. Unnamed sellers have one vote per quote. */
function votes(quotes: readonly Quote[]): Quote[] {
  const newest = new Map<string, Quote>();
  quotes.forEach((quote, place) => {
    const key = unnamed.includes(quote.issuer) ? String(place) : `${quote.issuer} ${quote.seller}`;
    const known = newest.get(key);
    if (!known || quote.quoted > known.quoted) newest.set(key, quote);
  });
  return [...newest.values()];
}

function levelOf(seller: string, members: readonly Quote[], start: number): RentalLevel {
  const recent = members.filter(({quoted}) => start - quoted <= 12);
  const counted = votes(recent.length > 0 ? recent : members);
  const [low, median, high] = quantiles(
    Float64Array.from(counted, ({price}) => price),
    [0, 0.5, 1]
  ) as [number, number, number];
  const dates = members.map(({quoted}) => quoted);
  const [{accelerator, contract}] = members as [Quote];
  return {
    accelerator,
    contract,
    seller,
    quotes: counted.length,
    first: dateOf(Math.min(...dates)),
    last: dateOf(Math.max(...dates)),
    low,
    median,
    high,
    current: recent.length > 0 ? 1 : 0
  };
}
