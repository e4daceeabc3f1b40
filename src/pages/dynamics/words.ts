import type {Value} from "../../components/figure/grid.js";
import {monthOf} from "../../components/rows/filter.js";
import {amount, share} from "../../components/words/format.js";
import {recordOf} from "../../components/inspector/origin.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {type ColumnName} from "../../components/rows/table-types.js";
import {cite, cited, joined, say, type Sentence} from "../../components/words/sentence.js";
import type {MonthRow} from "../../components/rows/series.js";
import type {RowOf} from "../../components/rows/table-types.js";
import {monthName} from "../../components/words/month.js";

/** The course of a column over months: where it is highest, where lowest, where it ends. */
export interface Course {
  highest: Sentence;
  highestIn: string;
  lowest: Sentence;
  lowestIn: string;
  last: Sentence;
}

/** Follows a column over the months of a run. */
function courseOf<R extends MonthRow>(rows: readonly R[], column: ColumnName<R>, unit = ""): Course {
  const sorted = [...rows].sort((a, b) => numberIn(a, column) - numberIn(b, column));
  const low = sorted[0];
  const high = sorted.at(-1);
  return {
    highest: cite(high, column, unit),
    highestIn: monthName(monthOf(high?.date)),
    lowest: cite(low, column, unit),
    lowestIn: monthName(monthOf(low?.date)),
    last: cite(rows.at(-1), column, unit)
  };
}

/** The course of the price of a GPU-hour, in a sentence. */
export function rentTakeaway(market: readonly RowOf<"market">[]): Sentence {
  const {highest, highestIn, lowest, lowestIn, last} = courseOf(market, "spot_index");
  const end =
    last.toString() === lowest.toString() ? say`ends at its lowest, ${last} times` : say`ends at ${last} times`;
  const endsLow = lowestIn === monthName(monthOf(market.at(-1)?.date));
  const low = endsLow ? "" : say`, after a low of ${lowest} times in ${lowestIn}`;
  return say`The on-demand price of unchanged hardware peaks at ${highest} times its initial level in ${highestIn} and
    ${end}${low}`;
}

/** How much scarcity adds to the price of a GPU-hour at most, in a short sentence. */
export function partsFinding(market: readonly RowOf<"market">[]): Sentence {
  const {highest, highestIn} = courseOf(market, "scarcity_index");
  return say`Scarcity alone would multiply the price by ${highest} in ${highestIn}`;
}

/** The factors of the price of a GPU-hour in the last month, in a sentence. */
export function partsTakeaway(market: readonly RowOf<"market">[]): Sentence {
  const last = market.at(-1);
  return say`${partsFinding(market)} and by ${cite(last, "scarcity_index")} in the last month, when new capacity costs
    ${cite(last, "long_run_index")} times the initial price`;
}

const scarcities = [
  {column: "memory_scarcity", name: "memory"},
  {column: "chip_premium", name: "accelerators"},
  {column: "power_premium", name: "sites with power"}
] as const;

/** What is scarcest, and when, in a short sentence. */
export function scarcityFinding(market: readonly RowOf<"market">[]): Sentence {
  const most = (column: (typeof scarcities)[number]["column"]): number =>
    Math.max(...market.map((row) => numberIn(row, column)));
  const [first] = scarceIn(market).sort((a, b) => most(b.column) - most(a.column));
  if (!first) return scarcityTakeaway(market);
  const {highest, highestIn} = courseOf(market, first.column);
  return say`The price of ${first.name} peaks at ${highest} times normal in ${highestIn}`;
}

function scarceIn(market: readonly RowOf<"market">[]): (typeof scarcities)[number][] {
  return scarcities.filter(({column}) => market.some((row) => numberIn(row, column) > 1.005));
}

/** How scarce memory, accelerators and places with power become, in a sentence. */
export function scarcityTakeaway(market: readonly RowOf<"market">[]): Sentence {
  const scarce = scarceIn(market);
  const parts = scarce.map(({column, name}) => {
    const {highest, highestIn} = courseOf(market, column);
    return say`${name} ${highest} times (${highestIn})`;
  });
  if (parts.length === 0) return say`Memory, accelerators and sites with power carry no scarcity premium in any month`;
  return say`Scarcity prices peak, relative to normal times, at: ${joined(parts, ", ")}`;
}

/** What the price of a token as bought comes to, in a short sentence. */
export function tokenFinding(tiers: readonly RowOf<"tier">[]): Sentence {
  const month = monthName(monthOf(tiers.at(-1)?.date));
  return say`By ${month}, a token costs ${spanOf(tiers, "price_index", "share")} of its initial price`;
}

/** How fast a token of constant quality becomes cheaper, in a short sentence; nothing where some become dearer. */
export function fixedFinding(tiers: readonly RowOf<"tier">[]): Sentence | undefined {
  if (!lastOf(tiers).every((row) => numberIn(row, "fixed_fall") > 1)) return undefined;
  return say`On average, a token of constant quality becomes ${spanOf(tiers, "fixed_fall")} times cheaper a year`;
}

/** `12 % to 45 %`, or `12 %` where all tiers end at the same. */
function spanOf(tiers: readonly RowOf<"tier">[], column: "price_index" | "fixed_fall", unit = ""): Sentence {
  const sorted = lastOf(tiers).sort((a, b) => numberIn(a, column) - numberIn(b, column));
  const [least, most] = [sorted[0], sorted.at(-1)].map((row) => cite(row, column, unit));
  return String(least) === String(most) ? say`${least!}` : say`${least!} to ${most!}`;
}

