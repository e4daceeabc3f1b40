import type {Override} from "../model/index.js";
import {evaluate, type Inputs, type Model, type Run, type TableInput} from "../sheet/index.js";
import type {Correlation, Design, Move} from "../uncertainty/index.js";
import {actionsOf, settingsOf, together, type Action, type Levers} from "./action.js";
import {companiesOf, type Company} from "./company-rows.js";
import {relaxations, type Relaxation} from "./constraint.js";
import {difference, runJobs, type Job, type Result, type RunVariants} from "./run-variants.js";
import {limitOutputs, limitsOf, type Limits} from "./limits.js";
import {evenly, minus, plus, spreadOf, type Spread} from "./outcome.js";
import {profitOf, worthOf, type Worth} from "./gain.js";
import {pow} from "../sheet/power.js";

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
  /** 1 is the best of the company, by the median of its net present value. */
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
 * What every company of the chain could do, ranked by net present value, with ranges over draws that are the same with
 * and without; its best levers together; and what it would be worth to relax each limit.
 */
export function advise(one: Case, design: Design, run: RunVariants): Advice {
  const {model, inputs, levers, start} = one;
  const central = evaluate(model, inputs, {months: 1, start});
  const all = companiesOf(inputs);
  const outputs = [...all.map(profitOf), OUTPUT];
  const runDrawn = (jobs: readonly Job[]) =>
    runJobs(model, inputs, jobs, (changed, variants) => run(changed, variants, design, outputs));
  const actions = all.flatMap((company) => actionsOf(model, inputs, levers, company));
  const limits = relaxations(model, inputs, one.constraint);
  const {base, of} = runDrawn([...actions, ...limits.map(relaxed)]);
  const worths = new Map(actions.map((action, i) => [action, worthOf(levers, [action], of[i]!, base, central)]));
  const teams = all.flatMap((company) =>
    teamsOf(
      actions.filter((action) => action.company === company),
      worths
    )
  );
  const joint = runDrawn(teams.map(together));
  return {
    levers: tried(one, actions, central, run).map((trial, i) => ({
      ...trial,
      ...worths.get(trial.action)!,
      ...elsewhere(all, trial.action.company, of[i]!, base),
      rank: rankOf(trial.action, worths)
    })),
    joint: teams.map((team, i) => jointOf(one, team, worths, worthOf(levers, team, joint.of[i]!, joint.base, central))),
    prices: limits.map((limit, i) => priceOf(inputs, all, limit, of[actions.length + i]!, base))
  };
}

const OUTPUT = "economy.productivity_value";

/** What can be told of a lever where everything is at its central value. */
type Trial = Pick<Advised, "action" | "settings" | "half" | "twice" | "before" | "after">;

/** What binds with each lever, and what half and twice the move would do. */
function tried({model, inputs, levers}: Case, actions: readonly Action[], central: Run, run: RunVariants): Trial[] {
  const outputs = [...companiesOf(inputs).map(profitOf), ...limitOutputs(inputs)];
  const jobs = actions.flatMap((action) => [1, 0.5, 2].map((factor) => scaled(action, factor)));
  const {base, of} = runJobs(model, inputs, jobs, (changed, variants) =>
    run(changed, variants, {spread: "latin", draws: 0, seed: 0}, outputs)
  );
  return actions.map((action, i): Trial => {
    const [full, half, twice] = of
      .slice(3 * i, 3 * i + 3)
      .map((result) => worthOf(levers, [action], result, base, central)) as [Worth, Worth, Worth];
    const binds = limitsOf(model, inputs, action.company);
    const ratio = ({gain}: Worth): number => (isScalable(action) ? gain.central / full.gain.central : NaN);
    return {
      action,
      settings: settingsOf(inputs, action),
      half: ratio(half),
      twice: ratio(twice),
      before: binds(base),
      after: binds(of[3 * i]!)
    };
  });
}

type Worths = ReadonlyMap<Action, Worth>;

function rankOf(action: Action, worths: Worths): number {
  const rivals = [...worths].filter(([other]) => other.company === action.company);
  const own = worths.get(action)!.npv.median;
  return 1 + rivals.filter(([, {npv}]) => npv.median > own).length;
}

/** The best levers that pay and do not exclude each other: all of them, and every two. */
function teamsOf(actions: readonly Action[], worths: Worths): Action[][] {
  const best: Action[] = [];
  for (const action of actions.toSorted((a, b) => rankOf(a, worths) - rankOf(b, worths)))
    if (worths.get(action)!.npv.median > 0 && best.length < BEST && best.every(({family}) => family !== action.family))
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

/** The amount of a move made several times, or in part. */
function amountOf({how, amount: {central}}: Move, factor: number): number {
  if (how === "set") return central;
  if (how === "add") return central * factor;
  return how === "multiply" ? pow(central, factor) : 1 - pow(1 - central, factor);
}

function jointOf({inputs}: Case, team: readonly Action[], worths: Worths, worth: Worth): Joint {
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
