import {log} from "../sheet/logarithm.js";
import {fitLogistic, forecastErrors, logistic, type FittedQuote} from "../model/index.js";
import {dateOf, type Run, type TableInput} from "../sheet/index.js";
import {recordTableOf} from "./records.js";
import {dateAt} from "./run-tables.js";

/** Published prices of an H100-hour beside those of the price equation in a run of the history. */
export const rentalFitTable = recordTableOf<{run: Run; quotes: readonly FittedQuote[]}>()({
  name: "rental_fit",
  description: "Published prices of an H100-hour beside the model's.",
  fields: {
    key: ["text", "", "Quote, in rental_quote"],
    date: ["date", "", "Month of the quote"],
    contract: ["text", "", "Kind of contract"],
    period: ["text", "", "fitted: the price equation was fitted on the quote; judged: the quote tests it"],
    price: ["number", "USD/GPU-hour", "Published price of an H100-hour"],
    modelled: ["number", "USD/GPU-hour", "Price by the price equation, with demand growth fitted on 2023 and 2024"],
    last_price: ["number", "USD/GPU-hour", "The most recent earlier price in the fitted period, carried forward"],
    constant: ["number", "USD/GPU-hour", "Mean of the contract's quotes in the period, known only with hindsight"],
    error: ["number", "1", "Logarithm of the modelled over the published price"]
  },
  rows: ({run, quotes}) => quotes.map((quote) => ({...quote, date: dateAt(run, quote.month)}))
});

/** Errors of the price equation, in and out of sample, beside those of forecasts without a model. */
export const rentalErrorTable = recordTableOf<readonly FittedQuote[]>()({
  name: "rental_error",
  description: "Errors of the price equation for an H100-hour beside those of forecasts without a model.",
  fields: {
    forecast: ["text", "", "modelled: price equation; last_price: carried forward; constant: mean per contract"],
    period: ["text", "", "fitted: prices used in the fit; judged: later prices"],
    contract: ["text", "", "Kind of contract, or all"],
    quotes: ["number", "", "Number of prices compared"],
    error: ["number", "1", "Root mean square of the logarithm of forecast over published price"]
  },
  rows: forecastErrors
});

/** Published user counts from the input table `user_count`, beside the best-fitting adoption curve. */
export const userFitTable = recordTableOf<TableInput>()({
  name: "user_fit",
  description: "Published user counts beside the adoption curve.",
  fields: {
    key: ["text", "", "Count, in user_count"],
    date: ["date", "", "Month of the count"],
    users: ["number", "user", "Weekly active users"],
    fitted: ["number", "user", "Users according to the best-fitting logistic curve"],
    error: ["number", "1", "Logarithm of fitted over counted users"],
    potential: ["number", "user", "Saturation level of the curve"],
    imitation: ["number", "1/yr", "Initial growth rate of the curve"]
  },
  rows: fittedCounts
});

function fittedCounts({keys, columns}: TableInput) {
  const months = columns.counted!.values.map(Number);
  const counts = columns.users!.values.map(Number);
  const curve = fitLogistic(months, counts);
  return keys.map((key, row) => {
    const month = months[row]!;
    const users = counts[row]!;
    const fitted = logistic(curve, month);
    return {
      key,
      date: dateOf(month),
      users,
      fitted,
      error: log(fitted / users),
      potential: curve.potential,
      imitation: 12 * curve.imitation
    };
  });
}
