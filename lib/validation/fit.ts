import {exp} from "../sheet/exponential.js";
import {log} from "../sheet/logarithm.js";
import {Matrix, solve} from "ml-matrix";
import {cellsAt, evaluate, keysOf, valueAt, type Inputs, type Run, type TableInput} from "../sheet/index.js";
import {pow} from "../sheet/power.js";
import {fittedIn, valuesIn, withValues, type Fitted, type Target} from "./fitted-cells.js";
import {validation} from "./model.js";

/** The fitted values by key of the table `fitted_value`, in their units. */
export type Fit = ReadonlyMap<string, number>;

/** An error of the logarithm beyond which a measurement counts less. */
const tolerance = 0.1;
/** The error of a measurement against which the priors are weighed. */
const noise = 0.12;
const rounds = 12;

/**
 * Fits the values of the table `fitted_value` that belong to a target: Levenberg-Marquardt on log(predicted / measured)
 * with a soft-L1 loss and the priors, in logarithms within bounds. It starts from `from`, or from the priors. Slopes
 * are taken at each measurement's best way of serving, as draws of one run. Deterministic.
 */
export function fit(inputs: Inputs, {target = "rate", from, iterations = rounds}: FitOptions = {}): Fit {
  const problem = new Problem(inputs, target);
  let point = problem.start(from);
  let now = problem.at(point);
  let damping = 1e-2;
  for (let i = 0; i < iterations; ++i) {
    const jacobian = problem.jacobian(point, now);
    const before = now.cost;
    for (let tries = 0; tries < 5; ++tries) {
      const next = problem.step(point, now.residuals, jacobian, damping);
      const then = problem.at(next);
      if (then.cost < now.cost) {
        [point, now] = [next, then];
        damping = Math.max(damping / 5, 1e-6);
        break;
      }
      damping *= 8;
    }
    if (before - now.cost < 1e-4 * before) break;
  }
  return problem.fitOf(point);
}

/** What is fitted, where a fit starts, and how many steps it takes at most. */
export interface FitOptions {
  target?: Target;
  from?: Fit;
  iterations?: number;
}

/** What is known of the fitted values beforehand. */
export function priorsIn(inputs: Inputs): Fit {
  return new Map(fittedIn(inputs).map(({key, prior}) => [key, prior]));
}

/** The inputs with the values of a fit in place. */
export function withFit(inputs: Inputs, one: Fit): Inputs {
  const fitted = fittedIn(inputs);
  const typed = valuesIn(inputs, fitted);
  return withValues(inputs, fitted, [fitted.map(({key}, i) => one.get(key) ?? typed[i]!)]);
}

/**
 * The inputs with the ways of serving that could become the best of a measurement if fitted values change a little:
 * those with at least some share of the throughput of the best.
 */
export function withNearOptions(inputs: Inputs, least = 0.6): Inputs {
  const run = evaluate(validation, inputs, {
    only: ["measurement.best", "measurement.arrival_interval", "serving_option.request_rate"]
  });
  const rate = cellsAt(run, "serving_option.request_rate", 0)!;
  const offered = cellsAt(run, "measurement.arrival_interval", 0)!;
  const best = bestRows(run);
  const {deployment} = inputs.serving_option!.columns;
  const place = new Map(inputs.measurement!.keys.map((key, row) => [key, row]));
  return withOptions(inputs, (row) => {
    const measurement = place.get(String(deployment!.values[row]))!;
    return offered[measurement]! > 0 || rate[row]! >= least * rate[best[measurement]!]!;
  });
}

/** Residuals and cost at a point, and the row of the best option of each measurement. */
interface State {
  residuals: Float64Array;
  best: number[];
  cost: number;
}

/** The column of `measurement` that predicts each target. */
const predictedBy = {rate: "predicted_rate", power: "device_power", ttft: "mean_ttft"} as const;

/** The column of `measurement` that holds what was measured of it, other than rates. */
const measuredAs = {power: "measured_power", ttft: "measured_ttft"} as const;

class Problem {
  private readonly fitted: Fitted[];
  private readonly prior: number[];
  private readonly measured: Float64Array;

  private readonly predicted: string;

  constructor(
    private readonly inputs: Inputs,
    target: Target
  ) {
    this.fitted = fittedIn(inputs).filter((one) => one.target === target);
    this.prior = this.fitted.map(({prior}) => log(prior));
    this.predicted = `measurement.${predictedBy[target]}`;
    this.measured = target === "rate" ? measuredRates(inputs) : measuredIn(inputs, measuredAs[target]);
  }

  start(from?: Fit): number[] {
    return this.fitted.map(({key, prior}) => log(from?.get(key) ?? prior));
  }

  fitOf(point: readonly number[]): Fit {
    return new Map(this.fitted.map(({key}, i) => [key, exp(point[i]!)]));
  }

