import type {PublishedColumn, PublishedTable} from "../export/published.js";
import {Sketches} from "../uncertainty/index.js";
import {casesAt, type Sweep} from "./resolve.js";
import {prepareGroup} from "./group.js";
import {type Group, type GroupRuns} from "./group-runs.js";

/**
 * Draws of a point that are counted together, whichever shard computes them, so that tables do not depend on shards.
 */
export const SLICE = 4096;

/** Runs computed between checks whether to continue. */
const CHUNK = 512;

/** Runs `from` up to, but excluding, `to`. */
export interface Runs {
  from: number;
  to: number;
}

/** A shard's tables for one partition, of which each makes a file of the data set. */
export interface Part {
  /** Label of the first structural axis; empty if there is none. */
  partition: string;
  tables: PublishedTable[];
}

/** Maximum number of pieces into which a sweep can be cut. */
export function slicesOf({points, draws}: Sweep): number {
  return points * Math.ceil(draws / SLICE);
}

/** The runs of a shard: whole slices, divided evenly among shards. */
export function runsOf(sweep: Sweep, index: number, count: number): Runs {
  const slices = slicesOf(sweep);
  const bound = (shard: number): number => {
    const slice = Math.floor((shard * slices) / count);
    const each = Math.ceil(sweep.draws / SLICE);
    return Math.floor(slice / each) * sweep.draws + (slice % each) * SLICE;
  };
  return {from: bound(index), to: bound(index + 1)};
}

/** Computes some runs. The same run gives the same row, whatever else is requested. `proceed` is told the progress. */
export function computeRuns(sweep: Sweep, {from, to}: Runs, proceed: (done: number) => void = () => undefined): Part[] {
  const perGroup = sweep.pointsPerGroup * sweep.draws;
  const parts: Part[] = [];
  for (let start = from; start < to;) {
    const partition = partitionOf(sweep, start);
    const rows = new Rows(sweep);
    for (; start < to && partitionOf(sweep, start) === partition;) {
      const group = Math.floor(start / perGroup);
      const end = Math.min(to, (group + 1) * perGroup);
      addGroup(rows, prepareGroup(sweep, group), group * perGroup, {from: start, to: end}, (done) =>
        proceed(done - from)
      );
      start = end;
    }
    parts.push({partition, tables: rows.tables()});
  }
  return parts;
}

/** The name of the axis by which parts are partitioned, if any. */
export function partitionAxis({structural}: Sweep): string | undefined {
  return structural[0]?.name;
}

function addGroup(rows: Rows, group: Group, first: number, {from, to}: Runs, proceed: (done: number) => void): void {
  for (let start = from; start < to; start += CHUNK) {
    const end = Math.min(to, start + CHUNK);
    rows.add({from: start, to: end}, group.run(start - first, end - first, rows.sketchesOf(first)));
    proceed(end);
  }
}

function partitionOf(sweep: Sweep, run: number): string {
  return sweep.structural.length === 0 ? "" : String(casesAt(sweep, Math.floor(run / sweep.draws))[0]!.label);
}

type Values = (number | string | null)[];

/** Collects rows of one partition's tables. */
class Rows {
  private readonly columns = new Map<string, PublishedColumn>();
  private readonly slices = new Map<number, Sketches>();
  private rows = 0;

  constructor(readonly sweep: Sweep) {
    this.declare("run", "number", "1", "Number of the run: point by point, draw by draw");
    this.declare("point", "number", "1", "Number of the combination of axes");
    this.declare("draw", "number", "1", "Number of the draw: the same draws in every point");
    this.declare("month", "number", "month", "Month of the run, from 0");
    for (const {name, cases} of this.axes())
      this.declare(name, cases.every(({label}) => typeof label === "number") ? "number" : "text", "", `Axis ${name}`);
    for (const {name, unit, description} of sweep.headline) this.declare(name, "number", unit, description);
  }

  /** The sketches for a group whose first run has this number; undefined if nothing is counted. */
  sketchesOf(first: number): ((run: number) => Sketches) | undefined {
    const {quantiles, months} = this.sweep;
    if (quantiles.length === 0) return undefined;
    return (run) => {
      const slice = sliceOf(this.sweep, first + run);
      const sketches = this.slices.get(slice) ?? new Sketches(quantiles.length * months);
      this.slices.set(slice, sketches);
      return sketches;
    };
  }

