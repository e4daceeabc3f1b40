import {amend, ensemble, type Amendment, type Ensemble, type Inputs, type Model} from "../sheet/index.js";
import {bundles, correlate, type Bundle, type Correlation} from "./correlation.js";
import {quantileOf, type Quantile} from "./distribution.js";
import {distributionOf, driversOf, type Driver} from "./driver.js";
import {mixed} from "./saltelli.js";
import {uniforms, type Design, type Uniform} from "./sampler.js";
import {Sketches} from "./sketch.js";

/** What is drawn and what is kept of it: plain data, so that it can be sent to a worker. */
export interface Study {
  inputs: Inputs;
  /** Formulas in place of the model's. */
  formulas?: readonly Amendment[];
  months: number;
  /** First month, YYYY-MM. */
  start: string;
  design: Design;
  /** How the draws are put together; as the design says, where nothing is said. */
  scheme?: Scheme;
  correlations: readonly Correlation[];
  /** Columns (`table.column`) of tables of one row whose every draw is kept, in these months. */
  outputs: readonly string[];
  at: readonly number[];
  /** Columns whose quantiles are wanted, in every row and month. */
  series: readonly string[];
}

/**
 * `swaps`: for Sobol' indices, matrices A and B of the design's draws, and A with one factor (drivers, by their place in
 * the list) from B. `ends`: one driver after another at its low and at its high end, the others central; all central last.
 */
export type Scheme = {kind: "swaps"; factors: readonly (readonly number[])[]} | {kind: "ends"};

/** What of a study may change without the model being prepared again; without a scheme, draws are as the design says. */
export interface StudyChanges {
  design: Design;
  scheme?: Scheme;
  at: readonly number[];
}

/** Draws `from` to before `to` of a study: output by output, month by month, draw by draw. */
export interface Draws {
  from: number;
  to: number;
  values: Float64Array;
}

/** The uncertain inputs of a study in its draws. */
export interface DrawnInputs {
  drivers: readonly Driver[];
  /** How many draws there are. */
  draws: number;
  /** The values of the drivers, or of those at some places of the list, in a part of the draws: driver by driver. */
  values: (from: number, to: number, places?: readonly number[]) => Float64Array[];
}

/** A study made ready to run on this thread, any part of it in any order. */
export interface PreparedStudy extends DrawnInputs {
  run: (from: number, to: number) => Draws;
  /** The same columns of the same inputs in other draws or months: nothing is compiled again. Counts begin anew. */
  vary: (changes: StudyChanges) => PreparedStudy;
  /** Counts of all the series' values in what has run so far: column by column, month by month, row by row. */
  sketches: Sketches;
}

/** Prepares a study. The same study gives the same draws, whole or in parts, here or elsewhere. */
export function prepare(model: Model, study: Study): PreparedStudy {
  return new Runner(amended(model, study), study);
}

/** Draws the uncertain inputs of a study, without running the model. */
export function drawInputs(model: Model, study: Study): DrawnInputs {
  return inputsIn(amended(model, study), study);
}

function amended(model: Model, {formulas = []}: Study): Model {
  return amend(model, formulas);
}

function inputsIn(model: Model, study: Study): DrawnInputs {
  const {inputs, design, scheme, correlations} = study;
  const drivers = driversOf(model, inputs, wanted(study));
  const names = drivers.map(({cell}) => cell);
  const swaps = scheme?.kind === "swaps" ? scheme.factors : undefined;
  const source: Source =
    scheme?.kind === "ends"
      ? ends(drivers)
      : sampled(
          swaps ? mixed(swaps, design, names) : uniforms(design, names),
          drivers.map((driver) => quantileOf(distributionOf(model, driver))),
          bundles(drivers, correlations)
        );
  return {
    drivers,
    draws: scheme?.kind === "ends" ? 2 * names.length + 1 : design.draws * (swaps ? swaps.length + 2 : 1),
    values: (from, to, places = drivers.map((_, i) => i)) =>
      source(
        Int32Array.from({length: to - from}, (_, i) => from + i),
        places
      )
  };
}

function wanted({outputs, series}: Study): string[] {
  return [...new Set([...outputs, ...series])];
}

class Runner implements PreparedStudy {
  readonly drivers: readonly Driver[];
  readonly draws: number;
  readonly values: DrawnInputs["values"];
  readonly sketches: Sketches;
  private readonly ensemble: Ensemble;

  constructor(
    readonly model: Model,
    readonly study: Study,
    prepared?: Ensemble
  ) {
    const {inputs, months, start, series} = study;
    const {drivers, draws, values} = inputsIn(model, study);
    [this.drivers, this.draws, this.values] = [drivers, draws, values];
    const uncertain = [...new Set(drivers.map(({column}) => column))];
    this.ensemble = prepared ?? ensemble(model, inputs, {months, start, only: wanted(study), uncertain});
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

  vary({design, scheme, at}: StudyChanges): PreparedStudy {
    const {scheme: _, ...study} = this.study;
    return new Runner(this.model, {...study, design, at, ...(scheme && {scheme})}, this.ensemble);
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
    const {outputs, at} = this.study;
    const place = at.indexOf(month);
    if (place < 0) return;
    outputs.forEach((id, output) => {
      const {cells, draws} = this.ensemble.slab(id);
      const to = (output * at.length + place) * length + offset;
      if (draws === 1) values.fill(cells[0]!, to, to + count);
      else values.set(cells.subarray(0, count), to);
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

/** The values of the drivers at some places of the list, in some draws. */
type Source = (draws: Int32Array, places: readonly number[]) => Float64Array[];

function sampled(uniform: readonly Uniform[], quantile: readonly Quantile[], bundled: readonly Bundle[]): Source {
  return (draws, places) => {
    const asked = new Set(places);
    const used = bundled.filter(({members}) => members.some((i) => asked.has(i)));
    for (const {members} of used) for (const i of members) asked.add(i);
    const drawn: Float64Array[] = [];
    for (const i of asked) drawn[i] = Float64Array.from(draws, uniform[i]);
    for (const bundle of used) correlate(bundle, drawn, draws.length);
    return places.map((i) => drawn[i]!.map((share) => quantile[i]!(share)));
  };
}

function ends(drivers: readonly Driver[]): Source {
  return (draws, places) =>
    places.map((i) => {
      const {low, central, high} = drivers[i]!;
      return Float64Array.from(draws, (draw) => (draw === 2 * i ? low : draw === 2 * i + 1 ? high : central));
    });
}
