import {aggregates, Groups} from "./aggregate.js";
import type {AnyColumn} from "./column.js";
import {dependents, evaluate, needed, type RunOptions} from "./evaluate.js";
import type {Inputs} from "./inputs.js";
import {joined, meet, originsOf, type Origins} from "./origins.js";
import {factor} from "./unit.js";
import type {Model, ModelColumn} from "./model.js";
import {cellsAt, keysOf, type Run} from "./run.js";
import {schedule} from "./schedule.js";
import {copy, follow, isNumber, keepFinite, type Slab} from "./slab.js";
import type {Gather} from "./vector-gather.js";
import {vectorKernels, type Group, type Place, type VectorKernel} from "./vector-kernel.js";

export interface EnsembleOptions extends Omit<RunOptions, "draws" | "only"> {
  /** The requested columns (`table.column`). */
  only: readonly string[];
  /** The input columns (`table.column`) that differ from draw to draw. */
  uncertain: readonly string[];
  /** Draws per block, an even number. With 32, a month of the reference model fits into a core's cache. */
  block?: number;
}

/** A model ready to run many draws, one block at a time, in a fixed amount of memory. */
export interface Ensemble {
  readonly months: number;
  readonly block: number;
  /** The cells of an uncertain input, to be filled before a run, or of a requested column, to be read in `visit`. */
  slab: (column: string) => Slab;
  /**
   * Runs one block of draws and calls `visit` after each month. `changed` are the inputs that differ from the block
   * before, all unless given: what depends on none of them, and does not change over time, is there already.
   */
  run: (visit: (month: number) => void, changed?: Origins) => void;
}

/**
 * Prepares a model for many draws. Columns that do not depend on an uncertain input are computed once, by `evaluate`;
 * the other formulas become WebAssembly. A cell that cannot be computed is NaN; `evaluate` gives the reason.
 */
export function ensemble(model: Model, inputs: Inputs, options: EnsembleOptions): Ensemble {
  return new Planner(model, inputs, options).plan();
}

/** The needed columns that depend on an uncertain input, in dependency order. */
export function drawnColumns(model: Model, uncertain: readonly string[], only: readonly string[]): ModelColumn[] {
  const columns = needed(model, only);
  const drawn = dependents(
    columns,
    uncertain.map((id) => model.columns.get(id)!)
  );
  return columns.filter((column) => drawn.has(column));
}

type Plan = ReturnType<typeof schedule>;
type Step = Plan[number];

/** A computation once per block of draws. */
interface Once {
  compute: () => void;
  origins: Origins;
}

class Planner {
  private readonly block: number;
  private readonly drawn: ReadonlySet<ModelColumn>;
  private readonly origins: (column: ModelColumn) => Origins;
  private readonly shared: Run;
  private readonly places = new Map<ModelColumn, Place>();
  private memory = new WebAssembly.Memory({initial: 0});
  private month = 0;
  private size = 0;

  constructor(
    readonly model: Model,
    readonly inputs: Inputs,
    readonly options: EnsembleOptions
  ) {
    const {only, uncertain, block = 32, months, start} = options;
    this.block = block;
    this.drawn = new Set(drawnColumns(model, uncertain, only));
    this.origins = originsOf(
      [...this.drawn].filter(({dynamic}) => !dynamic),
      uncertain
    );
    const shared = needed(model, only).filter((column) => !this.drawn.has(column));
    this.shared = evaluate(model, inputs, {
      ...(months && {months}),
      ...(start && {start}),
      only: shared.map(({id}) => id)
    });
    for (const column of [...shared, ...this.drawn]) this.settle(column);
  }

  plan(): Ensemble {
    const {months} = this.shared;
    const [fixed, monthly] = [false, true].map((dynamic) => schedule(this.computed(dynamic))) as [Plan, Plan];
    const kernels = this.compile([...fixed, ...monthly]);
    const changing = [...this.places.keys()].filter((column) => column.dynamic && !this.drawn.has(column));
    for (const column of this.places.keys()) this.fill(column);
    const [once, previous] = [[...this.fixed(fixed, kernels), ...this.preparations(monthly, kernels)], this.previous()];
    const each = this.steps(monthly, kernels);
    let begun = false;
    return {
      months,
      block: this.block,
      slab: (id) => this.slab(this.model.columns.get(id)!),
      run: (visit, changed) => {
        for (const {compute, origins} of once) if (!begun || !changed || meet(origins, changed)) compute();
        begun = true;
        for (let month = 0; month < months; ++month) {
          this.month = month;
          for (const column of changing) this.share(column, month);
          previous(month);
          for (const step of each) step();
          visit(month);
        }
      }
    };
  }

