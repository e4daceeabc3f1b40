import type {Engine} from "./engine.js";
import type {PlanData, PlanLimits} from "./plan/data.js";
import type {PlanOptions} from "./plan/types.js";
import {plan} from "./plan/result.js";

/** The shadow price of a MW in a region when only part of the power is available. */
export interface ScarcityPoint {
  /** Available power, as a share of the limits. */
  power: number;
  region: string;
  /** Shadow price, USD/MW-month, averaged over the years. */
  worth: number;
  /** Net present value of the plan, USD. */
  value: number;
}

/** The shares of power for which the plan is solved. */
const shares = [1, 0.7, 0.5, 0.35, 0.25, 0.175, 0.125, 0.0625];

/** The shadow price of a MW in each region as power becomes scarcer everywhere. */
export async function scarcity(data: PlanData, options: PlanOptions, engine: Engine): Promise<ScarcityPoint[]> {
  const points: ScarcityPoint[] = [];
  for (const power of shares) {
    const {limits, value} = await plan(data, {...options, limits: withPower(options.limits, power)}, engine);
    for (const region of Object.keys(options.limits.power)) {
      const worths = limits.filter(({limit, key}) => limit === "power" && key === region).map(({worth}) => worth);
      points.push({power, region, value, worth: worths.reduce((sum, worth) => sum + worth, 0) / worths.length});
    }
  }
  return points;
}

/** The limits with only a share of the power. */
export function withPower(limits: PlanLimits, share: number): PlanLimits {
  const power = Object.entries(limits.power).map(([region, years]) => [region, years.map((most) => most * share)]);
  return {...limits, power: Object.fromEntries(power) as PlanLimits["power"]};
}
