import type {Engine} from "./engine.js";
import {Program, type Constraint, type Variable} from "./program.js";
import {solve, type Solution} from "./solve.js";

/** Why a program has no solution. */
export interface Conflict {
  /** Limits that cannot all hold: without any one of them, the others can. */
  set: Constraint[];
  /** The smallest relaxation, as a share of each limit, that makes the program feasible. */
  relief: Relief[];
}

/** A relaxed limit: its bound and the relaxed bound. */
export interface Relief {
  constraint: Constraint;
  from: number;
  to: number;
}

/** Receives the number of programs solved so far. */
export type Progress = (done: number) => void;

/**
 * Finds conflicting limits among those that may give way; all other constraints hold. It first takes the limits with a
 * price in the cheapest relaxation, which cannot all hold (Farkas' lemma), and then reduces them to an irreducible set
 * by halving, heaviest first (QuickXplain: U. Junker, "Preferred explanations and relaxations for over-constrained
 * problems", AAAI 2004).
 */
export async function conflict(
  program: Program,
  limits: readonly Constraint[],
  engine: Engine,
  progress: Progress = () => undefined
): Promise<Conflict> {
  const elastic = elasticOf(program, limits);
  const way = await solve(elastic.program, engine);
  const relief = elastic.slacks.flatMap((slack) => reliefOf(slack, way));
  const weight = ({copy, constraint}: Slack): number => Math.abs(way.price(copy).value) * size(constraint);
  const priced = elastic.slacks.filter((slack) => weight(slack) > 1e-9).sort((a, b) => weight(b) - weight(a));
  let done = 1;
  const clash = async (some: readonly Constraint[]): Promise<boolean> => {
    progress(++done);
    return !(await canKeep(program, limits, some, engine));
  };
  const candidates = priced.map(({constraint}) => constraint);
  return {set: await smallest([], false, candidates, clash), relief};
}

/**
 * A minimal subset of the limits that conflicts with the background: if any one of them is dropped, the rest do not.
 */
async function smallest(
  background: readonly Constraint[],
  grown: boolean,
  limits: readonly Constraint[],
  clash: (some: readonly Constraint[]) => Promise<boolean>
): Promise<Constraint[]> {
  if (grown && (await clash(background))) return [];
  if (limits.length <= 1) return [...limits];
  const first = limits.slice(0, limits.length / 2);
  const second = limits.slice(limits.length / 2);
  const late = await smallest([...background, ...first], first.length > 0, second, clash);
  const early = await smallest([...background, ...late], late.length > 0, first, clash);
  return [...early, ...late];
}

/** Whether a subset of the limits can hold together with all other constraints. */
export async function canKeep(
  program: Program,
  limits: readonly Constraint[],
  some: readonly Constraint[],
  engine: Engine
): Promise<boolean> {
  const limitSet = new Set(limits);
  const kept = new Set(some);
  const constraints = program.constraints.filter((constraint) => !limitSet.has(constraint) || kept.has(constraint));
  const {status} = await solve(copyOf(program, constraints), engine);
  return status === "optimal";
}

interface Slack {
  constraint: Constraint;
  copy: Constraint;
  below: Variable;
  above: Variable;
}

/** The program with relaxable limits; relaxing a limit by its own bound costs 1. */
function elasticOf(program: Program, limits: readonly Constraint[]): {program: Program; slacks: Slack[]} {
  const limitSet = new Set(limits);
  const elastic = copyOf(
    program,
    program.constraints.filter((constraint) => !limitSet.has(constraint))
  );
  const slacks = limits.map((constraint): Slack => {
    const {name, unit, doc, terms, least, most} = constraint;
    const [below, above] = ["below", "above"].map((side) =>
      elastic.variable({name: `${name} ${side}`, unit, doc: `Distance ${side} its bound`})
    ) as [Variable, Variable];
    const price = 1 / size(constraint);
    elastic.count([below, price], [above, price]);
    const copy = elastic.within({name, unit, doc}, [...terms, [below, 1], [above, -1]], least, most);
    return {constraint, copy, below, above};
  });
  return {program: elastic, slacks};
}

/** The size of a limit, in its unit: that of its larger bound. */
function size({least, most}: Constraint): number {
  return Math.max(...[least, most].map(Math.abs).filter(Number.isFinite), 1e-6);
}

/** A program of the same variables without an objective. */
function copyOf({variables}: Program, constraints: readonly Constraint[]): Program {
  const copy = new Program("minimise", "1");
  copy.variables.push(...variables);
  copy.constraints.push(...constraints);
  return copy;
}

function reliefOf({constraint, below, above}: Slack, way: Solution): Relief[] {
  const {least, most} = constraint;
  const short = way.amountOf(below);
  const long = way.amountOf(above);
  const tolerance = 1e-7 * Math.max(1, Math.abs(Number.isFinite(most) ? most : least));
  if (long > tolerance) return [{constraint, from: most, to: most + long}];
  return short > tolerance ? [{constraint, from: least, to: least - short}] : [];
}
