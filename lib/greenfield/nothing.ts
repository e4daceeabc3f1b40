import type {BuildKind, BuildQuestion, UnitValues} from "./question.js";

/** The first obstacle that keeps a plan from ordering anything, as a clause. */
export function whyNothing(question: BuildQuestion, kinds: readonly BuildKind[], values: UnitValues): string {
  const {power, budget, orders, horizon, demand} = question;
  const largest = Math.max(0, ...power.map(({capacity}) => capacity));
  const least = (numbers: readonly number[]): number => Math.min(Infinity, ...numbers);
  if (kinds.length === 0) return "no accelerator is on sale";
  if (largest === 0) return "no power is available at the site";
  const smallest = least(kinds.map((kind) => kind.power));
  if (smallest > largest) return `the smallest server needs ${rounded(smallest)} MW, more than is available`;
  const cheapest = least(kinds.map(({price}) => price));
  if (cheapest > budget)
    return `the cheapest server costs ${rounded(cheapest / 1e6)} million USD, more than the budget`;
  const first = least(power.filter(({capacity}) => capacity > 0).map(({month}) => month));
  const opens = kinds.some(({from, lead}) =>
    orders.some((order) => order >= from && order + lead >= first && order + lead < horizon)
  );
  if (!opens) return "no order can open before the planning period ends";
  if (demand) return demand.rates.some((rate) => rate > 0) ? "none of the demand can be met" : noneServes;
  const pays = values.some((row) => row.some(({total}) => total > 0));
  return pays ? "no profitable server or rack fits within power and budget" : "no server or rack earns back its price";
}

const noneServes = "no accelerator serves the model within the limits";

function rounded(value: number): string {
  return value.toPrecision(3);
}
