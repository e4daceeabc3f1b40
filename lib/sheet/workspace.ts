import {compileKernels, frame, type ComparedText, type Kernel} from "./kernel.js";
import type {Model, ModelColumn} from "./model.js";
import type {Strip} from "./slab.js";

/** What a run computes. */
export interface Room {
  model: Model;
  columns: readonly ModelColumn[];
  /** Number of numbers in a column. */
  size: (column: ModelColumn) => number;
  /** Runs with the same shape have the same columns of the same sizes. */
  shape: string;
}

/** The number that represents a text in a column's cells, or -1 if no cell holds it. */
export type CodeOf = (column: ModelColumn, text: string) => number;

/**
 * The memory in which runs are computed. Formulas are WebAssembly, which sees only one memory, and allocating pages
 * takes longer than filling them. All runs therefore use the same memory one after another and copy their results out;
 * cells that the previous run left unchanged need not be brought back.
 */
export class Workspace {
  // Kernels need at least one page, even if a run has no cells.
  private memory = new WebAssembly.Memory({initial: 1});
  private buffer = this.memory.buffer;
  private room: Room | undefined;
  private places = new Map<string, Place>();
  private formulas = new Map<string, Formula>();

  /** Makes room for a run; nothing moves if the previous run had the same shape. */
  open(room: Room): void {
    if (this.room?.model === room.model && this.room.shape === room.shape) return;
    this.room = room;
    this.settle(room);
  }

  /** A column's cells, to be filled; undefined if no formula fills or reads them. */
  empty({id}: ModelColumn): Float64Array | undefined {
    const place = this.places.get(id);
    if (place) place.copy = undefined;
    return place?.cells;
  }

  /** Whether cells are in this memory. */
  holds({buffer}: Float64Array): boolean {
    return buffer === this.buffer;
  }

  /** Copies a column's cells to an array outside; they also stay in place. */
  takeOut({id}: ModelColumn, into: Float64Array): void {
    const place = this.places.get(id)!;
    fill(into, place.cells);
    place.copy = into;
  }

  /** Copies in a column's cells from another run, for formulas to read. */
  bring({id}: ModelColumn, cells: Float64Array): void {
    const place = this.places.get(id)!;
    if (cells === place.cells || cells === place.copy) return;
    fill(place.cells, cells);
    place.copy = cells;
  }

  /**
   * Prepares a formula column for computing several months from where its strip, and those that it reads, begin; the
   * returned function says whether every cell holds a number.
   */
  formula(column: ModelColumn, strips: readonly Strip[], codeOf: CodeOf): (months: number) => boolean {
    const formula = this.formulas.get(column.id)!;
    if (!formula.begun) begin(formula, strips);
    const {kernel, words, texts, addresses} = formula;
    const {rows} = strips[0]!;
    const at = words.byteOffset;
    return (months) => {
      if (rows === 0) return true;
      words[frame.months] = months;
      // A text column computed together with this one has only now been numbered.
      for (let i = 0; i < texts.length; ++i) {
        const {reading, text} = texts[i]!;
        words[frame.words(strips.length) + i] = codeOf(column.reads[reading]!.column, text);
      }
      for (let i = 0; i < addresses.length; ++i)
        words[frame.columns + 2 * i] = addresses[i]! + strips[i]!.start * BYTES;
      return kernel(at) !== 0;
    };
  }

