import {cellName} from "./address.js";
import {aggregates, Groups} from "./aggregate.js";
import {changedColumns} from "./change.js";
import type {AnyColumn} from "./column.js";
import {diagnose, missing, overflow, type Fault} from "./fault.js";
import type {Inputs} from "./inputs.js";
import {isClock, load} from "./load.js";
import {Memory} from "./memory.js";
import type {Model, ModelColumn} from "./model.js";
import {faultAt, keysOf, readCell, startOf, type ColumnCells, type Run} from "./run.js";
import {Reuse} from "./reuse.js";
import {allFinite, copy, follow} from "./slab.js";
import {stages} from "./stage.js";
import {factor} from "./unit.js";
import {Workspace, type CodeOf, type Room} from "./workspace.js";

export interface RunOptions {
  /** Number of months to run; 1 is the first month alone. */
  months?: number;
  /** Values per cell; 1 for a point estimate. */
  draws?: number;
  /** The first month, YYYY-MM. */
  start?: string;
  /**
   * The requested columns (`table.column`), all by default: only they and their precedents are computed, and only they
   * keep every month.
   */
  only?: readonly string[];
  /** An earlier run over as many months and draws, from which unaffected results are reused. */
  from?: Run;
  /** Memory for cells, possibly returned by earlier runs; by default, the run allocates its own. */
  memory?: Memory;
}

/**
 * Runs a model on its inputs: stage by stage in dependency order, month by month, over typed arrays. Throws an
 * `InputError` if a table, column or row is missing; a cell that cannot be computed holds a fault instead.
 */
export function evaluate(model: Model, inputs: Inputs, options: RunOptions = {}): Run {
  return new Runner(model, inputs, options).run(options.from);
}

/** The columns (`table.column`) that the requested ones depend on, including themselves, in order. */
export function needed(model: Model, only: readonly string[]): ModelColumn[] {
  const found = new Set<ModelColumn>();
  const visit = (column: ModelColumn): void => {
    if (found.has(column)) return;
    found.add(column);
    for (const {column: source} of column.reads) visit(source);
  };
  for (const id of only) visit(model.columns.get(id)!);
  return model.order.filter((column) => found.has(column));
}

/** Columns together with their dependents in a list in dependency order, also by way of last month. */
export function dependents(columns: readonly ModelColumn[], on: Iterable<ModelColumn>): Set<ModelColumn> {
  const found = new Set(on);
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const column of columns) if (column.reads.some((reading) => found.has(reading.column))) found.add(column);
  }
  return found;
}

const workspace = new Workspace();

/** Fills a column's cells for a month; a formula may fill several months at once. */
type Step = (month: number, months?: number) => void;

class Runner implements Run {
  readonly months: number;
  readonly draws: number;
  readonly start: string;
  readonly cells = new Map<string, ColumnCells>();
  private readonly columns: readonly ModelColumn[];
  private readonly wanted: ReadonlySet<string>;
  private readonly memory: Memory;
  private reuse: Reuse | undefined;
  /** Number of rows by table. */
  private readonly counts = new Map<string, number>();

  constructor(
    readonly model: Model,
    readonly inputs: Inputs,
    {months = 1, draws = 1, start = "2026-12", only, memory = new Memory()}: RunOptions
  ) {
    [this.months, this.draws, this.start, this.memory] = [months, draws, start, memory];
    this.columns = only ? needed(model, only) : model.order;
    this.wanted = new Set(only ?? model.columns.keys());
  }

  /**
   * Computes stage by stage, except for what an earlier run already has. That run is not retained: it would retain all
   * runs before it.
   */
  run(from?: Run): this {
    const reuse = (this.reuse = from && this.reusable(from));
    workspace.open(this.room());
    for (const stage of this.inStages()) {
      if (reuse?.take(stage)) continue;
      for (const column of stage) this.cells.set(column.id, this.empty(column));
      this.compute(stage);
      for (const column of stage) this.takeOut(column);
      reuse?.compare(stage);
    }
    return this;
  }

  /** Copies a column's cells out of the workspace, which the next run will overwrite. */
  private takeOut(column: ModelColumn): void {
    const cells = this.cellsOf(column);
    if (!workspace.holds(cells.cells)) return;
    cells.cells = this.memory.take(cells.cells.length);
    workspace.takeOut(column, cells.cells);
  }

  /** If a column keeps only two months, all columns go through the months together. */
  private inStages(): readonly (readonly ModelColumn[])[] {
    const whole = this.columns.every((column) => !column.dynamic || this.kept(column) === this.months);
    return whole ? stages(this.columns) : [this.columns];
  }