  add({from, to}: Runs, {values, drivers, drawn}: GroupRuns): void {
    const {sweep} = this;
    const {at, draws, headline, spec} = sweep;
    if (headline.length === 0) return;
    const kept = spec.outputs.draws ? drivers : [];
    for (const {cell} of kept) this.declare(cell, "number", "", "Drawn input");
    for (let run = from; run < to; ++run) {
      const point = Math.floor(run / draws);
      const labels = this.labelsAt(point);
      at.forEach((month, place) => {
        this.push([run, point, run % draws, month, ...labels]);
        headline.forEach(({name}, output) =>
          this.put(name, values[(output * at.length + place) * (to - from) + run - from]!)
        );
        kept.forEach(({cell}, i) => this.put(cell, drawn[i]![run - from]!));
        ++this.rows;
      });
    }
  }

  tables(): PublishedTable[] {
    const columns = [...this.columns.values()].map((column) => ({...column, values: padded(column.values, this.rows)}));
    const description = "Figures of each run in each month kept.";
    const runs: PublishedTable = {name: "runs", description, cells: {kind: "none"}, columns};
    return [...(this.rows > 0 ? [runs] : []), ...(this.slices.size > 0 ? [countTable(this.sweep, this.slices)] : [])];
  }

  private axes() {
    return [...this.sweep.structural.slice(1), ...this.sweep.numeric];
  }

  private labelsAt(point: number): (number | string)[] {
    const labels = casesAt(this.sweep, point).map(({label}) => label);
    return this.sweep.structural.length > 0 ? labels.slice(1) : labels;
  }

  private declare(name: string, type: "number" | "text", unit: string, description: string): void {
    if (!this.columns.has(name)) this.columns.set(name, {name, type, unit, description, values: []});
  }

  private push(values: Values): void {
    let i = 0;
    for (const {values: column} of this.columns.values()) {
      if (i === values.length) return;
      column.push(values[i++]!);
    }
  }

  private put(name: string, value: number): void {
    const {values} = this.columns.get(name)!;
    while (values.length < this.rows) values.push(null);
    values.push(value);
  }
}

function padded(values: Values, length: number): Values {
  return values.length === length ? values : [...values, ...Array<null>(length - values.length).fill(null)];
}

function sliceOf({draws}: Sweep, run: number): number {
  return Math.floor(run / draws) * Math.ceil(draws / SLICE) + Math.floor((run % draws) / SLICE);
}

/** Counts of values in buckets a 128th wide, so that counts of slices can be added and quantiles computed. */
function countTable(sweep: Sweep, slices: ReadonlyMap<number, Sketches>): PublishedTable {
  const each = Math.ceil(sweep.draws / SLICE);
  const {quantiles, months} = sweep;
  const rows = [...slices].flatMap(([slice, sketches]) =>
    quantiles.flatMap(({name}, output) =>
      Array.from({length: months}, (_, month) =>
        sketches
          .counts(output * months + month)
          .map(
            ([value, count]) =>
              [Math.floor(slice / each), slice, month, name, Number.isNaN(value) ? null : value, count] as const
          )
      ).flat()
    )
  );
  const column = (place: number, name: string, type: "number" | "text", unit: string, description: string) => ({
    name,
    type,
    unit,
    description,
    values: rows.map((row) => row[place]!)
  });
  return {
    name: "counts",
    description: "Counts of each figure's values in a slice of a point's draws, by month.",
    cells: {kind: "none"},
    columns: [
      column(0, "point", "number", "1", "Number of the combination of axes"),
      column(1, "slice", "number", "1", `Number of the slice of ${SLICE} draws`),
      column(2, "month", "number", "month", "Month of the run, from 0"),
      column(3, "output", "text", "", "Figure"),
      column(4, "value", "number", "", "Middle of the bucket, within 0.4 % of the value; missing where the figure is"),
      column(5, "count", "number", "1", "Number of draws")
    ]
  };
}
