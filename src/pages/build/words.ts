import {dateOf, monthsOf} from "../../lib/sheet/inputs.js";
import {textIn} from "../../components/rows/row-values.js";
import type {RowsOf} from "../../components/rows/table-types.js";
import {amount, share, usd} from "../../components/words/format.js";
import {DRAWS, type Built, type Shown} from "./built.js";

/** A month of a case, YYYY-MM. */
export function monthOf({one}: Built, month: number): string {
  return dateOf(monthsOf(one.first) + month);
}

/** What to build, what it earns and what limits it: the decision in words. */
export function planInWords({built}: Shown, name: (key: string) => string): string {
  if (!built) return "";
  const {plan, uses} = built.answer;
  const [first] = plan.orders;
  if (!first) return "Build nothing: no server or rack earns its price at these terms, within this power and budget.";
  const largest = plan.orders.reduce((most, next) => (next.price > most.price ? next : most));
  const bound = uses.reduce((most, next) => (next.used / next.bound > most.used / most.bound ? next : most));
  const used = `${amount(bound.used, bound.unit)} of ${amount(bound.bound, bound.unit)} of ${bound.limit}`;
  return (
    `The largest order is ${largest.gpus.toLocaleString("en-US")} ${name(largest.kind)} in ` +
    `${monthOf(built, largest.order)}, which open in ${monthOf(built, largest.opening)}. The plan has a net present ` +
    `value of ${usd(plan.npv)} before tax and without a loan. It uses ${used}.`
  );
}

/** A warning where much of the value is what is left in the end; else nothing. */
export function residualInWords({built}: Shown): string {
  if (!built) return "";
  const {plan} = built.answer;
  const left = plan.residual / plan.npv;
  if (!(plan.npv > 0) || left < MUCH) return "";
  return `Careful: ${share(left)} of the value is what hardware and halls would sell for in the last month.`;
}

const MUCH = 0.3;

/** What the plan earns over draws, in words. */
export function drawnInWords({built}: Shown): string {
  if (!built?.drawn || built.answer.plan.orders.length === 0) return "";
  const {low, median, high, loss} = built.drawn;
  return (
    `Over ${DRAWS} draws of all uncertain terms, seed 1, the same plan is worth ${usd(median)} in the median, ` +
    `${usd(low)} to ${usd(high)} from the 5th to the 95th percentile, and loses money in ${share(loss)}.`
  );
}

/** Which plan is regretted least, in words. */
export function regretInWords({built}: Shown): string {
  const [first] = built?.candidates ?? [];
  if (!first) return "";
  const gpus = first.plan.orders.reduce((sum, order) => sum + order.gpus, 0);
  const price = first.plan.orders.reduce((sum, order) => sum + order.price, 0);
  const orders = gpus === 0 ? "is to build nothing" : `orders ${gpus.toLocaleString("en-US")} GPUs for ${usd(price)}`;
  return (
    `If it is not known which scenario comes, the plan of least regret ${orders}: in the worst case it is ` +
    `${usd(first.regret)} short of the best plan there. Scenarios have no probabilities, so no mean is taken.`
  );
}

/** The names of the scenarios of the chain. */
export function chainScenarios(scenarios: RowsOf<"scenario">): string[] {
  return scenarios.filter(({model}) => model === "chain").map((row) => textIn(row, "name"));
}

/** The title of a scenario, by its name. */
export function titlesOf(scenarios: RowsOf<"scenario">): (name: string) => string {
  const titles = new Map(scenarios.map((row) => [textIn(row, "name"), textIn(row, "title")]));
  return (name) => titles.get(name) ?? name;
}