  private compute(stage: readonly ModelColumn[]): void {
    const steps = stage.map((column) => ({column, step: this.step(column)}));
    for (const {column, step} of steps) if (!column.dynamic) step(0);
    const fresh = steps.filter(({column}) => column.dynamic);
    if (fresh.length === 0) return;
    const moving = dynamicColumns(stage).map((column) => this.cellsOf(column));
    const together = stage.length === 1 && stage[0]!.definition.kind === "formula" ? this.months : 1;
    for (let month = 0; month < this.months; month += together) {
      for (const cells of moving) this.advance(cells, month);
      for (const {step} of fresh) step(month, together);
    }
  }

  /** Moves on to a month and forgets the one in its place. */
  private advance(cells: ColumnCells, month: number): void {
    cells.start = startOf(cells, month);
    if (cells.kept < this.months) cells.faults.delete(month - cells.kept);
  }

  /** What can be reused from an earlier run: nothing if its model or months differ. */
  private reusable(from: Run): Reuse | undefined {
    const {model, months, draws, start, inputs} = this;
    if (from.model !== model || from.months !== months || from.draws !== draws) return undefined;
    const clocks = from.start === start ? [] : model.order.filter(isClock);
    return new Reuse(
      from.cells,
      this.cells,
      new Set([...clocks, ...changedColumns(model, from.inputs, inputs)]),
      months
    );
  }

  private kept({id, dynamic}: ModelColumn): number {
    return !dynamic ? 1 : this.wanted.has(id) ? this.months : Math.min(2, this.months);
  }

  private room(): Room {
    const {model, columns, months, draws} = this;
    const rows = model.tables.map(({name}) => this.rows(name));
    const shape = `${rows.join()} ${months} ${draws} ${columns === model.order ? "" : [...this.wanted].join()}`;
    return {model, columns, shape, size: (column) => this.size(column)};
  }

  private rows(table: string): number {
    const known = this.counts.get(table) ?? keysOf(this, table).length;
    this.counts.set(table, known);
    return known;
  }

  /** Number of numbers in a column. */
  private size(column: ModelColumn): number {
    return this.rows(column.table.name) * this.draws * this.kept(column);
  }

  private empty(column: ModelColumn): ColumnCells {
    const {draws} = this;
    const [rows, kept] = [this.rows(column.table.name), this.kept(column)];
    const step = kept === 1 ? 0 : rows * draws;
    return {
      cells: workspace.empty(column) ?? this.memory.take(rows * draws * kept),
      start: 0,
      step,
      rows,
      draws,
      kept,
      faults: new Map(),
      texts: [],
      held: {by: 1}
    };
  }

  private cellsOf({id}: ModelColumn): ColumnCells {
    return this.cells.get(id)!;
  }

  private step(column: ModelColumn): Step {
    const {definition} = column;
    switch (definition.kind) {
      case "input":
      case "ref":
        return (month) => this.load(column, month);
      case "formula":
        return this.formula(column);
      case "lookup":
        return this.lookup(column);
      case "rollup":
        return this.rollup(column, definition);
      case "previous":
        return this.previous(column, definition.initial);
    }
  }

  /** Records a reason for every cell without a number. */
  private blame(column: ModelColumn, month: number, why: (cell: number) => Fault): void {
    const {cells, start, rows, draws, faults} = this.cellsOf(column);
    const reasons = new Map<number, Fault>();
    for (let cell = 0; cell < rows * draws; ++cell)
      if (!Number.isFinite(cells[start + cell])) {
        reasons.set(cell, why(cell));
        cells[start + cell] = NaN;
      }
    if (reasons.size) faults.set(month, reasons);
  }

  private cellName(column: ModelColumn, cell: number, month: number): string {
    return cellName(this, column, Math.floor(cell / this.draws), month);
  }

  private load(column: ModelColumn, month: number): void {
    const {cells, start, rows, draws} = this.cellsOf(column);
    load(this, column, month, cells.subarray(start, start + rows * draws));
    this.blame(column, month, (cell) => missing(this.cellName(column, cell, 0)));
  }

  private formula(column: ModelColumn): Step {
    const out = this.cellsOf(column);
    const strips = [out, ...column.reads.map((reading) => this.cellsOf(reading.column))];
    const codeOf: CodeOf = (source, text) => this.textsOf(source).indexOf(text);
    if (this.reuse) column.reads.forEach((reading, i) => workspace.bring(reading.column, strips[i + 1]!.cells));
    const compute = workspace.formula(column, strips, codeOf);
    return (month, months = 1) => {
      if (compute(months)) return;
      for (let one = month; one < month + months; ++one) {
        out.start = startOf(out, one);
        this.blame(column, one, (cell) => this.diagnose(column, one, cell));
      }
    };
  }

