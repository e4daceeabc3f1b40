import {
  overrideFormulas,
  ensemble,
  resolve,
  type FormulaOverride,
  type Ensemble,
  type Inputs,
  type Model,
  type Place
} from "../sheet/index.js";
import type {Correlation} from "./correlation.js";
import type {Driver} from "./driver.js";
import {drawnExpressions, type DrawnExpression} from "./drawn-expressions.js";
import {inputsIn, wantedColumns, type DrawnInputs, type StudyInputs} from "./drawn-inputs.js";
import {orderOf} from "./order.js";
import type {Design} from "./sampler.js";
import {Sketches} from "./sketch.js";
import type {Variant} from "./variant.js";

/** What is drawn and what is kept: plain data that can be sent to a worker. */
export interface Study {
  inputs: Inputs;
  /** Formulas that replace the model's. */
  formulas?: readonly FormulaOverride[];
  months: number;
  /** First month, YYYY-MM. */
  start: string;
  design: Design;
  /** How the draws are combined; plain draws of the design by default. */
  scheme?: Scheme;
  correlations: readonly Correlation[];
  /** Cells, or columns (`table.column`) of single-row tables, of which every draw is kept in these months. */
  outputs: readonly string[];
  at: readonly number[];
  /** Columns whose quantiles are kept, for every row and month. */
  series: readonly string[];
}

/**
 * `swaps`: for Sobol' indices, matrices A and B of the design's draws, and A with one factor (drivers, by index) from
 * B. `ends`: one driver after another at its low and its high end, the others central; the central case last.
 * `variants`: one variant after another, each with the design's draws and then the central case.
 */
export type Scheme =
  | {kind: "swaps"; factors: readonly (readonly number[])[]}
  | {kind: "ends"}
  | {kind: "variants"; variants: readonly Variant[]};

/** What may change about a study without preparing the model again; without a scheme, plain draws of the design. */
export interface StudyChanges {
  design: Design;
  scheme?: Exclude<Scheme, {kind: "variants"}>;
  at: readonly number[];
}

/** Draws `from` up to, but excluding, `to`: by output, month and draw. */
export interface Draws {
  from: number;
  to: number;
  values: Float64Array;
}

/** A study ready to run on this thread, in any parts and any order. */
export interface PreparedStudy extends DrawnInputs {
  run: (from: number, to: number) => Draws;
  /** All draws, in an order in which those that share most inputs follow one another and take the least time. */
  order: Int32Array;
  /** Runs some draws: their values by output, month and place in the list. */
  take: (draws: Int32Array) => Float64Array;
  /** The same columns and inputs in other draws or months, without recompilation. Counts restart. */
  vary: (changes: StudyChanges) => PreparedStudy;
  /** Counts of all series' values in the draws run so far: by column, month and row. */
  sketches: Sketches;
}

/** Prepares a study. The same study gives the same draws, whole or in parts, on any thread or machine. */
export function prepare(model: Model, study: Study): PreparedStudy {
  return new Runner(overrideFormulas(model, study.formulas ?? []), study);
}

class Runner implements PreparedStudy {
  readonly drivers: readonly Driver[];
  readonly draws: number;
  readonly values: DrawnInputs["values"];
  readonly sketches: Sketches;
  private readonly inputs: StudyInputs;
  private readonly ensemble: Ensemble;
  private readonly places: readonly Place[];
  private readonly live: readonly DrawnExpression[];

  constructor(
    readonly model: Model,
    readonly study: Study,
    prepared?: Ensemble
  ) {
    const {inputs, months, start, outputs, series} = study;
    this.places = outputs.map((output) => resolve({model, inputs}, output));
    this.inputs = inputsIn(model, study);
    const {drivers, draws, values} = this.inputs;
    this.drivers = drivers;
    this.draws = draws;
    this.values = values;
    this.live = drawnExpressions({model, inputs}, drivers, wantedColumns(model, study));
    const uncertain = [...new Set([...drivers, ...this.live].map(({column}) => column))];
    this.ensemble = prepared ?? ensemble(model, inputs, {months, start, only: wantedColumns(model, study), uncertain});
    this.sketches = new Sketches(series.reduce((sum, id) => sum + this.rows(id), 0) * months);
  }

  run(from: number, to: number): Draws {
    return {from, to, values: this.take(Int32Array.from({length: to - from}, (_, i) => from + i))};
  }

  get order(): Int32Array {
    return orderOf(this.draws, this.inputs.alike, this.ensemble.block);
  }

  take(draws: Int32Array): Float64Array {
    const {outputs, at} = this.study;
    const {block} = this.ensemble;
    const values = new Float64Array(outputs.length * at.length * draws.length);
    for (let start = 0; start < draws.length; start += block) {
      const some = draws.subarray(start, start + block);
      const changed = this.fill(this.inputs.valuesOf(some));
      this.ensemble.run((month) => {
        this.keep(values, month, start, some.length, draws.length);
        this.count(month, some.length);
      }, changed);
    }
    return values;
  }

  vary({design, scheme, at}: StudyChanges): PreparedStudy {
    const {scheme: _, ...study} = this.study;
    return new Runner(this.model, {...study, design, at, ...(scheme && {scheme})}, this.ensemble);
  }

  private rows(id: string): number {
    const {cells, draws} = this.ensemble.slab(id);
    return cells.length / draws;
  }

  /** Fills the drivers' cells, and returns the columns in which a cell changed. */
  private fill(values: readonly Float64Array[]): Set<string> {
    const changed = new Set<string>();
    const fillRow = (column: string, row: number, valueIn: (draw: number) => number): void => {
      const {cells, draws} = this.ensemble.slab(column);
      if (put(cells.subarray(row * draws, (row + 1) * draws), valueIn)) changed.add(column);
    };
    this.drivers.forEach(({column, row}, i) => {
      const own = values[i]!;
      // The rest of the last block repeats its first draw and is ignored.
      fillRow(column, row, (draw) => own[draw < own.length ? draw : 0]!);
    });
    for (const {column, row, valueIn} of this.live)
      fillRow(column, row, (draw) =>
        valueIn((id, at) => {
          const source = this.ensemble.slab(id);
          return source.cells[at * source.draws + draw]!;
        })
      );
    return changed;
  }

  private keep(values: Float64Array, month: number, offset: number, count: number, length: number): void {
    const {at} = this.study;
    const place = at.indexOf(month);
    if (place < 0) return;
    this.places.forEach(({column: {id}, row}, output) => {
      const {cells, draws} = this.ensemble.slab(id);
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

/** Fills cells, and returns whether one of them changed. */
function put(cells: Float64Array, valueIn: (draw: number) => number): boolean {
  let changed = false;
  for (let draw = 0; draw < cells.length; ++draw) {
    const value = valueIn(draw);
    if (!Object.is(cells[draw], value)) changed = true;
    cells[draw] = value;
  }
  return changed;
}
