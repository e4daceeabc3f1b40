import {Called} from "./called.js";
import {compose, type Operator, type Target} from "./compose.js";
import type {SheetFunction} from "./functions.js";
import {advance, call, get, integer, loop, plus, set, until, untilNone} from "./instructions.js";
import type {ModelColumn} from "./model.js";
import {
  ABSOLUTE,
  ADD,
  AND,
  CEILING,
  constant,
  CONVERT,
  DIVIDE,
  EQUAL,
  finite,
  FLOOR,
  isNaN,
  isNumber,
  isZero,
  LESS,
  LESS_OR_EQUAL,
  load,
  loadInteger,
  MAXIMUM,
  MINIMUM,
  MULTIPLY,
  NEGATE,
  OR,
  SAME_INTEGER,
  select,
  SQUARE_ROOT,
  store,
  SUBTRACT
} from "./scalar-code.js";
import {EXTRACT, simd, SPLAT} from "./vector-code.js";
import {vectorFunctionOf, type VectorFunction} from "./vector-functions.js";
import {F64, I32, unsigned, wasmModule, type Bytes, type WasmFunction} from "./wasm.js";

/**
 * Computes a formula column for several months; the frame at an address says what it reads and fills. Returns 1 if
 * every cell holds a number, else 0.
 */
export type Kernel = (frame: number) => number;

/** Kernels not yet bound to a memory, with the texts that each compares cells with. */
export interface Compiled {
  kernels: (memory: WebAssembly.Memory) => Kernel[];
  texts: (readonly ComparedText[])[];
}

/** A text that a formula compares with the cells of `column.reads[reading]`. */
export interface ComparedText {
  reading: number;
  text: string;
}

/**
 * Layout of a kernel's frame, in 32-bit words from its start: number of months; bytes of a month's cells and of its
 * draws; for its own column and each column that it reads, the address and the bytes per month; the numbers that
 * represent texts.
 */
export const frame = {months: 0, cells: 1, draws: 2, columns: 3, words: (columns: number) => 3 + 2 * columns} as const;

/**
 * Compiles formula columns to one WebAssembly module, each to straight-line code in a loop over months and cells. It
 * works from the parsed formula alone, never from its text. NaN propagates; division by zero is NaN at once, and
 * functions and powers return NaN instead of infinity.
 */
export function compileKernels(columns: readonly ModelColumn[], functions: Record<string, SheetFunction>): Compiled {
  const called = new Called(functions);
  const writers = columns.map((column) => new KernelWriter(column, functions, called));
  const written = writers.map((writer) => writer.write());
  const module = new WebAssembly.Module(wasmModule(called.signatures(), written));
  return {
    kernels: (memory) => {
      const {exports} = new WebAssembly.Instance(module, {env: {memory, ...called.imports()}});
      return columns.map((_, i) => exports[`g${i}`] as Kernel);
    },
    texts: writers.map(({texts}) => texts)
  };
}

/** Instructions that leave one number, and its value if constant. */
interface Code {
  bytes: Bytes;
  constant?: number;
}

// The parameter and locals of every kernel; then an address and a step per column, its own first; then values.
const [FRAME, MONTHS, CELLS, DRAWS, CELL, DRAW, COLUMNS] = [0, 1, 2, 3, 4, 5, 6];
const NUMBER = 8;

class KernelWriter {
  readonly texts: ComparedText[] = [];
  private readonly columns: number;
  private values = 0;
  /** Local that stops being a number once a cell holds none. */
  private readonly sound: number;

  constructor(
    readonly column: ModelColumn,
    readonly functions: Record<string, SheetFunction>,
    readonly called: Called
  ) {
    this.columns = 1 + column.reads.length;
    this.sound = this.local();
  }

  write(): WasmFunction {
    const {bytes} = compose(this.column, this.functions, this.target());
    const cell = [this.keep(bytes, (x) => this.put(x)), this.nextDraw(), until(CELL, NUMBER, get(CELLS))];
    const month = [set(CELL, integer(0)), set(DRAW, integer(0)), loop(cell), this.nextMonth(), untilNone(MONTHS)];
    return {
      parameters: [I32],
      results: [I32],
      locals: [
        [COLUMNS - 1 + 2 * this.columns, I32],
        [this.values, F64]
      ],
      code: [this.enter(), loop(month), isNumber(this.sound)]
    };
  }

  private put(x: number): Bytes {
    const difference = [get(x), get(x), SUBTRACT];
    return [store(plus(get(COLUMNS), get(CELL)), get(x)), set(this.sound, [get(this.sound), difference, ADD])];
  }

  private enter(): Bytes {
    const counts = [MONTHS, CELLS, DRAWS].map((local, i) => set(local, word(i)));
    const columns = Array.from({length: 2 * this.columns}, (_, i) => set(COLUMNS + i, word(frame.columns + i)));
    return [counts, columns];
  }

  /** Only parameters step through draws: they have one row. */
  private nextDraw(): Bytes {
    if (!this.column.reads.some(({through}) => through === "parameter")) return [];
    const isLast = [get(DRAW), get(DRAWS), SAME_INTEGER];
    return [advance(DRAW, NUMBER), set(DRAW, select(isLast, integer(0), get(DRAW)))];
  }

