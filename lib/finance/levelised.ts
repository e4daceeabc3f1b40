import {npv} from "./npv.js";

/**
 * Levelised cost, as of electricity (LCOE): all cost over all output, both at present value. It is the constant price
 * at which the output pays for the cost and for the capital at `rate` a period. In USD per unit of output; NaN without
 * output.
 */
export function levelised(costs: readonly number[], outputs: readonly number[], rate: number): number {
  const output = npv(rate, outputs);
  return output > 0 ? npv(rate, costs) / output : NaN;
}
