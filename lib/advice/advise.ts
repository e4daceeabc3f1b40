import type {Override} from "../model/index.js";
import {evaluate, type Inputs, type Model, type Run, type TableInput} from "../sheet/index.js";
import type {Correlation, Design, Move} from "../uncertainty/index.js";
import {actionsOf, settingsOf, together, type Action, type Levers} from "./action.js";
import {companiesOf, type Company} from "./company-rows.js";
import {relaxations, type Relaxation} from "./constraint.js";
import {difference, runInGroups, type Job, type Result, type RunVariants} from "./run-variants.js";
import {limitOutputs, limitsOf, type Limits} from "./limits.js";
import {evenly, minus, plus, spreadOf, type Spread} from "./outcome.js";
import {profitOf, valuationOf, type Valuation} from "./gain.js";
import {pow} from "../sheet/power.js";

/** A scenario to advise on, with the input tables of actions and constraints. */
export interface Case {
  model: Model;
  inputs: Inputs;
  months: number;
  start: string;
  correlations: readonly Correlation[];
  levers: Levers;
  constraint: TableInput;
  /** The key of the only company to advise; all companies if undefined. */
  company?: string | undefined;
}

/** An action of a company, with its effects. */
export interface Advised extends Valuation {
  action: Action;
  /** 1 is the company's best action, by median net present value. */
  rank: number;
  settings: Override[];
  /** Change in the profit of all other companies, and in output, USD/month. */
  others: Spread;
  output: Spread;
  /** Gain from half and from twice the change, relative to the gain; NaN where the action sets a value. */
  half: number;
  twice: number;
  /** Limits that bind without and with the action. */
  before: Limits;
  after: Limits;
}

/** Several of a company's best actions, taken together. */
export interface Joint extends Valuation {
  company: Company;
  levers: string[];
  settings: Override[];
  /** Net present values of the single actions, added up. */
  sum: Spread;
  /** Gain of the combination beyond that sum; negative where the actions overlap. */
  interaction: Spread;
}

/** Shadow price of a constraint, USD/month per unit, averaged over the months of the run. */
export interface ShadowPrice {
  relaxation: Relaxation;
  /** Change in the profit of all companies, and in output. */
  profit: Spread;
  output: Spread;
  /** Change in the profit of the company that owns the constraint; missing if no one owns it. */
  owner?: Spread;
}

export interface Advice {
  levers: Advised[];
  joint: Joint[];
  prices: ShadowPrice[];
}

/** How many of a company's best actions are combined. */
const BEST = 3;

/**
 * The actions of every company in the chain, or of one, ranked by net present value, with ranges from draws shared by
 * the runs with and without them; each company's best actions combined; and the shadow price of every constraint.
 */
export function advise(subject: Case, design: Design, run: RunVariants): Advice {
  const {model, inputs, levers, start} = subject;
  const central = evaluate(model, inputs, {months: 1, start});
  const companies = companiesOf(inputs);
  const outputs = [...companies.map(profitOf), OUTPUT];
  const runDrawn = (jobs: readonly Job[]) =>
    runInGroups(model, inputs, jobs, (changed, variants) => run(changed, variants, design, outputs));
  const advised = companies.filter(({key}) => subject.company === undefined || key === subject.company);
  const actions = advised.flatMap((company) => actionsOf(model, inputs, levers, company));
  const limits = relaxations(model, inputs, subject.constraint);
  const {base, results} = runDrawn([...actions, ...limits.map(relaxed)]);
  const valuations = new Map(
    actions.map((action, i) => [action, valuationOf(levers, [action], results[i]!, base, central)])
  );
  const teams = advised.flatMap((company) =>
    teamsOf(
      actions.filter((action) => action.company === company),
      valuations
    )
  );
  const joint = runDrawn(teams.map(together));
  return {
    levers: trialsOf(subject, actions, central, run).map((trial, i) => ({
      ...trial,
      ...valuations.get(trial.action)!,
      ...elsewhere(companies, trial.action.company, results[i]!, base),
      rank: rankOf(trial.action, valuations)
    })),
    joint: teams.map((team, i) =>
      jointOf(subject, team, valuations, valuationOf(levers, team, joint.results[i]!, joint.base, central))
    ),
    prices: limits.map((limit, i) => priceOf(inputs, companies, limit, results[actions.length + i]!, base))
  };
}

const OUTPUT = "economy.productivity_value";

/** The effects of an action in the central case. */
type Trial = Pick<Advised, "action" | "settings" | "half" | "twice" | "before" | "after">;

