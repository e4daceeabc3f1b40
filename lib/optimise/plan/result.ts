import type {Engine} from "../engine.js";
import {conflict, type Conflict, type Progress} from "../infeasible.js";
import type {PlanData} from "./data.js";
import {planProgram} from "./program.js";
import type {Limit, Plan, PlanConflict, PlanLimit, PlanOptions, PlanPlace, PlanProgram} from "./types.js";
import {discount, MILLION, MONTHS} from "./units.js";
import {actions, services, sum} from "./actions.js";
import type {Constraint} from "../program.js";
import {solve, type Solution} from "../solve.js";

/** Makes a plan; if the limits permit none, finds the conflicting ones. */
export async function plan(data: PlanData, options: PlanOptions, engine: Engine, progress?: Progress): Promise<Plan> {
  const planned = planProgram(data, options);
  const solution = await solve(planned.program, engine);
  if (solution.status === "optimal") return planOf(planned, solution);
  const limits = planned.limits.map(({constraint}) => constraint);
  const clash = await conflict(planned.program, limits, engine, progress);
  return {...empty(options, solution), conflict: conflictOf(planned, clash)};
}

function empty({goal}: PlanOptions, {status}: Solution): Plan {
  const none = {actions: [], services: [], limits: [], money: []};
  return {status, goal, value: NaN, gap: NaN, carbon: NaN, ...none, conflict: undefined};
}

/** Translates a solution into a plan. */
export function planOf(planned: PlanProgram, solution: Solution): Plan {
  return {
    ...empty(planned.options, solution),
    value: solution.value * MILLION,
    gap: solution.gap,
    carbon: sum(planned.carbon, solution),
    actions: actions(planned, solution),
    services: services(planned, solution),
    limits: planned.limits.map((limit) => limitOf(planned, limit, solution)),
    money: [
      {
        item: planned.options.goal === "value" ? "output gained" : "revenue",
        amount: MILLION * sum(planned.income, solution)
      },
      ...[...planned.costs].map(([item, terms]) => ({item, amount: -MILLION * sum(terms, solution)}))
    ]
  };
}

function limitOf(planned: PlanProgram, limit: Limit, solution: Solution): PlanLimit {
  const {constraint, factor} = limit;
  const {value, from, to} = solution.price(constraint);
  const scale = scaleOf(limit);
  return {
    ...placeOf(planned, limit),
    used: scale * sum(constraint.terms, solution),
    bound: scale * constraint.most,
    worth: Math.abs(value * factor) < 1e-9 ? 0 : value * factor,
    worth_unit: limit.unit,
    from: scale * from,
    to: scale * to
  };
}

function placeOf({data}: PlanProgram, {kind, key, year, constraint}: Limit): PlanPlace {
  const unit = kind === "capital" ? "USD/yr" : constraint.unit;
  return {limit: kind, key, year: data.years[year] ?? "", unit};
}

/** The program counts capital in millions. */
function scaleOf({kind}: Limit): number {
  return kind === "capital" ? MILLION : 1;
}

function conflictOf(planned: PlanProgram, {set, relief}: Conflict): PlanConflict {
  const limit = (constraint: Constraint): Limit =>
    planned.limits.find((candidate) => candidate.constraint === constraint)!;
  return {
    set: set.map((constraint) => {
      const scale = scaleOf(limit(constraint));
      return {...placeOf(planned, limit(constraint)), least: scale * constraint.least, most: scale * constraint.most};
    }),
    relief: relief.map(({constraint, from, to}) => {
      const scale = scaleOf(limit(constraint));
      return {...placeOf(planned, limit(constraint)), from: scale * from, to: scale * to};
    })
  };
}

/** The share of each stream that the plan serves in each year. */
export function servedShares({years, streams}: PlanData, {services}: Plan): Record<string, number[]> {
  return Object.fromEntries(
    streams.map(({key}) => [
      key,
      years.map((year) =>
        Math.min(
          1,
          services
            .filter((service) => service.stream === key && service.year === year)
            .reduce((total, {share}) => total + share, 0)
        )
      )
    ])
  );
}

/** Requests served, in millions of present value: the denominator of unit costs. */
export function discountedRequests(data: PlanData, served: Readonly<Record<string, readonly number[]>>): number {
  return data.streams.reduce(
    (total, {key, requests}) =>
      total +
      requests.reduce(
        (sum, requested, year) =>
          sum + (requested * MONTHS * served[key]![year]! * discount(data, year, "middle")) / MILLION,
        0
      ),
    0
  );
}
