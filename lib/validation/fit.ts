import {Matrix, solve} from "ml-matrix";
import {cellsAt, evaluate, type Inputs, type InputValues, type Run, type TableInput} from "../sheet/index.js";
import {validation} from "./model.js";
import {pow} from "../sheet/power.js";

/** The factors of one family of accelerators, in the units of its table. */
export interface Factors {
  compute_efficiency: number;
  bandwidth_efficiency: number;
  layer_latency: number;
  link_efficiency: number;
}

/** What is fitted: the factors by family, and the gain of software a year. */
export interface Fit {
  families: Map<string, Factors>;
  software_maturity: number;
}

/** Where a fit starts and what it is drawn to where measurements say little: the judgement of before the fit. */
const prior: Factors = {
  compute_efficiency: 0.75,
  bandwidth_efficiency: 0.75,
  layer_latency: 0.03,
  link_efficiency: 0.35
};
const priorMaturity = 0.05;

/** An error of the logarithm beyond which a measurement counts less. */
const tolerance = 0.1;
/** How hard factors are drawn to the prior: the weight of a squared step in the transformed factor. */
const pull = 0.2;
const rounds = 9;

/** The names of the factors. */
export const names = Object.keys(prior) as (keyof Factors)[];

/**
 * Fits the factors of the families that the measurements ran on: Levenberg-Marquardt on log(predicted / measured) with
 * a soft-L1 loss, shares in logits, latency and maturity in logarithms. The five directions of all families are steps
 * side by side, as draws of one run. Deterministic.
 */
export function fit(inputs: Inputs, iterations = rounds): Fit {
  const problem = new Problem(inputs);
  let point = problem.start();
  let damping = 1e-2;
  for (let i = 0; i < iterations; ++i) {
    const {residuals, jacobian} = problem.linearize(point);
    const cost = problem.cost(residuals, point);
    for (let tries = 0; tries < 6; ++tries) {
      const next = problem.step(point, residuals, jacobian, damping);
      if (problem.cost(problem.residuals(next), next) < cost) {
        point = next;
        damping = Math.max(damping / 4, 1e-6);
        break;
      }
      damping *= 6;
    }
  }
  return problem.fitOf(point);
}

/** The inputs with the factors of a fit in place. */
export function withFit(inputs: Inputs, one: Fit): Inputs {
  return withFactors(inputs, (key, name, typed) => ({values: [one.families.get(key)?.[name] ?? typed]}), {
    values: [one.software_maturity]
  });
}

/** The inputs with other factors, family by family, and another gain of software. */
function withFactors(
  inputs: Inputs,
  factor: (family: string, name: keyof Factors, typed: number | null) => Cells,
  software_maturity: Cells
): Inputs {
  const {accelerator_family: table, parameter} = inputs as Inputs &
    Record<"accelerator_family" | "parameter", TableInput>;
  const replaced = names.map((name) => {
    const typed = table.columns[name]!.values as (number | null)[];
    return [name, joined(table.keys.map((key, row) => factor(key, name, typed[row]!)))] as const;
  });
  return {
    ...inputs,
    accelerator_family: {...table, columns: {...table.columns, ...Object.fromEntries(replaced)}},
    parameter: {...parameter, columns: {...parameter.columns, software_maturity}}
  };
}

/** A cell's value, or its values draw by draw. */
type Cells = Pick<InputValues, "values" | "samples">;

function joined(rows: readonly Cells[]): Cells {
  const values = rows.flatMap((row) => row.values);
  return rows.every(({samples}) => samples)
    ? {values, samples: Float64Array.from(rows.flatMap(({samples}) => [...samples!]))}
    : {values};
}

class Problem {
  private readonly families: string[];
  /** The family of each measurement. */
  private readonly family: number[];
  private readonly measured: Float64Array;

  constructor(private readonly inputs: Inputs) {
    const {accelerator, measurement} = inputs as Inputs & Record<"accelerator" | "measurement", Inputs[string]>;
    const of = measurement.columns.accelerator!.values.map(
      (key) => accelerator.columns.accelerator_family!.values[accelerator.keys.indexOf(key as string)] as string
    );
    this.families = [...new Set(of)].sort();
    this.family = of.map((key) => this.families.indexOf(key));
    this.measured = Float64Array.from(measurement.columns.output_rate!.values, (rate, row) =>
      Number(rate ?? measurement.columns.total_rate!.values[row])
    );
  }

  start(): number[] {
    return [...this.families.flatMap(() => names.map((name) => transform(name, prior[name]))), Math.log(priorMaturity)];
  }

