import {aggregates, Groups} from "./aggregate.js";
import {InputError, knownNames} from "./error.js";
import {diagnose, type Fault} from "./fault.js";
import {monthsOf, type Inputs, type InputValues} from "./inputs.js";
import {factor, kernel, type Kernel, type TextCode} from "./kernel.js";
import type {Model, ModelColumn} from "./model.js";
import type {Slab} from "./slab.js";

export interface RunOptions {
  /** How many months to run; 1 is the first month alone. */
  months?: number;
  /** Values a cell: 1 for a point estimate. */
  draws?: number;
  /** The first month, YYYY-MM. */
  start?: string;
  /**
   * The columns (`table.column`) that are wanted: only they and what they read are computed, and only they keep every
   * month. All, where nothing is said.
   */
  only?: readonly string[];
}

/** A column's cells: a typed array a month (one only where nothing changes), rows x draws, draws contiguous. */
export interface ColumnCells {
  history: (Float64Array | undefined)[];
  /** By month, then cell: why the cell is NaN. */
  faults: Map<number, Map<number, Fault>>;
  /** What the numbers of a text column stand for. */
  texts: string[];
}

/** The result of a run: every cell of every table, month by month. */
export interface Run {
  model: Model;
  inputs: Inputs;
  months: number;
  draws: number;
  start: string;
  cells: ReadonlyMap<string, ColumnCells>;
}

/**
 * Runs a model on its inputs: column by column in dependency order, month by month, over typed arrays.
 * Throws an `InputError` where a table, column or row that the model needs is not there; a cell that can't be computed
 * holds a fault instead.
 */
export function evaluate(model: Model, inputs: Inputs, options: RunOptions = {}): Run {
  const run = new Runner(model, inputs, options);
  for (let month = 0; month < run.months; ++month) run.advance(month);
  return run;
}

/** The rows of a table in a run, by key. A table of one row has its own name as the key. */
export function keysOf({model, inputs}: Pick<Run, "model" | "inputs">, table: string): string[] {
  const single = model.tables.find(({name}) => name === table)?.single;
  return inputs[table]?.keys ?? (single ? [table] : []);
}

/** A cell's value: a number, a text, the key of the row referred to, or why there is none. */
export function valueAt(run: Run, id: string, row: number, month: number, draw = 0): number | string | Fault {
  const column = run.model.columns.get(id)!;
  const cells = run.cells.get(id)!;
  const at = column.dynamic ? month : 0;
  const value = cells.history[at]![row * run.draws + draw]!;
  if (Number.isNaN(value)) return cells.faults.get(at)!.get(row * run.draws + draw)!;
  if (column.holds === "text") return cells.texts[value]!;
  return column.holds === "ref" ? keysOf(run, column.target!.name)[value]! : value;
}

/** A cell's number, NaN where it holds none. */
export function numberAt(run: Run, id: string, row: number, month: number): number {
  const value = valueAt(run, id, row, month);
  return typeof value === "number" ? value : NaN;
}

/** The columns that the wanted ones (`table.column`) depend on, themselves included, in order. */
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

class Runner implements Run {
  readonly months: number;
  readonly draws: number;
  readonly start: string;
  readonly cells = new Map<string, ColumnCells>();
  private readonly rows = new Map<string, number>();
  private readonly spares = new Map<number, Float64Array[]>();
  private readonly kernels = new Map<string, Kernel>();
  private readonly order: ModelColumn[];
  private readonly wanted: ReadonlySet<string> | undefined;

  constructor(
    readonly model: Model,
    readonly inputs: Inputs,
    {months = 1, draws = 1, start = "2026-12", only}: RunOptions
  ) {
    [this.months, this.draws, this.start] = [months, draws, start];
    this.wanted = only && new Set(only);
    this.order = only ? needed(model, only) : model.order;
    for (const {name} of model.tables) this.rows.set(name, keysOf(this, name).length);
    for (const column of this.order) {
      this.cells.set(column.id, {history: [], faults: new Map(), texts: []});
      if (column.expression) this.kernels.set(column.id, kernel(column, model.functions));
    }
  }

  advance(month: number): void {
    for (const column of this.order) if (month === 0 || column.dynamic) this.compute(column, month);
    if (this.wanted) for (const column of this.order) if (!this.wanted.has(column.id)) this.forget(column, month - 1);
  }