  private diagnose(column: ModelColumn, month: number, cell: number): Fault {
    const draw = cell % this.draws;
    return diagnose(
      column,
      () => this.cellName(column, cell, month),
      this.model.functions,
      (_, type, source) => readCell(this, source, type === "parameter" ? draw : cell, month)
    );
  }

  private textsOf(column: ModelColumn): string[] {
    const origin =
      column.definition.kind === "lookup" ? column.reads.find(({through}) => through === "ref")!.column : undefined;
    return origin ? this.textsOf(origin) : this.cellsOf(column).texts;
  }

  private lookup(column: ModelColumn): Step {
    const [via, source] = [column.reads[0]!.column, column.reads[1]!.column];
    const [out, index, values] = [this.cellsOf(column), this.cellsOf(via), this.cellsOf(source)];
    out.texts = this.textsOf(source);
    return (month) => {
      follow(out, index, values);
      if (!allFinite(out)) this.blame(column, month, (cell) => this.unmatched(via, source, month, cell));
    };
  }

  private unmatched(via: ModelColumn, source: ModelColumn, month: number, cell: number): Fault {
    const {cells, start} = this.cellsOf(via);
    const row = cells[start + cell]!;
    if (!Number.isNaN(row)) return this.faultAt(source, row * this.draws + (cell % this.draws), month);
    const fault = this.faultAt(via, cell, month);
    return via.definition.kind === "ref"
      ? {...fault, kind: "no match", message: `${fault.cell}: refers to no row`}
      : fault;
  }

  private faultAt(column: ModelColumn, cell: number, month: number): Fault {
    return faultAt(this.cellsOf(column), column, cell, month);
  }

  private rollup(column: ModelColumn, {aggregate, column: of, weight}: Rollup): Step {
    const named = (name: string): ModelColumn => column.reads.find(({column: source}) => source.name === name)!.column;
    const sources = [named(of), ...(weight === undefined ? [] : [named(weight)])];
    const [values, weights] = sources.map((source) => this.cellsOf(source));
    const out = this.cellsOf(column);
    const groups = new Groups(out, column.by && this.cellsOf(column.by));
    return (month) => {
      aggregates[aggregate](groups, values!, weights);
      if (!allFinite(out))
        this.blame(column, month, (cell) => this.unaggregated(column, aggregate, month, cell, groups, sources));
    };
  }

  private unaggregated(
    column: ModelColumn,
    aggregate: string,
    month: number,
    cell: number,
    groups: Groups,
    sources: readonly ModelColumn[]
  ): Fault {
    for (const source of sources) {
      const {cells, start, rows} = this.cellsOf(source);
      for (const row of groups.members(cell, rows)) {
        const member = row * this.draws + (cell % this.draws);
        if (Number.isNaN(cells[start + member])) return this.faultAt(source, member, month);
      }
    }
    const {cells, start} = this.cellsOf(column);
    const name = this.cellName(column, cell, month);
    if (!Number.isNaN(cells[start + cell])) return overflow(name);
    return {kind: "no rows", cell: name, message: `${name}: there is nothing to take the ${aggregate} of`};
  }

  private previous(column: ModelColumn, initial: number | string): Step {
    const out = this.cellsOf(column);
    const [source, first] = [column.reads[0]!.column, column.reads[1]?.column];
    const take = (from: ModelColumn, before: number, month: number): void => {
      const cells = this.cellsOf(from);
      copy(out, {...cells, start: startOf(cells, before)}, factor(from.unit, column.unit));
      if (!allFinite(out)) this.blame(column, month, (cell) => this.faultAt(from, cell, before));
    };
    return (month) => {
      if (month > 0) take(source, month - 1, month);
      else if (first) take(first, 0, 0);
      else out.cells.fill(Number(initial), out.start, out.start + out.rows * out.draws);
    };
  }
}

type Rollup = Extract<AnyColumn, {kind: "rollup"}>;

/** The distinct columns of a stage, and their precedents, that change over time. */
function dynamicColumns(stage: readonly ModelColumn[]): readonly ModelColumn[] {
  const known = found.get(stage);
  if (known) return known;
  const all = stage.flatMap((column) => [column, ...column.reads.map((reading) => reading.column)]);
  const dynamic = [...new Set(all)].filter((column) => column.dynamic);
  found.set(stage, dynamic);
  return dynamic;
}

const found = new WeakMap<readonly ModelColumn[], readonly ModelColumn[]>();
