import type {Override} from "../model/index.js";
import {evaluate, type Inputs, type Model, type Run, type TableInput} from "../sheet/index.js";
import type {Correlation, Design, Move} from "../uncertainty/index.js";
import {actionsOf, settingsOf, together, type Action, type Levers} from "./action.js";
import {companiesOf, type Company} from "./belongs.js";
import {relaxations, type Relaxation} from "./constraint.js";
import {difference, runJobs, type Job, type Result, type RunVariants} from "./jobs.js";
import {limitOutputs, limitsOf, type Limits} from "./limits.js";
import {evenly, minus, plus, spreadOf, type Spread} from "./outcome.js";
import {profitOf, worthOf, type Worth} from "./worth.js";

/** A scenario to be advised on, and what is typed in of levers and limits. */
export interface Case {
  model: Model;
  inputs: Inputs;
  months: number;
  start: string;
  correlations: readonly Correlation[];
  levers: Levers;
  constraint: TableInput;
}

/** A lever pulled by a company, and what comes of it. */
export interface Advised extends Worth {
  action: Action;
  /** 1 is the best of the company, by its net present value at the central assumptions. */
  rank: number;
  settings: Override[];
  /** Profit more of all other companies, and output more, USD/month. */
  others: Spread;
  output: Spread;
  /** The gain of half the move, and of twice the move, over the gain; NaN where something is set. */
  half: number;
  twice: number;
  /** What binds without and with the lever. */
  before: Limits;
  after: Limits;
}

/** Some of the best levers of a company, pulled at once. */
export interface Joint extends Worth {
  company: Company;
  levers: string[];
  settings: Override[];
  /** Net present values of the levers alone, added up. */
  sum: Spread;
  /** What the levers bring together beyond that sum; negative where they get into each other's way. */
  interaction: Spread;
}

/** What one unit more of something that is limited is worth, USD/month and unit, mean over the months of the run. */
export interface ShadowPrice {
  relaxation: Relaxation;
  /** Profit of all companies, and output. */
  profit: Spread;
  output: Spread;
  /** Profit of the company whose limit it is; missing where it is everybody's. */
  owner?: Spread;
}

export interface Advice {
  levers: Advised[];
  joint: Joint[];
  prices: ShadowPrice[];
}

/** So many of a company's best levers are looked at together. */
const BEST = 3;

/**
 * What every company of the chain could do, ranked by net present value, with ranges over draws that are the same with and
 * without; its best levers together; and what it would be worth to relax each limit.
 */
export function advise(one: Case, design: Design, run: RunVariants): Advice {
  const {model, inputs, levers, start} = one;
  const central = evaluate(model, inputs, {months: 1, start});
  const all = companiesOf(inputs);
  const actions = all.flatMap((company) => actionsOf(model, inputs, levers, company));
  const trials = tried(one, actions, central, run);
  const teams = all.flatMap((company) => teamsOf(trials.filter(({action}) => action.company === company)));
  const limits = relaxations(model, inputs, one.constraint);
  const outputs = [...all.map(profitOf), OUTPUT];
  const {base, of} = runJobs(
    model,
    inputs,
    [...actions.map((action) => together([action])), ...teams.map(together), ...limits.map(relaxed)],
    (changed, variants) => run(changed, variants, design, outputs)
  );
  const [singles, joints, eased] = [of.splice(0, actions.length), of.splice(0, teams.length), of];
  const worths = new Map(actions.map((action, i) => [action, worthOf(levers, [action], singles[i]!, base, central)]));
  return {
    levers: trials.map((trial, i) => ({
      ...trial,
      ...worths.get(trial.action)!,
      ...elsewhere(all, trial.action.company, singles[i]!, base)
    })),
    joint: teams.map((team, i) => jointOf(one, team, worths, worthOf(levers, team, joints[i]!, base, central))),
    prices: limits.map((limit, i) => priceOf(inputs, all, limit, eased[i]!, base))
  };
}

const OUTPUT = "economy.productivity_value";

type Trial = Pick<Advised, "action" | "rank" | "settings" | "half" | "twice" | "before" | "after"> & {value: number};

/** Everything at its central value: which levers are best, what binds, and what half and twice the move would do. */
function tried({model, inputs, levers}: Case, actions: readonly Action[], central: Run, run: RunVariants): Trial[] {
  const outputs = [...companiesOf(inputs).map(profitOf), ...limitOutputs(inputs)];
  const jobs = actions.flatMap((action) => [1, 0.5, 2].map((factor) => scaled(action, factor)));
  const {base, of} = runJobs(model, inputs, jobs, (changed, variants) =>
    run(changed, variants, {spread: "latin", draws: 0, seed: 0}, outputs)
  );
  const trials = actions.map((action, i): Trial => {
    const [full, half, twice] = of
      .slice(3 * i, 3 * i + 3)
      .map((result) => worthOf(levers, [action], result, base, central)) as [Worth, Worth, Worth];
    const binds = limitsOf(model, inputs, action.company);
    const ratio = ({gain}: Worth): number => (isScalable(action) ? gain.central / full.gain.central : NaN);
    return {
      action,
      rank: NaN,
      settings: settingsOf(inputs, action),
      value: full.npv.central,
      half: ratio(half),
      twice: ratio(twice),
      before: binds(base),
      after: binds(of[3 * i]!)
    };
  });
  return trials.map((trial) => ({...trial, rank: rankOf(trial, trials)}));
}

function rankOf({action, value}: Trial, trials: readonly Trial[]): number {
  return 1 + trials.filter((other) => other.action.company === action.company && other.value > value).length;
}

/** The best levers that pay and do not exclude each other: all of them, and every two. */
function teamsOf(trials: readonly Trial[]): Action[][] {
  const best: Action[] = [];
  for (const {action, value} of trials.toSorted((a, b) => a.rank - b.rank))
    if (value > 0 && best.length < BEST && best.every(({family}) => family !== action.family)) best.push(action);
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

/** The amount of a move made several times, or in part. */
function amountOf({how, amount: {central}}: Move, factor: number): number {
  if (how === "set") return central;
  if (how === "add") return central * factor;
  return how === "multiply" ? central ** factor : 1 - (1 - central) ** factor;
}

function jointOf({inputs}: Case, team: readonly Action[], worths: ReadonlyMap<Action, Worth>, worth: Worth): Joint {
  const sum = plus(
    team.map((action) => worths.get(action)!.values),
    worth.values.length
  );
  return {
    company: team[0]!.company,
    levers: team.map(({lever}) => lever),
    settings: settingsOf(inputs, together(team)),
    ...worth,
    sum: spreadOf(sum),
    interaction: spreadOf(minus(worth.values, sum))
  };
}

function elsewhere(
  all: readonly Company[],
  company: Company,
  result: Result,
  base: Result
): Pick<Advised, "others" | "output"> {
  const weights = evenly(result.outcomes.study.months);
  const others = all.filter((other) => other !== company).map(profitOf);
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
  all: readonly Company[],
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
    profit: per(all.map(profitOf)),
    output: per([OUTPUT]),
    ...(neocloud && {owner: per([`neocloud[${neocloud}].profit`])})
  };
}