/** The price of a token as bought in the last month, in a sentence. */
export function tokenTakeaway(tiers: readonly RowOf<"tier">[]): Sentence {
  const parts = lastOf(tiers).map((row) => say`${cite(row, "price_index")} for ${textIn(row, "name").toLowerCase()}`);
  return say`By the last month, the price of a token as bought is this multiple of its initial level:
    ${joined(parts, ", ")}`;
}

/** How fast the price of a token of the start's capability falls, in a sentence. */
export function fixedTakeaway(tiers: readonly RowOf<"tier">[]): Sentence {
  const falls = lastOf(tiers).map(
    (row) =>
      say`${cite(row, "fixed_fall")} for ${textIn(row, "name").toLowerCase()} (as bought: ${cite(row, "yearly_fall")})`
  );
  return say`The price of a token of constant quality falls each year by these factors: ${joined(falls, ", ")}`;
}

function lastOf(tiers: readonly RowOf<"tier">[]): RowOf<"tier">[] {
  return tiers.filter((row) => monthOf(row.date) === monthOf(tiers.at(-1)?.date));
}

/** What held orders back, in a sentence. */
export function limitsTakeaway(market: readonly RowOf<"market">[]): string {
  const memory = market.filter((row) => numberIn(row, "memory_share") < 1).length;
  const power = market.filter((row) => numberIn(row, "power_share") < 1).length;
  if (memory + power === 0) return "Memory and power never limit orders: prices clear those markets";
  return (
    `Memory and packaging suppliers turn down some orders in ${memory} of ${market.length} months; ` +
    `power limits orders at some site in ${power}`
  );
}

/** How demand and supply of GPU-hours meet, in a sentence. */
export function balanceTakeaway(economy: readonly RowOf<"economy">[]): Sentence {
  const {highest, highestIn, lowest, lowestIn} = courseOf(economy, "balance");
  return say`Demand peaks at ${highest} times available GPU-hours in ${highestIn}; its low is ${lowest} times, in
    ${lowestIn}`;
}

/** When demand is highest relative to what can be served, in a short sentence. */
export function balanceFinding(economy: readonly RowOf<"economy">[]): Sentence {
  const {highest, highestIn} = courseOf(economy, "balance", "share");
  return say`Demand peaks at ${highest} of available GPU-hours in ${highestIn}`;
}

/** In how many months output is worth more than it costs, in a short sentence; nothing without months. */
export function valueFinding(economy: readonly RowOf<"economy">[]): string | undefined {
  if (economy.length === 0) return undefined;
  const above = economy.filter((row) => numberIn(row, "productivity_value") > numberIn(row, "resource_cost")).length;
  const some = above === 0 ? "no month" : `${above} of ${economy.length} months`;
  return `Output exceeds cost in ${above === economy.length ? "every month" : some}`;
}

/** How far the price equation is from later prices, in a short sentence. */
export function lawFinding(errors: readonly RowOf<"rental_error">[]): Sentence {
  return say`The price equation typically misses later prices by a factor of ${factorOf(lawError(errors))}`;
}

function lawError(errors: readonly RowOf<"rental_error">[]): RowOf<"rental_error"> | undefined {
  return errors.find((one) => one.forecast === "modelled" && one.period === "judged" && one.contract === "all");
}

/** How far a fit lies from what it is fitted to, root mean square, as `23 %`. */
export function errorOf(fit: readonly FitRow[]): string {
  const mean = fit.reduce((sum, row) => sum + numberIn(row, "error") ** 2, 0) / fit.length;
  return share(Math.sqrt(mean));
}

/** The errors of the price equation and of naive forecasts on later prices. */
export function lawTakeaway(errors: readonly RowOf<"rental_error">[]): Sentence {
  const row = (forecast: string, period: string): RowOf<"rental_error"> | undefined =>
    errors.find((one) => one.forecast === forecast && one.period === period && one.contract === "all");
  const [law, last, constant] = ["modelled", "last_price", "constant"].map((forecast) => row(forecast, "judged"));
  const fitted = row("modelled", "fitted");
  const beaten = [last, constant].filter((one) => numberIn(law, "error") < numberIn(one, "error")).length;
  const verdict = ["beats neither of two naive forecasts", "beats one of two naive forecasts"][beaten];
  return say`The equation ${verdict ?? "beats both naive forecasts"}. Its error on the ${cite(law, "quotes")}
    prices of 2025
    and 2026, which were held out, is a factor of ${factorOf(law)}. Carrying the last price of 2024 forward gives
    ${factorOf(last)}; the best constant for each contract, known only in hindsight, gives ${factorOf(constant)}. On the
    ${cite(fitted, "quotes")} prices of 2023 and 2024 to which it was fitted, its error is ${factorOf(fitted)}`;
}

function factorOf(row: RowOf<"rental_error"> | undefined): Sentence {
  return cited(amount(Math.exp(numberIn(row, "error"))), recordOf(row, "error"));
}

/** A row of a table that holds a fit: its error. */
type FitRow = Readonly<Partial<Record<"error", Value>>>;
