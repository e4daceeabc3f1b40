import type {Highs, Model, ModelData} from "highs";
import type {Matrix} from "./program.js";

/** A solver's solution of a program, in the order of its variables and constraints. */
export interface Outcome {
  status: "optimal" | "infeasible" | "unbounded" | "stopped";
  value: number;
  primal: Float64Array;
  /** Change in the objective per unit of a variable's bound; empty for whole-number programs. */
  reduced: Float64Array;
  /** Change in the objective per unit of a constraint's bound; empty for whole-number programs. */
  dual: Float64Array;
  /** Range of the bound for which the change holds; empty if unknown to the solver, as for a program without costs. */
  from: Float64Array;
  to: Float64Array;
}

/** Solves programs with HiGHS, in this thread or in a worker. */
export interface Engine {
  solve(matrix: Matrix): Promise<Outcome>;
}

/** Seconds after which a whole-number program returns the best plan found so far. */
const timeLimit = 60;

/** Wraps a loaded HiGHS. */
export function engineOf(highs: Highs): Engine {
  return {solve: (matrix) => Promise.resolve(solve(highs, matrix))};
}

function solve(highs: Highs, matrix: Matrix): Outcome {
  return highs.withModel(dataOf(highs, matrix), (model) => {
    model.options.set({output_flag: false, random_seed: 1, mip_rel_gap: 1e-4, time_limit: timeLimit});
    const isDecided = (settings: Readonly<Record<string, string>>): boolean => {
      model.options.set(settings);
      return hasRun(model) && isAnswer(highs, model);
    };
    // With an interior point, whole numbers would be ignored.
    const attempts = matrix.whole.includes(1) ? simplex : [...simplex, {solver: "ipm"}];
    attempts.some(isDecided);
    return outcomeOf(highs, model, matrix);
  });
}

/** Settings to try in turn: on a program that is nearly feasible, simplex may come to no answer. */
const simplex = [{presolve: "choose"}, {presolve: "off"}];

function hasRun(model: Model): boolean {
  try {
    model.run();
    return true;
  } catch {
    return false;
  }
}

function isAnswer({constants}: Highs, model: Model): boolean {
  const {unboundedOrInfeasible, unknown} = constants.modelStatus;
  const status = model.getModelStatus();
  return status !== unboundedOrInfeasible && status !== unknown;
}

function outcomeOf(highs: Highs, model: Model, {whole}: Matrix): Outcome {
  const status = statusOf(highs, model);
  const {colValue, colDual, rowDual} = model.getSolution();
  const priced = status === "optimal" && !whole.includes(1);
  const ranges = priced ? model.raw.getRanging().value : undefined;
  const none = new Float64Array();
  return {
    status,
    value: model.getObjectiveValue(),
    primal: colValue,
    reduced: priced ? colDual : none,
    dual: priced ? rowDual : none,
    from: ranges?.rowBoundDown.value ?? none,
    to: ranges?.rowBoundUp.value ?? none
  };
}

function statusOf({constants}: Highs, model: Model): Outcome["status"] {
  const {optimal, infeasible, unbounded, timeLimit} = constants.modelStatus;
  const status = model.getModelStatus();
  if (status === optimal || (status === timeLimit && Number.isFinite(model.getObjectiveValue()))) return "optimal";
  return status === infeasible ? "infeasible" : status === unbounded ? "unbounded" : "stopped";
}

function dataOf(
  {constants}: Highs,
  {maximise, cost, least, most, whole, rowLeast, rowMost, ...sparse}: Matrix
): ModelData {
  const numRows = rowLeast.length;
  const numCols = cost.length;
  const {maximize, minimize} = constants.objectiveSense;
  const {integer, continuous} = constants.variableType;
  return {
    numCols,
    numRows,
    sense: maximise ? maximize : minimize,
    colCost: cost,
    colLower: least,
    colUpper: most,
    rowLower: rowLeast,
    rowUpper: rowMost,
    matrix: {format: "csr", numRows, numCols, ...sparse},
    ...(whole.includes(1) && {integrality: Array.from(whole, (isWhole) => (isWhole ? integer : continuous))})
  };
}