  private rows({table}: ModelColumn): number {
    return keysOf(this, table.name).length;
  }

  private settle(column: ModelColumn): void {
    const drawn = this.drawn.has(column);
    this.places.set(column, {offset: this.allot(this.rows(column) * (drawn ? this.block : 1) * 8), drawn});
  }

  /**
   * Vectors of two draws are aligned to 16 bytes. A spare cache line after each column keeps columns with round sizes
   * from competing for the same few cache lines.
   */
  private allot(bytes: number): number {
    const offset = this.size;
    this.size += 16 * Math.ceil(bytes / 16) + 64;
    return offset;
  }

  private slab(column: ModelColumn): Slab {
    const {offset, drawn} = this.places.get(column)!;
    const [rows, draws] = [this.rows(column), drawn ? this.block : 1];
    return {cells: new Float64Array(this.memory.buffer, offset, rows * draws), start: 0, rows, draws};
  }

  /** Stores what is known before any draw: shared columns, and the certain rows of uncertain inputs. */
  private fill(column: ModelColumn): void {
    if (!this.drawn.has(column)) this.share(column, 0);
    else if (column.definition.kind === "input") {
      const {cells, draws} = this.slab(column);
      const {values} = this.inputs[column.table.name]!.columns[column.name]!;
      values.forEach((value, row) =>
        cells.fill(typeof value === "number" ? value : NaN, row * draws, (row + 1) * draws)
      );
    }
  }

  private share(column: ModelColumn, month: number): void {
    this.slab(column).cells.set(cellsAt(this.shared, column.id, month)!);
  }

  /**
   * The drawn columns that are computed, either those that change over time or those that don't. Inputs are filled and
   * previous columns moved instead.
   */
  private computed(dynamic: boolean): ModelColumn[] {
    return [...this.drawn].filter((column) => {
      const {kind} = column.definition;
      return column.dynamic === dynamic && kind !== "input" && (kind !== "previous" || this.beginsLate(column));
    });
  }

  /**
   * Whether a previous column starts from a column computed in the first month, so that its first value is not known
   * beforehand.
   */
  private beginsLate({definition, reads}: ModelColumn): boolean {
    const first = definition.kind === "previous" ? reads[1]?.column : undefined;
    return first !== undefined && first.dynamic && this.drawn.has(first);
  }

  /** Kernels for formulas, and for lookups and rollups along certain references, with the memory that they need. */
  private compile(plan: Plan): Map<Step, VectorKernel> {
    const pieces = plan.flatMap((step): [Step, Group | Gather][] => {
      const piece = Array.isArray(step)
        ? {kind: "group" as const, columns: step, rows: this.rows(step[0]!)}
        : this.gather(step);
      return piece ? [[step, piece]] : [];
    });
    const instantiate = vectorKernels(
      pieces.map(([, piece]) => piece),
      {
        functions: this.model.functions,
        place: (column) => this.places.get(column)!,
        code: (column, text) => this.textsOf(column).indexOf(text),
        block: this.block,
        allot: (bytes) => this.allot(bytes)
      }
    );
    this.memory = new WebAssembly.Memory({initial: Math.max(1, Math.ceil(this.size / 65536))});
    const kernels = instantiate(this.memory);
    return new Map(pieces.map(([step], i) => [step, kernels[i]!]));
  }

  private steps(plan: Plan, kernels: ReadonlyMap<Step, VectorKernel>): (() => void)[] {
    return plan.map((step) => kernels.get(step)?.compute ?? this.step(step as ModelColumn));
  }

  /** What is computed once per block, with the uncertain inputs that it depends on. */
  private fixed(plan: Plan, kernels: ReadonlyMap<Step, VectorKernel>): Once[] {
    const steps = this.steps(plan, kernels);
    return plan.map((step, i) => ({compute: steps[i]!, origins: joined([step].flat().map(this.origins))}));
  }

  /** Calls whose arguments don't change over time, computed once per block. */
  private preparations(plan: Plan, kernels: ReadonlyMap<Step, VectorKernel>): Once[] {
    return plan.flatMap((step) => {
      const compute = kernels.get(step)?.prepare;
      const read = [step].flat().flatMap(({reads}) => reads.map(({column}) => column));
      return compute ? [{compute, origins: joined(read.filter(({dynamic}) => !dynamic).map(this.origins))}] : [];
    });
  }

