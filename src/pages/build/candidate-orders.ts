import type {BuildPlan} from "../../lib/greenfield/best-plan.js";
import type {BuildCase} from "../../lib/greenfield/build.js";
import type {BuildKind, UnitFlow} from "../../lib/greenfield/question.js";

/** Units of a kind that may be ordered in a month, how many a plan orders, and what one adds or costs, USD. */
export interface CandidateOrder {
  kind: BuildKind;
  order: number;
  units: number;
  value: number;
  /** What a unit brings or takes by month, but for its price, USD. */
  cash: readonly number[];
}

/** Every order that may be placed and opens in time: those of a plan first, then by month. */
export function candidateOrders({question, kinds, flows, values}: BuildCase, {units}: BuildPlan): CandidateOrder[] {
  const {orders, horizon, demand} = question;
  const all = kinds.flatMap((kind, k) =>
    orders.map((order, o): CandidateOrder => {
      const {total, cost} = values[k]![o]!;
      const cash = cashIn(flows[k]![o]!, demand !== undefined);
      return {kind, order, units: units[k]![o]!, value: demand ? cost : total, cash};
    })
  );
  const inTime = all.filter(({kind, order}) => order >= kind.from && order + kind.lead < horizon);
  return inTime.sort((a, b) => Number(b.units > 0) - Number(a.units > 0) || a.order - b.order);
}

/** Who serves a demand of his own sells no hours. */
function cashIn({earned, sales, tax, left}: UnitFlow, serves: boolean): number[] {
  const last = earned.length - 1;
  return earned.map((one, month) => one - (serves ? sales[month]! : 0) - tax[month]! + (month === last ? left : 0));
}