/** Limits that bind under each action, and the effects of half and twice its change. */
function trialsOf({model, inputs, levers}: Case, actions: readonly Action[], central: Run, run: RunVariants): Trial[] {
  const outputs = [...companiesOf(inputs).map(profitOf), ...limitOutputs(inputs)];
  const jobs = actions.flatMap((action) => [1, 0.5, 2].map((factor) => scaled(action, factor)));
  const {base, results} = runInGroups(model, inputs, jobs, (changed, variants) =>
    run(changed, variants, {spread: "latin", draws: 0, seed: 0}, outputs)
  );
  return actions.map((action, i): Trial => {
    const [full, half, twice] = results
      .slice(3 * i, 3 * i + 3)
      .map((result) => valuationOf(levers, [action], result, base, central)) as [Valuation, Valuation, Valuation];
    const binds = limitsOf(model, inputs, action.company);
    const ratio = ({gain}: Valuation): number => (isScalable(action) ? gain.central / full.gain.central : NaN);
    return {
      action,
      settings: settingsOf(inputs, action),
      half: ratio(half),
      twice: ratio(twice),
      before: binds(base),
      after: binds(results[3 * i]!)
    };
  });
}

type Valuations = ReadonlyMap<Action, Valuation>;

function rankOf(action: Action, valuations: Valuations): number {
  const rivals = [...valuations].filter(([other]) => other.company === action.company);
  const own = valuations.get(action)!.npv.median;
  return 1 + rivals.filter(([, {npv}]) => npv.median > own).length;
}

/** The best actions that pay off and do not exclude each other: all of them together, and every pair. */
function teamsOf(actions: readonly Action[], valuations: Valuations): Action[][] {
  const best: Action[] = [];
  for (const action of actions.toSorted((a, b) => rankOf(a, valuations) - rankOf(b, valuations)))
    if (
      valuations.get(action)!.npv.median > 0 &&
      best.length < BEST &&
      best.every(({family}) => family !== action.family)
    )
      best.push(action);
  const pairs = best.flatMap((first, i) => best.slice(i + 1).map((second) => [first, second]));
  return best.length > 2 ? [best, ...pairs] : pairs;
}

function isScalable({overrides, moves}: Action): boolean {
  return overrides.length === 0 && moves.every(({how}) => how !== "set");
}

function scaled({overrides, moves}: Action, factor: number): Job {
  return {
    overrides,
    moves: moves.map((move) => ({...move, amount: {...move.amount, central: amountOf(move, factor)}}))
  };
}

/** The amount of a move scaled by a factor. */
function amountOf({how, amount: {central}}: Move, factor: number): number {
  if (how === "set") return central;
  if (how === "add") return central * factor;
  return how === "multiply" ? pow(central, factor) : 1 - pow(1 - central, factor);
}

function jointOf({inputs}: Case, team: readonly Action[], valuations: Valuations, valuation: Valuation): Joint {
  const sum = plus(
    team.map((action) => valuations.get(action)!.values),
    valuation.values.length
  );
  return {
    company: team[0]!.company,
    levers: team.map(({lever}) => lever),
    settings: settingsOf(inputs, together(team)),
    ...valuation,
    sum: spreadOf(sum),
    interaction: spreadOf(minus(valuation.values, sum))
  };
}

function elsewhere(
  companies: readonly Company[],
  company: Company,
  result: Result,
  base: Result
): Pick<Advised, "others" | "output"> {
  const weights = evenly(result.outcomes.study.months);
  const others = companies.filter((other) => other !== company).map(profitOf);
  return {
    others: spreadOf(difference(result, base, others, weights)),
    output: spreadOf(difference(result, base, [OUTPUT], weights))
  };
}

function relaxed({moves}: Relaxation): Job {
  return {overrides: [], moves};
}

function priceOf(
  inputs: Inputs,
  companies: readonly Company[],
  relaxation: Relaxation,
  result: Result,
  base: Result
): ShadowPrice {
  const weights = evenly(result.outcomes.study.months);
  const per = (outputs: readonly string[]): Spread =>
    spreadOf(difference(result, base, outputs, weights).map((value) => value / relaxation.counts));
  const {keys, columns} = inputs.cluster!;
  const neocloud = columns.neocloud!.values[keys.indexOf(relaxation.row)];
  return {
    relaxation,
    profit: per(companies.map(profitOf)),
    output: per([OUTPUT]),
    ...(neocloud && {owner: per([`neocloud[${neocloud}].profit`])})
  };
}