  /** Arrays of a size that no column needs any more: with many draws, making new ones would cost more than filling them. */
  private spare(size: number): Float64Array[] {
    let arrays = this.spares.get(size);
    if (!arrays) this.spares.set(size, (arrays = []));
    return arrays;
  }

  private forget(column: ModelColumn, month: number): void {
    const {history, faults} = this.cells.get(column.id)!;
    const cells = column.dynamic ? history[month] : undefined;
    if (!cells) return;
    this.spare(cells.length).push(cells);
    history[month] = undefined;
    faults.delete(month);
  }

  private compute(column: ModelColumn, month: number): void {
    const size = this.rows.get(column.table.name)! * this.draws;
    const out = this.spare(size).pop()?.fill(0) ?? new Float64Array(size);
    this.cells.get(column.id)!.history[month] = out;
    switch (column.definition.kind) {
      case "input":
      case "ref":
        return this.load(column, out, month);
      case "formula":
        return this.formula(column, out, month);
      case "lookup":
        return this.lookup(column, out, month);
      case "rollup":
        return this.rollup(column, out, month);
      case "previous":
        return this.previous(column, out, month);
    }
  }

  private at(column: ModelColumn, month: number): Float64Array {
    return this.cells.get(column.id)!.history[column.dynamic ? month : 0]!;
  }

  private faultAt(column: ModelColumn, month: number, cell: number): Fault {
    return this.cells
      .get(column.id)!
      .faults.get(column.dynamic ? month : 0)!
      .get(cell)!;
  }

  private fault(column: ModelColumn, month: number, cell: number, fault: Fault): void {
    const {faults, history} = this.cells.get(column.id)!;
    history[month]![cell] = NaN;
    if (!faults.has(month)) faults.set(month, new Map());
    faults.get(month)!.set(cell, fault);
  }

  private cellName(column: ModelColumn, cell: number, month: number): string {
    const key = keysOf(this, column.table.name)[Math.floor(cell / this.draws)]!;
    return `${column.table.name}[${key}].${column.name}${column.dynamic ? `@${month}` : ""}`;
  }

  private load(column: ModelColumn, out: Float64Array, month: number): void {
    const {definition, name, table} = column;
    if (definition.kind === "input" && definition.type === "clock") out.fill(clocks[name]?.(month, this.start) ?? NaN);
    else if (column.target?.single) out.fill(0);
    else this.type(column, this.typed(table.name, column), out);
  }

  private typed(table: string, column: ModelColumn): InputValues {
    const typed = this.inputs[table]?.columns[column.name];
    if (typed) return typed;
    throw new InputError(`${column.id}: no values were given; add the column ${column.name} to ${table}`);
  }

  private type(column: ModelColumn, {values, samples}: InputValues, out: Float64Array): void {
    if (samples) out.set(samples);
    else
      values.forEach((value, row) =>
        out.fill(value === null ? NaN : this.encode(column, value), row * this.draws, (row + 1) * this.draws)
      );
    for (let i = 0; i < out.length; ++i) if (Number.isNaN(out[i])) this.fault(column, 0, i, this.missing(column, i));
  }

  private missing(column: ModelColumn, cell: number): Fault {
    const name = this.cellName(column, cell, 0);
    return {kind: "missing", cell: name, message: `${name}: no value is known`};
  }

  private encode(column: ModelColumn, value: number | string): number {
    if (typeof value === "number") return value;
    if (column.holds === "text") return codeOf(this.cells.get(column.id)!.texts, value);
    const keys = keysOf(this, column.target!.name);
    const index = keys.indexOf(value);
    if (index >= 0) return index;
    throw new InputError(
      [`${column.id}: no ${column.target!.name} "${value}"`, ...knownNames("there are", value, keys)].join("\n")
    );
  }

  private formula(column: ModelColumn, out: Float64Array, month: number): void {
    const cells = column.reads.map((reading) => this.at(reading.column, month));
    const codes = column.reads.map(
      ({column: source}): TextCode =>
        (text) =>
          this.textsOf(source).indexOf(text)
    );
    this.kernels.get(column.id)!(out, this.rows.get(column.table.name)!, this.draws, cells, codes);
    for (let i = 0; i < out.length; ++i)
      if (!Number.isFinite(out[i])) this.fault(column, month, i, this.diagnose(column, month, i));
  }

