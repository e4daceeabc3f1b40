import {log} from "../sheet/logarithm.js";
import {fitLogistic, forecastErrors, logistic, type FittedQuote} from "../model/index.js";
import {dateOf, type Run, type TableInput} from "../sheet/index.js";
import {recordTableOf} from "./records.js";
import {dateAt} from "./run-tables.js";

/** Published prices of an H100-hour, with what the price equation gives for their months in a run of the history. */
export const rentalFitTable = recordTableOf<{run: Run; quotes: readonly FittedQuote[]}>()({
  name: "rental_fit",
  description: "Published prices of an H100-hour beside the model's.",
  fields: {
    key: ["text", "", "Quote, in rental_quote"],
    date: ["date", "", "Month of the quote"],
    contract: ["text", "", "Kind of contract"],
    period: ["text", "", "fitted where the law was fitted on the quote, judged where it is judged on it"],
    price: ["number", "USD/GPU-hour", "Published price of an H100-hour"],
    modelled: ["number", "USD/GPU-hour", "Price by the model's law, with one growth of demand fitted on 2023 and 2024"],
    last_price: ["number", "USD/GPU-hour", "Newest price before it that the law was fitted on, carried on"],
    constant: ["number", "USD/GPU-hour", "Mean of the contract's quotes in the period, which only hindsight knows"],
    error: ["number", "1", "Logarithm of the modelled over the published price"]
  },
  rows: ({run, quotes}) => quotes.map((quote) => ({...quote, date: dateAt(run, quote.month)}))
});

/** What the law of prices misses by, in and out of sample, beside forecasts that need no model. */
export const rentalErrorTable = recordTableOf<readonly FittedQuote[]>()({
  name: "rental_error",
  description: "Errors of the law of prices for an H100-hour beside those of forecasts without a model.",
  fields: {
    forecast: ["text", "", "modelled: the law; last_price: the last price carried on; constant: a mean per contract"],
    period: ["text", "", "fitted: prices that the law was fitted on; judged: later ones"],
    contract: ["text", "", "Kind of contract, or all"],
    quotes: ["number", "", "Prices that are compared"],
    error: ["number", "1", "Root of the mean squared logarithm of forecast over published price"]
  },
  rows: forecastErrors
});

/** Published counts of users, of the input table `user_count`, and the curve of adoption that fits them best. */
export const userFitTable = recordTableOf<TableInput>()({
  name: "user_fit",
  description: "Published counts of users beside the curve of adoption.",
  fields: {
    key: ["text", "", "Count, in user_count"],
    date: ["date", "", "Month of the count"],
    users: ["number", "user", "Weekly active users"],
    fitted: ["number", "user", "Users by the logistic curve that fits the counts best"],
    error: ["number", "1", "Logarithm of fitted over counted users"],
    potential: ["number", "user", "Where the curve ends"],
    imitation: ["number", "1/yr", "Its growth while users were few"]
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
