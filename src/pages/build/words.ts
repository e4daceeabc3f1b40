import {whyNothing} from "../../lib/greenfield/nothing.js";
import type {Use} from "../../lib/greenfield/worth.js";
import {dateOf, monthsOf} from "../../lib/sheet/inputs.js";
import {textIn} from "../../components/rows/row-values.js";
import type {RowsOf} from "../../components/rows/table-types.js";
import {amount, range, share, usd} from "../../components/words/format.js";
import {DRAWS, type Planned, type Told} from "./built.js";
import {monthName} from "../../components/words/month.js";

/** A month of a case, YYYY-MM. */
export function monthOf({one}: Planned, month: number): string {
  return monthName(dateOf(monthsOf(one.first) + month));
}

/** The decision in words: the largest order, its NPV and the tightest constraint. */
export function planInWords({built}: Told, name: (key: string) => string): string {
  if (!built) return "";
  const {one, answer} = built;
  const {plan, uses} = answer;
  const [first] = plan.orders;
  if (!first) return `Build nothing: ${whyNothing(one.question, one.kinds, one.values)}.`;
  const largest = plan.orders.reduce((most, next) => (next.price > most.price ? next : most));
  const bound = uses.reduce((most, next) => (next.used / next.bound > most.used / most.bound ? next : most));
  const used = useInWords(bound);
  return (
    `The largest order is ${largest.gpus.toLocaleString("en-US")} ${name(largest.kind)} in ` +
    `${monthOf(built, largest.order)}, to open in ${monthOf(built, largest.opening)}. ` +
    `${resultInWords(built)} It uses ${used}.`
  );
}

/** `9.99 MW of the 10 MW of power`, or `all 400 million USD of the budget`. */
function useInWords({limit, used, bound, unit}: Use): string {
  const [part, whole] = [amount(used, unit), amount(bound, unit)];
  return part === whole ? `all ${whole} of ${limit}` : `${part} of the ${whole} of ${limit}`;
}

/** The plan's result: money earned, or the cost of serving the demand. */
function resultInWords({one: {question}, answer: {plan}}: Planned): string {
  if (!question.demand)
    return `The plan has an NPV of ${usd(plan.npv)} ${question.after_tax ? "after" : "before"} tax and without a loan.`;
  const served = plan.served < 1 ? `Only ${share(plan.served)} of the demand can be served` : "All demand is served";
  const cost = usd(plan.cost);
  return `${served}, at a discounted cost of ${cost} before tax and without a loan, less residual value.`;
}

/** A warning where resale makes up much of the value; else nothing. */
export function residualInWords({built}: Told): string {
  if (!built || built.one.question.demand) return "";
  const {plan} = built.answer;
  const left = plan.residual / plan.npv;
  if (!(plan.npv > 0) || left < MUCH) return "";
  return `Note that ${share(left)} of the value is the resale value of hardware and buildings in the last month.`;
}

const MUCH = 0.3;

/** What the plan earns over draws, in words. */
export function drawnInWords({built}: Told): string {
  if (!built?.drawn || built.answer.plan.orders.length === 0) return "";
  const {low, median, high, loss} = built.drawn;
  return (
    `Over ${DRAWS} draws of all uncertain terms (seed 1), the plan's median NPV is ` +
    `${range({central: median, low, high}, "USD")}, and it loses money in ${share(loss)} of draws.`
  );
}

/** The plan with the least regret, in words. */
export function regretInWords({built}: Told): string {
  if (built?.one.question.demand)
    return "The cost of serving a demand does not depend on GPU-hour prices, so there is no other plan to regret.";
  const [first] = built?.candidates ?? [];
  if (!first) return "";
  const gpus = first.plan.orders.reduce((sum, order) => sum + order.gpus, 0);
  const price = first.plan.orders.reduce((sum, order) => sum + order.price, 0);
  const orders = gpus === 0 ? "is to build nothing" : `orders ${gpus.toLocaleString("en-US")} GPUs for ${usd(price)}`;
  return (
    `If you do not know which scenario will materialise, the plan with the least regret ${orders}: at worst its NPV ` +
    `is ${usd(first.regret)} below the best plan for that scenario. Scenarios have no probabilities, so we take ` +
    `no mean.`
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