  /** A lookup, sum or mean whose references are the same in every draw and month. */
  private gather(column: ModelColumn): Gather | undefined {
    const {definition, reads} = column;
    const place = (name: string | undefined): Place | undefined =>
      this.places.get(reads.find(({column: source}) => source.name === name)?.column ?? column);
    if (definition.kind === "lookup") {
      const index = this.certain(reads[0]!.column);
      const values = this.places.get(reads[1]!.column)!;
      const rows = index && Array.from(index, (row) => (isNumber(row) ? [row] : undefined));
      return rows && {kind: "gather", out: this.places.get(column)!, values, rows};
    }
    if (definition.kind !== "rollup" || !["sum", "weighted_mean"].includes(definition.aggregate)) return undefined;
    const to = column.by ? this.certain(column.by) : new Float64Array(this.rows(reads[0]!.column));
    const rows = Array.from({length: this.rows(column)}, (): number[] => []);
    to?.forEach((target, from) => rows[target]?.push(from));
    const weights = definition.weight === undefined ? undefined : place(definition.weight)!;
    return (
      to && {
        kind: "gather",
        out: this.places.get(column)!,
        values: place(definition.column)!,
        rows,
        ...(weights && {weights})
      }
    );
  }

  /** A column's cells, if they are the same in every draw and month. */
  private certain(column: ModelColumn): Float64Array | undefined {
    return this.drawn.has(column) || column.dynamic ? undefined : cellsAt(this.shared, column.id, 0);
  }

  private textsOf(column: ModelColumn): string[] {
    const source = column.reads.find(({through}) => through === "ref")?.column;
    return source ? this.textsOf(source) : this.shared.cells.get(column.id)!.texts;
  }

  private step(column: ModelColumn): () => void {
    if (column.definition.kind === "previous") {
      const begin = this.beginning(column);
      return () => (this.month === 0 ? begin() : undefined);
    }
    return column.definition.kind === "rollup"
      ? this.rollup(column, column.definition)
      : this.lookup(column, ...column.reads.map((reading) => reading.column));
  }

  private lookup(column: ModelColumn, ...[via, source]: ModelColumn[]): () => void {
    const [out, index, values] = [column, via!, source!].map((one) => this.slab(one)) as [Slab, Slab, Slab];
    return () => follow(out, index, values);
  }

  private rollup(column: ModelColumn, definition: Extract<AnyColumn, {kind: "rollup"}>): () => void {
    const named = (name: string): Slab =>
      this.slab(column.reads.find(({column: source}) => source.name === name)!.column);
    const out = this.slab(column);
    const values = named(definition.column);
    const weights = definition.weight === undefined ? undefined : named(definition.weight);
    const groups = new Groups(out, column.by && this.slab(column.by));
    return () => {
      aggregates[definition.aggregate](groups, values, weights);
      keepFinite(out);
    };
  }

  /** Moves all of last month's values at once, since a previous column may read another. */
  private previous(): (month: number) => void {
    const moves = [...this.drawn].flatMap((column) => {
      const {definition, reads, unit} = column;
      if (definition.kind !== "previous") return [];
      const out = this.slab(column);
      const [source, scale] = [this.slab(reads[0]!.column), factor(reads[0]!.column.unit, unit)];
      const begin = this.beginsLate(column) ? () => {} : this.beginning(column);
      return [{out, begin, source, scale, kept: new Float64Array(out.cells.length)}];
    });
    return (month) => {
      if (month === 0) return moves.forEach(({begin}) => begin());
      for (const {out, source, scale, kept} of moves) copy({...out, cells: kept}, source, scale);
      for (const {out, kept} of moves) out.cells.set(kept);
    };
  }

  /** Sets a previous column's first values: a number, or another column's values. */
  private beginning(column: ModelColumn): () => void {
    const {definition, reads, unit} = column;
    const [out, first] = [this.slab(column), reads[1]?.column];
    const initial = definition.kind === "previous" ? Number(definition.initial) : NaN;
    if (!first) return () => void out.cells.fill(initial);
    const [from, scale] = [this.slab(first), factor(first.unit, unit)];
    return () => copy(out, from, scale);
  }
}