  private diagnose(column: ModelColumn, month: number, cell: number): Fault {
    const row = Math.floor(cell / this.draws);
    const draw = cell % this.draws;
    return diagnose(column, this.cellName(column, cell, month), this.model.functions, (name, type) => {
      const {table} = type === "parameter" ? {table: this.model.parameter} : column;
      return valueAt(this, `${table.name}.${name}`, type === "parameter" ? 0 : row, month, draw);
    });
  }

  private textsOf(column: ModelColumn): string[] {
    const texts = this.cells.get(column.id)!.texts;
    const origin =
      column.definition.kind === "lookup" ? column.reads.find(({through}) => through === "ref")!.column : undefined;
    return origin ? this.textsOf(origin) : texts;
  }

  private lookup(column: ModelColumn, out: Float64Array, month: number): void {
    const [via, source] = [column.reads[0]!.column, column.reads[1]!.column];
    const [index, values] = [this.at(via, month), this.at(source, month)];
    if (column.holds === "text") this.cells.get(column.id)!.texts = this.textsOf(source);
    for (let i = 0; i < out.length; ++i) {
      const from = index[i]! * this.draws + (i % this.draws);
      if (Number.isNaN(from)) this.fault(column, month, i, this.unmatched(via, month, i));
      else if (Number.isNaN((out[i] = values[from]!))) this.fault(column, month, i, this.faultAt(source, month, from));
    }
  }

  private unmatched(via: ModelColumn, month: number, cell: number): Fault {
    const fault = this.faultAt(via, month, cell);
    return via.definition.kind === "ref"
      ? {...fault, kind: "no match", message: `${fault.cell}: refers to no row`}
      : fault;
  }

  private rollup(column: ModelColumn, out: Float64Array, month: number): void {
    const {definition} = column;
    if (definition.kind !== "rollup") return;
    const named = (name: string | undefined): ModelColumn | undefined =>
      column.reads.find(({column: source}) => source.name === name)?.column;
    const source = named(definition.column)!;
    const {by} = column;
    const weight = named(definition.weight);
    const slab = (cells: Float64Array): Slab => ({cells, draws: this.draws});
    const groups = new Groups(slab(out), by && slab(this.at(by, month)));
    aggregates[definition.aggregate](groups, slab(this.at(source, month)), weight && slab(this.at(weight, month)));
    for (let i = 0; i < out.length; ++i)
      if (!Number.isFinite(out[i]))
        this.fault(column, month, i, this.unaggregated(column, month, i, groups, [source, weight]));
  }

  private unaggregated(
    column: ModelColumn,
    month: number,
    cell: number,
    groups: Groups,
    sources: (ModelColumn | undefined)[]
  ): Fault {
    for (const source of sources)
      for (const row of source ? groups.members(cell, this.rows.get(source.table.name)!) : []) {
        const member = row * this.draws + (cell % this.draws);
        if (Number.isNaN(this.at(source!, month)[member])) return this.faultAt(source!, month, member);
      }
    return this.failedAggregate(column, this.cellName(column, cell, month), this.at(column, month)[cell]!);
  }

  private failedAggregate({definition}: ModelColumn, cell: string, value: number): Fault {
    if (!Number.isNaN(value)) return {kind: "overflow", cell, message: `${cell}: the value is too large for a number`};
    const what = definition.kind === "rollup" ? definition.aggregate : definition.kind;
    return {kind: "no rows", cell, message: `${cell}: there is nothing to take the ${what} of`};
  }

  private previous(column: ModelColumn, out: Float64Array, month: number): void {
    const {definition} = column;
    if (definition.kind !== "previous") return;
    if (month === 0 && typeof definition.initial === "number") return void out.fill(definition.initial);
    const source = month > 0 ? column.reads[0]!.column : column.reads[1]!.column;
    const from = month > 0 ? month - 1 : 0;
    const values = this.at(source, from);
    const scale = factor(source.unit, column.unit);
    for (let i = 0; i < out.length; ++i)
      if (Number.isNaN((out[i] = values[i]! * scale))) this.fault(column, month, i, this.faultAt(source, from, i));
  }
}

const clocks: Record<string, (month: number, start: string) => number> = {
  month: (month) => month,
  step: () => 1,
  start: (_, start) => monthsOf(start)
};

function codeOf(texts: string[], text: string): number {
  const code = texts.indexOf(text);
  return code < 0 ? texts.push(text) - 1 : code;
}
