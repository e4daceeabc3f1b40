import {monthlyRate} from "../finance/index.js";
import {numberAt, type Run} from "../sheet/index.js";
import type {Range} from "../uncertainty/index.js";
import type {Action, Levers} from "./action.js";
import type {Company} from "./company-rows.js";
import {costOf, drawnCost} from "./cost.js";
import {difference, type Result} from "./run-variants.js";
import {companies} from "./action-definition.js";
import {discounted, evenly, minus, plus, spreadOf, type Spread} from "./outcome.js";

/** The value of an action, or of several combined, to a company. */
export interface Valuation {
  /** Increase in profit, averaged over the months of the run, USD/month. */
  gain: Spread;
  /** Net present value of the increase over the run, less the cost, USD. */
  npv: Spread;
  /** Share of draws in which the net present value is positive. */
  chance: number;
  /** One-off cost, USD. */
  cost: Range;
  /** Net present values draw by draw, the central value last. */
  values: Float64Array;
}

/** Values actions taken together by one company. `central` is the run without them. */
export function valuationOf(
  levers: Levers,
  actions: readonly Action[],
  result: Result,
  base: Result,
  central: Run
): Valuation {
  const [{company}] = actions as [Action];
  const {design, months} = result.outcomes.study;
  const costs = actions.map(({lever}) => ({lever, cost: costOf(levers, lever, company, central)}));
  const paid = costs.map(({lever, cost}) => drawnCost(cost, lever, design));
  const profit = [profitOf(company)];
  const gain = difference(result, base, profit, evenly(months));
  const earned = difference(result, base, profit, discounted(months, monthlyRate(rateOf(company, central))));
  const values = minus(earned, plus(paid, gain.length));
  const drawn = values.subarray(0, -1);
  return {
    gain: spreadOf(gain),
    npv: spreadOf(values),
    chance: drawn.filter((value) => value > 0).length / drawn.length,
    cost: costs.map(({cost}) => cost).reduce(added),
    values
  };
}

/** The cell of a company's profit. */
export function profitOf({layer, key}: Company): string {
  return `${companies[layer]}[${key}].profit`;
}

/** The discount rate of a company, a year: a neocloud's own cost of capital, the general one for other companies. */
function rateOf({layer, key}: Company, central: Run): number {
  const general = numberAt(central, "parameter.cost_of_capital", 0, 0);
  if (layer !== "neocloud") return general;
  return general + numberAt(central, "neocloud.capital_premium", central.inputs.neocloud!.keys.indexOf(key), 0);
}

function added(a: Range, b: Range): Range {
  return {family: a.family, low: a.low + b.low, central: a.central + b.central, high: a.high + b.high};
}