  private nextMonth(): Bytes {
    const places = Array.from({length: this.columns}, (_, i) => COLUMNS + 2 * i);
    return places.map((place) => set(place, plus(get(place), get(place + 1))));
  }

  private target(): Target<Code> {
    const {reads} = this.column;
    return {
      number: (value) => ({bytes: constant(value), constant: value}),
      read: (reading) => {
        const place = get(COLUMNS + 2 * (1 + reading));
        return {bytes: load(plus(place, get(reads[reading]!.through === "parameter" ? DRAW : CELL)))};
      },
      text: (reading, text) => {
        const at = frame.words(this.columns) + this.texts.push({reading, text}) - 1;
        return {bytes: [word(at), CONVERT]};
      },
      apply: (operator, ...operands) => ({bytes: this.apply(operator, operands)}),
      call: (name, ...values) => ({bytes: this.call(name, values)})
    };
  }

  private apply(operator: Operator, operands: readonly Code[]): Bytes {
    const [a, b, c] = operands.map(({bytes}) => bytes) as [Bytes, Bytes, Bytes];
    switch (operator) {
      case "-x":
        return [a, NEGATE];
      case "+":
        return [a, b, ADD];
      case "-":
        return [a, b, SUBTRACT];
      case "*":
        return [a, b, MULTIPLY];
      case "over":
        return [a, b, DIVIDE];
      case "/":
        return this.keep(b, (y) => select(isZero(y), constant(NaN), [a, get(y), DIVIDE]));
      case "**":
        return this.raise(a, operands[1]!);
      case "<":
        return this.compare(LESS, a, b);
      case "<=":
        return this.compare(LESS_OR_EQUAL, a, b);
      case "=":
        return this.compare(EQUAL, a, b);
      case "not":
        return this.keep(a, (x) => select(isNumber(x), [isZero(x), CONVERT], constant(NaN)));
      case "and":
        return this.keep(a, (x) => select([isZero(x), isNaN(x), OR], get(x), b));
      case "or":
        return this.keep(a, (x) => select(isZero(x), b, get(x)));
      case "pick":
        return this.keep(a, (x) => select(isNumber(x), select(isZero(x), c, b), constant(NaN)));
    }
  }

  private compare(by: number, a: Bytes, b: Bytes): Bytes {
    return this.keep(a, (x) =>
      this.keep(b, (y) => {
        const areNumbers = [isNumber(x), isNumber(y), AND];
        return select(areNumbers, [get(x), get(y), by, CONVERT], constant(NaN));
      })
    );
  }

  /** NaN to the power of 0 stays NaN; JavaScript gives 1. */
  private raise(a: Bytes, {bytes, constant: exponent}: Code): Bytes {
    if (exponent === 2) return this.finite(this.keep(a, (x) => [get(x), get(x), MULTIPLY]));
    const power = (x: number): Bytes => this.callVector("**", [get(x), bytes]);
    return this.keep(a, (x) => select(isNumber(x), this.finite(power(x)), constant(NaN)));
  }

  private call(name: string, codes: readonly Code[]): Bytes {
    return this.finite(
      this.instruct(
        name,
        codes.map(({bytes}) => bytes)
      )
    );
  }

  private instruct(name: string, values: readonly Bytes[]): Bytes {
    const [first, ...rest] = values as [Bytes, ...Bytes[]];
    const [unary, binary] = [unaries[name], binaries[name]];
    if (unary !== undefined) return [first, unary];
    if (binary !== undefined) return [first, ...rest.map((value) => [value, binary])];
    if (name === "known") return this.keep(first, (x) => select(isNaN(x), rest[0]!, get(x)));
    const vector = vectorFunctionOf(this.functions[name]!.evaluate);
    return vector ? this.callVector(vector, values) : [values, call(this.called.indexOf(name, values.length))];
  }

  /** Calls a function of two numbers at once with the same number twice: leaving WebAssembly would take longer. */
  private callVector(name: VectorFunction, values: readonly Bytes[]): Bytes {
    const twice = values.map((value) => [value, simd(SPLAT)]);
    return [twice, call(this.called.indexOfVector(name, values.length)), simd(EXTRACT), 0];
  }

  private finite(value: Bytes): Bytes {
    return this.keep(value, finite);
  }

  /** Code that uses a value more than once. */
  private keep(value: Bytes, use: (local: number) => Bytes): Bytes {
    const local = this.local();
    return [set(local, value), use(local)];
  }

  private local(): number {
    return COLUMNS + 2 * this.columns + this.values++;
  }
}

const unaries: Record<string, number> = {abs: ABSOLUTE, sqrt: SQUARE_ROOT, floor: FLOOR, ceil: CEILING};
const binaries: Record<string, number> = {min: MINIMUM, max: MAXIMUM};

/** Reads a word of the frame. */
function word(at: number): Bytes {
  return loadInteger(FRAME, unsigned(4 * at));
}