  at(point: readonly number[]): State {
    const run = this.run(this.inputs, [point], [this.predicted, "measurement.best"]);
    const residuals = this.residuals(run, 1);
    return {residuals, best: bestRows(run), cost: this.cost(residuals, point)};
  }

  /** The slope of each residual in each value, with every measurement served as it is best at the point. */
  jacobian(point: readonly number[], {best}: State): Float64Array[] {
    const step = 1e-3;
    const kept = new Set(best);
    const inputs = withOptions(this.inputs, (row) => kept.has(row));
    const moved = point.map((_, at) => point.map((x, i) => (i === at ? x + step : x)));
    const points = [point, ...moved];
    const all = this.residuals(this.run(inputs, points, [this.predicted]), points.length);
    const n = this.measured.length;
    return point.map((_, at) =>
      Float64Array.from({length: n}, (_, row) => (all[(at + 1) * n + row]! - all[row]!) / step)
    );
  }

  step(point: readonly number[], residuals: Float64Array, jacobian: Float64Array[], damping: number): number[] {
    const size = point.length;
    const weight = residuals.map((residual) => 1 / Math.sqrt(1 + pow(residual / tolerance, 2)));
    const normal = Matrix.zeros(size, size);
    const slope = Matrix.zeros(size, 1);
    jacobian.forEach((a, i) => {
      slope.set(i, 0, weighted(weight, a, residuals) + this.pull(i) * (point[i]! - this.prior[i]!));
      jacobian.forEach((b, j) => normal.set(i, j, weighted(weight, a, b)));
      normal.set(i, i, (normal.get(i, i) + this.pull(i)) * (1 + damping));
    });
    const change = solve(normal, slope);
    return point.map((x, i) => this.bounded(x - change.get(i, 0), i));
  }

  private bounded(x: number, i: number): number {
    const {least, most} = this.fitted[i]!;
    return Math.min(log(most), Math.max(log(least), x));
  }

  /** The weight of a squared distance from the prior. */
  private pull(i: number): number {
    return pow(noise / this.fitted[i]!.spread, 2);
  }

  private cost(residuals: Float64Array, point: readonly number[]): number {
    const loss = residuals.reduce(
      (sum, r) => sum + 2 * pow(tolerance, 2) * (Math.sqrt(1 + pow(r / tolerance, 2)) - 1),
      0
    );
    return loss + point.reduce((sum, x, i) => sum + this.pull(i) * pow(x - this.prior[i]!, 2), 0);
  }

  private run(inputs: Inputs, points: readonly (readonly number[])[], only: readonly string[]): Run {
    const values = points.map((point) => point.map(exp));
    return evaluate(validation, withValues(inputs, this.fitted, values), {draws: points.length, only});
  }

  /** log(predicted / measured), the measurements of a point contiguous; 0 where either is missing. */
  private residuals(run: Run, points: number): Float64Array {
    const predicted = cellsAt(run, this.predicted, 0)!;
    const out = new Float64Array(points * this.measured.length);
    this.measured.forEach((measured, row) => {
      for (let draw = 0; draw < points; ++draw) {
        const error = log(predicted[row * points + draw]! / measured);
        out[draw * this.measured.length + row] = Number.isFinite(error) ? error : 0;
      }
    });
    return out;
  }
}

/** Measured tokens per GPU and second, in the order of the measurements: output, or else all. */
export function measuredRates({measurement}: Inputs): Float64Array {
  const {columns} = measurement!;
  return Float64Array.from(columns.output_rate!.values, (rate, row) => Number(rate ?? columns.total_rate!.values[row]));
}

/** A column of measurements in their order; NaN where it was not measured. */
function measuredIn({measurement}: Inputs, column: string): Float64Array {
  return Float64Array.from(measurement!.columns[column]!.values, (value) => Number(value ?? NaN));
}

function weighted(weight: Float64Array, a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < weight.length; ++row) sum += weight[row]! * a[row]! * b[row]!;
  return sum;
}

function bestRows(run: Run): number[] {
  const place = new Map(keysOf(run, "serving_option").map((key, row) => [key, row]));
  return keysOf(run, "measurement").map((_, row) => place.get(valueAt(run, "measurement.best", row, 0) as string)!);
}

/** The inputs with some of the ways of serving. */
function withOptions(inputs: Inputs, wanted: (row: number) => boolean): Inputs {
  const {keys, columns} = inputs.serving_option!;
  const rows = keys.flatMap((_, row) => (wanted(row) ? [row] : []));
  const kept = Object.entries(columns).map(([name, {values}]) => [name, {values: rows.map((row) => values[row]!)}]);
  const serving_option: TableInput = {
    keys: rows.map((row) => keys[row]!),
    columns: Object.fromEntries(kept) as TableInput["columns"]
  };
  return {...inputs, serving_option};
}
