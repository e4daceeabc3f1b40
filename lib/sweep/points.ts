import {applyScenario} from "../model/index.js";
import {ensemble, needed, type Ensemble, type Inputs, type Model} from "../sheet/index.js";
import {drawInputs, type DrawnInputs, type Sketches} from "../uncertainty/index.js";
import {scenarioAt, type Sweep} from "./resolve.js";
import type {Group, GroupRuns} from "./group-runs.js";

/** The chain: numeric axes and draws are lanes of one ensemble. */
export class Points implements Group {
  private readonly ensemble: Ensemble;
  private readonly inputs: DrawnInputs;
  /** Columns on which some output depends. */
  private readonly read: ReadonlySet<string>;

  constructor(
    readonly sweep: Sweep,
    group: number
  ) {
    const {base, months} = sweep;
    const scenario = scenarioAt(sweep, group * sweep.pointsPerGroup);
    const {model, inputs} = applyScenario(base.chain, scenario);
    const columns = [...new Set([...sweep.headline, ...sweep.quantiles].map(({column}) => column))];
    this.inputs = drawnOf(sweep, model, inputs, columns, scenario.start);
    this.read = new Set(needed(model, columns).map(({id}) => id));
    const varied = sweep.numeric
      .flatMap(({cells}) => cells.map(({column}) => column.id))
      .filter((id) => this.read.has(id));
    const uncertain = [...new Set([...this.inputs.drivers.map(({column}) => column), ...varied])];
    this.ensemble = ensemble(model, inputs, {months, start: scenario.start, only: columns, uncertain});
  }

  run(from: number, to: number, sketchesOf?: (run: number) => Sketches): GroupRuns {
    const {headline, at} = this.sweep;
    const values = new Float64Array(headline.length * at.length * (to - from));
    const {drivers} = this.inputs;
    const drawn = this.drawn(from, to);
    for (let start = from; start < to; start += this.ensemble.block) {
      const count = Math.min(this.ensemble.block, to - start);
      this.fill(start, count, drawn, start - from);
      this.ensemble.run((month) => {
        this.keep(values, month, start - from, count, to - from);
        if (sketchesOf) this.count(month, start, count, sketchesOf);
      });
    }
    return {values, drivers, drawn};
  }

  /** The drivers' values in some runs; every point has the same draws. */
  private drawn(from: number, to: number): Float64Array[] {
    const {draws} = this.sweep;
    const drawn = this.inputs.drivers.map(() => new Float64Array(to - from));
    for (let run = from; run < to;) {
      const draw = run % draws;
      const length = Math.min(to - run, draws - draw);
      this.inputs.values(draw, draw + length).forEach((values, i) => drawn[i]!.set(values, run - from));
      run += length;
    }
    return drawn;
  }

  /** Fills the lanes with a block's inputs: draws of the drivers, values of the numeric axes. */
  private fill(start: number, count: number, drawn: readonly Float64Array[], offset: number): void {
    const {draws} = this.sweep;
    this.inputs.drivers.forEach(({column, row}, i) =>
      this.lanes(column, row, (lane) => drawn[i]![offset + lane]!, count)
    );
    let step = 1;
    for (const {cells, cases} of [...this.sweep.numeric].reverse()) {
      const every = step;
      const caseOf = (lane: number) => cases[Math.floor(Math.floor((start + lane) / draws) / every) % cases.length]!;
      cells.forEach(({column: {id}, row}, i) => {
        if (this.read.has(id)) this.lanes(id, row, (lane) => Number(caseOf(lane).overrides[i]!.value), count);
      });
      step *= cases.length;
    }
  }

  /** Lanes beyond the block's last run repeat its first and are ignored. */
  private lanes(column: string, row: number, value: (lane: number) => number, count: number): void {
    const {cells, draws} = this.ensemble.slab(column);
    for (let lane = 0; lane < draws; ++lane) cells[row * draws + lane] = value(lane < count ? lane : 0);
  }

  private keep(values: Float64Array, month: number, offset: number, count: number, length: number): void {
    const {headline, at} = this.sweep;
    const place = at.indexOf(month);
    if (place < 0) return;
    headline.forEach(({column, row}, output) => {
      const {cells, draws} = this.ensemble.slab(column);
      const to = (output * at.length + place) * length + offset;
      if (draws === 1) values.fill(cells[row]!, to, to + count);
      else values.set(cells.subarray(row * draws, row * draws + count), to);
    });
  }

  private count(month: number, start: number, count: number, sketchesOf: (run: number) => Sketches): void {
    const {quantiles, months} = this.sweep;
    quantiles.forEach(({column, row}, output) => {
      const {cells, draws} = this.ensemble.slab(column);
      const halves = new Int32Array(cells.buffer, cells.byteOffset, 2 * cells.length);
      for (let lane = 0; lane < count; ++lane)
        sketchesOf(start + lane).add(output * months + month, halves, draws === 1 ? row : row * draws + lane, 1);
    });
  }
}

function drawnOf(
  {spec, base, draws, months}: Sweep,
  model: Model,
  inputs: Inputs,
  columns: readonly string[],
  start: string
): DrawnInputs {
  if (spec.sampler === "central") return {drivers: [], draws: 1, values: () => []};
  const design = {spread: spec.sampler, draws, seed: spec.seed};
  return drawInputs(model, {
    inputs,
    months,
    start,
    design,
    correlations: base.correlations,
    outputs: [],
    at: [],
    series: columns
  });
}