  /**
   * Assigns columns their places and formulas their frames, in a memory that never grows: growing would detach its
   * arrays.
   */
  private settle({model, columns, size}: Room): void {
    const formulas = columns.filter(({expression}) => expression);
    const seen = [...new Set(formulas.flatMap((column) => [column, ...column.reads.map((one) => one.column)]))];
    const {kernels, texts} = compiled(model);
    const words = formulas.map((column) => wordsOf(column, texts.get(column.id)!));
    const sizes = seen.map(size);
    this.reserve([...sizes.map((count) => count * BYTES), ...words.map((count) => count * WORD)]);
    const {buffer} = this;
    let end = 0;
    const next = (bytes: number): number => (end += spaced(bytes)) - spaced(bytes);
    this.places = new Map(
      seen.map(({id}, i) => [id, {cells: new Float64Array(buffer, next(sizes[i]! * BYTES), sizes[i])}])
    );
    const own = kernels(this.memory);
    this.formulas = new Map(
      formulas.map((column, i) => {
        const {id, reads} = column;
        const frameOf = new Int32Array(buffer, next(words[i]! * WORD), words[i]);
        const addresses = [column, ...reads.map((reading) => reading.column)].map((one) => this.addressOf(one));
        return [id, {kernel: own.get(id)!, texts: texts.get(id)!, words: frameOf, addresses, begun: false}];
      })
    );
  }

  private addressOf({id}: ModelColumn): number {
    return this.places.get(id)!.cells.byteOffset;
  }

  private reserve(pieces: readonly number[]): void {
    const bytes = pieces.reduce((sum, size) => sum + spaced(size), 0);
    if (bytes <= this.buffer.byteLength) return;
    this.memory = new WebAssembly.Memory({initial: Math.ceil(bytes / PAGE)});
    this.buffer = this.memory.buffer;
  }
}

/** A column's cells in the memory, and the outside array with the same content. */
interface Place {
  cells: Float64Array;
  copy?: Float64Array | undefined;
}

/** A formula's kernel with its frame. */
interface Formula {
  kernel: Kernel;
  words: Int32Array;
  texts: readonly ComparedText[];
  /** Addresses of the column and of those that it reads. */
  addresses: readonly number[];
  /** Whether the frame's constant part has been written. */
  begun: boolean;
}

function begin(formula: Formula, strips: readonly Strip[]): void {
  const {words} = formula;
  const {rows, draws} = strips[0]!;
  words[frame.cells] = rows * draws * BYTES;
  words[frame.draws] = draws * BYTES;
  strips.forEach(({step}, i) => (words[frame.columns + 2 * i + 1] = step * BYTES));
  formula.begun = true;
}

/** Copies an array; the built-in method is slower to start than to copy a short one. */
function fill(to: Float64Array, from: Float64Array): void {
  if (from.length > 64) return to.set(from);
  for (let i = 0; i < from.length; ++i) to[i] = from[i]!;
}

/** The kernels of a model, bound to a memory once. */
interface Kernels {
  kernels: (memory: WebAssembly.Memory) => ReadonlyMap<string, Kernel>;
  texts: ReadonlyMap<string, readonly ComparedText[]>;
}

const [BYTES, WORD, LINE, PAGE] = [8, 4, 64, 65_536];

const known = new WeakMap<Model, Kernels>();

function compiled(model: Model): Kernels {
  const made = known.get(model) ?? compile(model);
  known.set(model, made);
  return made;
}

function compile({order, functions}: Model): Kernels {
  const columns = order.filter(({expression}) => expression);
  const {kernels, texts} = compileKernels(columns, functions);
  const byId = <T>(values: readonly T[]): Map<string, T> => new Map(columns.map(({id}, i) => [id, values[i]!]));
  const made = new WeakMap<WebAssembly.Memory, ReadonlyMap<string, Kernel>>();
  return {
    texts: byId(texts),
    kernels: (memory) => {
      const own = made.get(memory) ?? byId(kernels(memory));
      made.set(memory, own);
      return own;
    }
  };
}

function wordsOf({reads}: ModelColumn, texts: readonly ComparedText[]): number {
  return frame.words(1 + reads.length) + texts.length;
}

/**
 * Size in whole cache lines plus a spare one, so that columns of round sizes do not compete for the same few cache
 * lines.
 */
function spaced(bytes: number): number {
  return LINE * (Math.ceil(bytes / LINE) + 1);
}
