import {Decisions} from "./decisions.js";
import type {PlanData} from "./data.js";
import {keepCapacity, keepLimits} from "./limits.js";
import {costsOf, incomeOf} from "./money.js";
import type {PlanOptions, PlanProgram} from "./types.js";
import {scaled} from "./units.js";

/** The plan's program: what to serve where, and what to rent, buy, build and sell each year. */
export function planProgram(data: PlanData, options: PlanOptions): PlanProgram {
  const decisions = new Decisions(data, options);
  keepCapacity(decisions);
  const limits = keepLimits(decisions);
  const costs = costsOf(decisions);
  const income = incomeOf(decisions);
  for (const terms of costs.values()) decisions.program.count(...scaled(terms, -decisions.sign));
  if (options.goal !== "cost") decisions.program.count(...income);
  const {program, services, rentals, halls, fleet} = decisions;
  return {program, data, options, services, rentals, halls, fleet, limits, costs, income, carbon: decisions.carbon()};
}