  fitOf(point: readonly number[]): Fit {
    const factors = (family: number): Factors =>
      Object.fromEntries(
        names.map((name, i) => [name, inverse(name, point[family * names.length + i]!)])
      ) as unknown as Factors;
    return {
      families: new Map(this.families.map((key, family) => [key, factors(family)])),
      software_maturity: Math.exp(point.at(-1)!)
    };
  }

  residuals(point: readonly number[]): Float64Array {
    return this.errors([point]).subarray(0, this.measured.length);
  }

  /** Residuals, and their slope in each direction that concerns a measurement: four of its family, one of all. */
  linearize(point: readonly number[]): {residuals: Float64Array; jacobian: number[][]} {
    const step = 1e-3;
    const moved = (direction: number): number[] =>
      point.map((x, i) => ((i === point.length - 1 ? names.length : i % names.length) === direction ? x + step : x));
    const draws = names.length + 2;
    const n = this.measured.length;
    const all = this.errors([point, ...Array.from({length: names.length + 1}, (_, i) => moved(i))]);
    const residuals = all.subarray(0, n);
    const jacobian = Array.from({length: n}, (_, row) =>
      Array.from({length: draws - 1}, (_, i) => (all[(i + 1) * n + row]! - residuals[row]!) / step)
    );
    return {residuals, jacobian};
  }

  step(point: readonly number[], residuals: Float64Array, jacobian: number[][], damping: number): number[] {
    const size = point.length;
    const start = this.start();
    const normal = Matrix.zeros(size, size);
    const slope = Matrix.zeros(size, 1);
    residuals.forEach((residual, row) => {
      const weight = 1 / Math.sqrt(1 + pow(residual / tolerance, 2));
      const columns = [...names.map((_, i) => this.family[row]! * names.length + i), size - 1];
      columns.forEach((a, i) => {
        slope.set(a, 0, slope.get(a, 0) + weight * jacobian[row]![i]! * residual);
        columns.forEach((b, j) =>
          normal.set(a, b, normal.get(a, b) + weight * jacobian[row]![i]! * jacobian[row]![j]!)
        );
      });
    });
    for (let i = 0; i < size; ++i) {
      slope.set(i, 0, slope.get(i, 0) + pow(pull, 2) * (point[i]! - start[i]!));
      normal.set(i, i, (normal.get(i, i) + pow(pull, 2)) * (1 + damping));
    }
    const change = solve(normal, slope);
    return point.map((x, i) => x - change.get(i, 0));
  }

  cost(residuals: Float64Array, point: readonly number[]): number {
    const start = this.start();
    const loss = residuals.reduce(
      (sum, r) => sum + 2 * pow(tolerance, 2) * (Math.sqrt(1 + pow(r / tolerance, 2)) - 1),
      0
    );
    return loss + point.reduce((sum, x, i) => sum + pow(pull * (x - start[i]!), 2), 0);
  }

  /** log(predicted / measured) at each point, measurements contiguous; 0 where there is no prediction. */
  private errors(points: readonly (readonly number[])[]): Float64Array {
    const run = evaluate(validation, this.sampled(points), {
      draws: points.length,
      only: ["measurement.predicted_rate"]
    });
    const rates = ratesOf(run);
    const out = new Float64Array(points.length * this.measured.length);
    this.measured.forEach((measured, row) =>
      points.forEach((_, draw) => {
        const error = Math.log(rates[row * points.length + draw]! / measured);
        out[draw * this.measured.length + row] = Number.isFinite(error) ? error : 0;
      })
    );
    return out;
  }

  private sampled(points: readonly (readonly number[])[]): Inputs {
    const fits = points.map((point) => this.fitOf(point));
    return withFactors(
      this.inputs,
      (key, name, typed) =>
        drawn(
          typed,
          fits.map(({families}) => families.get(key)?.[name] ?? Number(typed))
        ),
      drawn(
        null,
        fits.map((one) => one.software_maturity)
      )
    );
  }
}

function drawn(value: number | null, samples: readonly number[]): Cells {
  return {values: [value], samples: Float64Array.from(samples)};
}

function ratesOf(run: Run): Float64Array {
  return cellsAt(run, "measurement.predicted_rate", 0)!;
}

function transform(name: keyof Factors, value: number): number {
  return name === "layer_latency" ? Math.log(value) : Math.log(value / (1 - value));
}

function inverse(name: keyof Factors, value: number): number {
  return name === "layer_latency" ? Math.exp(value) : 1 / (1 + Math.exp(-value));
}
