import {ensemble, type Ensemble, type Inputs, type Model} from "../sheet/index.js";
import {bundles, correlate, type Bundle, type Correlation} from "./correlation.js";
import {quantileOf, type Quantile} from "./distribution.js";
import {distributionOf, driversOf, type Driver} from "./driver.js";
import {mixed} from "./saltelli.js";
import {uniforms, type Design, type Uniform} from "./sampler.js";
import {Sketches} from "./sketch.js";
import {certainCells, locate, varied, type Variant} from "./variant.js";

/** What is drawn and what is kept of it: plain data, so that it can be sent to a worker. */
export interface Study {
  inputs: Inputs;
  months: number;
  /** First month, YYYY-MM. */
  start: string;
  design: Design;
  /** How the draws are put together; as the design says, where nothing is said. */
  scheme?: Scheme;
  correlations: readonly Correlation[];
  /** Cells, or columns (`table.column`) of tables of one row, whose every draw is kept, in these months. */
  outputs: readonly string[];
  at: readonly number[];
  /** Columns whose quantiles are wanted, in every row and month. */
  series: readonly string[];
}

/**
 * `swaps`: for Sobol' indices, matrices A and B of the design's draws, and A with one factor (drivers, by their place in
 * the list) from B. `ends`: one driver after another at its low and at its high end, the others central; all central last.
 * `variants`: one variant after another, each with the design's draws and then with everything central.
 */
export type Scheme =
  | {kind: "swaps"; factors: readonly (readonly number[])[]}
  | {kind: "ends"}
  | {kind: "variants"; variants: readonly Variant[]};

/** Draws `from` to before `to` of a study: output by output, month by month, draw by draw. */
export interface Draws {
  from: number;
  to: number;
  values: Float64Array;
}

/** A study made ready to run on this thread, any part of it in any order. */
export interface PreparedStudy {
  drivers: readonly Driver[];
  /** How many draws there are. */
  draws: number;
  run: (from: number, to: number) => Draws;
  /** The drivers' values in a part of the draws: driver by driver. */
  values: (from: number, to: number) => Float64Array[];
  /** Counts of all the series' values in what has run so far: column by column, month by month, row by row. */
  sketches: Sketches;
}

/** Prepares a study. The same study gives the same draws, whole or in parts, here or elsewhere. */
export function prepare(model: Model, study: Study): PreparedStudy {
  return new Runner(model, study);
}

class Runner implements PreparedStudy {
  readonly drivers: Driver[];
  readonly draws: number;
  readonly sketches: Sketches;
  private readonly ensemble: Ensemble;
  private readonly source: (draws: Int32Array) => Float64Array[];
  private readonly places: {column: string; row: number}[];

  constructor(
    readonly model: Model,
    readonly study: Study
  ) {
    const {inputs, months, start, design, scheme, outputs, series} = study;
    this.places = outputs.map((output) => locate(model, inputs, output));
    const only = [...new Set([...this.places.map(({column}) => column), ...series])];
    this.drivers = driversOf(model, inputs, only);
    if (scheme?.kind === "variants")
      this.drivers.push(...certainCells(model, inputs, scheme.variants, {drivers: this.drivers, outputs: only}));
    const names = this.drivers.map(({cell}) => cell);
    if (scheme?.kind === "ends") {
      this.draws = 2 * names.length + 1;
      this.source = (draws) => ends(this.drivers, draws);
    } else if (scheme?.kind === "variants") {
      this.draws = scheme.variants.length * (design.draws + 1);
      const base = this.sampled(uniforms(design, names))(Int32Array.from({length: design.draws}, (_, i) => i));
      this.source = varied(this.drivers, base, scheme.variants, design);
    } else {
      const swaps = scheme?.factors;
      this.draws = design.draws * (swaps ? swaps.length + 2 : 1);
      this.source = this.sampled(swaps ? mixed(swaps, design, names) : uniforms(design, names));
    }
    const uncertain = [...new Set(this.drivers.map(({column}) => column))];
    this.ensemble = ensemble(model, inputs, {months, start, only, uncertain});
    this.sketches = new Sketches(series.reduce((sum, id) => sum + this.rows(id), 0) * months);
  }

  run(from: number, to: number): Draws {
    const {outputs, at} = this.study;
    const values = new Float64Array(outputs.length * at.length * (to - from));
    for (let start = from; start < to; start += this.ensemble.block) {
      const count = Math.min(this.ensemble.block, to - start);
      this.fill(start, count);
      this.ensemble.run((month) => {
        this.keep(values, month, start - from, count, to - from);
        this.count(month, count);
      });
    }
    return {from, to, values};
  }

  values(from: number, to: number): Float64Array[] {
    return this.source(Int32Array.from({length: to - from}, (_, i) => from + i));
  }

  private sampled(uniform: readonly Uniform[]): (draws: Int32Array) => Float64Array[] {
    return sampled(
      uniform,
      this.drivers.map((driver) => quantileOf(distributionOf(this.model, driver))),
      bundles(this.drivers, this.study.correlations)
    );
  }

  private rows(id: string): number {
    const {cells, draws} = this.ensemble.slab(id);
    return cells.length / draws;
  }

  private fill(start: number, count: number): void {
    const values = this.values(start, start + count);
    this.drivers.forEach(({column, row}, i) => {
      const {cells, draws} = this.ensemble.slab(column);
      // What is left of the last block repeats its first draw, and is not looked at.
      cells.fill(values[i]![0]!, row * draws, (row + 1) * draws);
      cells.set(values[i]!, row * draws);
    });
  }

  private keep(values: Float64Array, month: number, offset: number, count: number, length: number): void {
    const {at} = this.study;
    const place = at.indexOf(month);
    if (place < 0) return;
    this.places.forEach(({column, row}, output) => {
      const {cells, draws} = this.ensemble.slab(column);
      const to = (output * at.length + place) * length + offset;
      if (draws === 1) values.fill(cells[row]!, to, to + count);
      else values.set(cells.subarray(row * draws, row * draws + count), to);
    });
  }

  private count(month: number, count: number): void {
    let first = 0;
    for (const id of this.study.series) {
      const {cells, draws} = this.ensemble.slab(id);
      const rows = cells.length / draws;
      const halves = new Int32Array(cells.buffer, cells.byteOffset, 2 * cells.length);
      for (let row = 0; row < rows; ++row)
        this.sketches.add(first + month * rows + row, halves, row * draws, draws === 1 ? 1 : count);
      first += rows * this.study.months;
    }
  }
}

function sampled(uniform: readonly Uniform[], quantile: readonly Quantile[], bundled: readonly Bundle[]) {
  return (draws: Int32Array): Float64Array[] => {
    const drawn = uniform.map((one) => Float64Array.from(draws, one));
    for (const bundle of bundled) correlate(bundle, drawn, draws.length);
    drawn.forEach((column, i) => {
      for (let k = 0; k < column.length; ++k) column[k] = quantile[i]!(column[k]!);
    });
    return drawn;
  };
}

function ends(drivers: readonly Driver[], draws: Int32Array): Float64Array[] {
  return drivers.map(({low, central, high}, i) =>
    Float64Array.from(draws, (draw) => (draw === 2 * i ? low : draw === 2 * i + 1 ? high : central))
  );
}
