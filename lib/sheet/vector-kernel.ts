import {compose, type Operator, type Target} from "./compose.js";
import type {SheetFunction} from "./functions.js";
import type {ModelColumn} from "./model.js";
import {advance, call, get, integer, loop, set, until} from "./instructions.js";
import {
  ABSOLUTE,
  ADD,
  CEILING,
  FLOOR,
  MAXIMUM,
  MINIMUM,
  SQUARE_ROOT,
  AND,
  constant,
  DIVIDE,
  EQUAL,
  EXTRACT,
  finite,
  isNaN,
  isZero,
  LESS,
  LESS_OR_EQUAL,
  LOAD,
  LOAD_SPLAT,
  memory,
  MULTIPLY,
  NEGATE,
  OR,
  REPLACE,
  SELECT,
  simd,
  SPLAT,
  STORE,
  SUBTRACT
} from "./vector-code.js";
import {Called} from "./called.js";
import {bodyOf} from "./vector-body.js";
import {vectorFunctionOf, type VectorFunction} from "./vector-functions.js";
import {gather, type Gather} from "./vector-gather.js";
import {I32, unsigned, V128, wasmModule, type Bytes, type WasmFunction} from "./wasm.js";

/** The position of a column's cells in the memory of a run of many draws. */
export interface Place {
  /** Byte offset of the first cell. */
  offset: number;
  /** Whether there is one cell per draw, or one for all draws. */
  drawn: boolean;
}

/** Formula columns of one table that are computed together, row by row, two draws at a time. */
export interface Group {
  kind: "group";
  columns: readonly ModelColumn[];
  rows: number;
}

export interface VectorOptions {
  functions: Record<string, SheetFunction>;
  place: (column: ModelColumn) => Place;
  /** The number that represents a text in a column's cells. */
  code: (column: ModelColumn, text: string) => number;
  /** Number of draws in a block, even. */
  block: number;
  /** Reserves a number of bytes and returns their offset. */
  allot: (bytes: number) => number;
}

/** A group ready to run. */
export interface VectorKernel {
  /** Once per block of draws, computes calls whose arguments don't change over time; undefined if there are none. */
  prepare?: () => void;
  compute: () => void;
}

/**
 * Compiles groups of formulas, lookups and rollups to WebAssembly with two draws in each 128-bit value. Every column
 * has a constant offset in one memory, and results stay in registers for the formulas that follow. Results are
 * bit-identical to `kernel`'s, except for squares. The memory is created once the total allotted is known.
 */
export function vectorKernels(
  pieces: readonly (Group | Gather)[],
  options: VectorOptions
): (memory: WebAssembly.Memory) => VectorKernel[] {
  const called = new Called(options.functions);
  const groups = pieces.filter((piece) => piece.kind === "group");
  const writers = new Map(groups.map((group) => [group, new GroupWriter(group, called, options)]));
  const compute = pieces.map((piece) =>
    piece.kind === "group" ? writers.get(piece)!.write() : gather(piece, options.block)
  );
  const prepare = groups.map((group) => writers.get(group)!.writePreparation());
  const module = new WebAssembly.Module(wasmModule(called.signatures(), [...compute, ...prepare]));
  return (memory) => {
    const {exports} = new WebAssembly.Instance(module, {env: {memory, ...called.imports()}});
    const run = (i: number): (() => void) => exports[`g${i}`] as () => void;
    return pieces.map((piece, i) => ({
      compute: run(i),
      ...(piece.kind === "group" &&
        writers.get(piece)!.prepares && {prepare: run(pieces.length + groups.indexOf(piece))})
    }));
  };
}

/** Instructions that leave one 128-bit value. */
interface Code {
  bytes: Bytes;
  /** Its value, if constant. */
  constant?: number;
  /** Whether the value is the same in every month. */
  fixed: boolean;
  /** Whether it is known to be finite or NaN. */
  finite: boolean;
}

// Locals of every group: the byte offsets of row, cell and draw; then the values.
const [ROW, CELL, DRAW, VALUES] = [0, 1, 2, 3];

class GroupWriter {
  private values = 0;
  private readonly results = new Map<ModelColumn, number>();
  private readonly prepared: Bytes[] = [];
  private readonly ofGroup: Bytes[] = [];
  private readonly ofRow: Bytes[] = [];
  private readonly hoisted = new Map<string, number>();

  constructor(
    readonly group: Group,
    readonly called: Called,
    readonly options: VectorOptions
  ) {}

  write(): WasmFunction {
    return this.function(this.group.columns.map((column) => this.compute(column)));
  }

  /** The code that `write` found to be the same in every month. */
  writePreparation(): WasmFunction {
    return this.function(this.prepared);
  }

  get prepares(): boolean {
    return this.prepared.length > 0;
  }

  private function(code: Bytes): WasmFunction {
    const draws = loop([code, advance(CELL, 16), until(DRAW, 16, integer(this.options.block * 8))]);
    const rows = loop([this.ofRow, set(DRAW, integer(0)), draws, until(ROW, 8, integer(this.group.rows * 8))]);
    return {
      locals: [
        [3, I32],
        [this.values, V128]
      ],
      code: [this.ofGroup, rows]
    };
  }

  private compute(column: ModelColumn): Bytes {
    const code = compose(column, this.options.functions, this.target(column));
    const result = this.local();
    this.results.set(column, result);
    const store = [get(CELL), get(result), simd(STORE), memory(this.options.place(column).offset)];
    return [this.guarded(code), set(result), store];
  }

  private target(column: ModelColumn): Target<Code> {
    const fixed = (codes: readonly Code[]): boolean => codes.every((code) => code.fixed);
    const known = {fixed: true, finite: true};
    return {
      number: (value) => ({bytes: constant(value), constant: value, ...known}),
      read: (reading) => {
        const {dynamic} = column.reads[reading]!.column;
        return {bytes: this.read(column, reading), fixed: !dynamic, finite: true};
      },
      text: (reading, text) => ({
        bytes: constant(this.options.code(column.reads[reading]!.column, text)),
        ...known
      }),
      apply: (operator, ...operands) => ({
        bytes: this.apply(operator, operands),
        fixed: fixed(operands),
        finite: passing.has(operator) ? operands.every((operand) => operand.finite) : guarding.has(operator)
      }),
      call: (name, ...values) => {
        const bytes = this.call(name, values);
        const early = column.dynamic && fixed(values) && !isInstruction(name);
        return {bytes: early ? this.prepare(bytes) : bytes, fixed: fixed(values), finite: true};
      }
    };
  }

  /** The value, or NaN if it is infinite. */
  private guarded({bytes, finite: known}: Code): Bytes {
    return known ? bytes : this.keep(bytes, finite);
  }

  /** Computes a value once per block of draws, and reads it. */
  private prepare(bytes: Bytes): Bytes {
    const offset = this.options.allot(this.group.rows * this.options.block * 8);
    this.prepared.push([get(CELL), bytes, simd(STORE), memory(offset)]);
    return [get(CELL), simd(LOAD), memory(offset)];
  }

  private read(from: ModelColumn, reading: number): Bytes {
    const {column, through} = from.reads[reading]!;
    const own = through === "parameter" ? undefined : this.results.get(column);
    if (own !== undefined) return get(own);
    const {offset, drawn} = this.options.place(column);
    if (drawn) return [get(through === "parameter" ? DRAW : CELL), simd(LOAD), memory(offset)];
    return this.hoist(offset, through === "parameter");
  }

  /** Loads a number shared by all draws once, outside the loop over them. */
  private hoist(offset: number, parameter: boolean): Bytes {
    const key = `${parameter ? "group" : "row"} ${offset}`;
    const known = this.hoisted.get(key);
    if (known !== undefined) return get(known);
    const local = this.local();
    this.hoisted.set(key, local);
    const address = parameter ? integer(0) : get(ROW);
    (parameter ? this.ofGroup : this.ofRow).push([
      address,
      simd(LOAD_SPLAT),
      unsigned(3),
      unsigned(offset),
      set(local)
    ]);
    return get(local);
  }

  private apply(operator: Operator, operands: readonly Code[]): Bytes {
    const [a, b, c] = operands.map(({bytes}) => bytes) as [Bytes, Bytes, Bytes];
    switch (operator) {
      case "-x":
        return [a, simd(NEGATE)];
      case "+":
        return [a, b, simd(ADD)];
      case "-":
        return [a, b, simd(SUBTRACT)];
      case "*":
        return [a, b, simd(MULTIPLY)];
      case "over":
        return [a, b, simd(DIVIDE)];
      case "/":
        return this.divide(a, b);
      case "**":
        return this.raise(a, operands[1]!);
      case "<":
        return this.compare(LESS, a, b);
      case "<=":
        return this.compare(LESS_OR_EQUAL, a, b);
      case "=":
        return this.compare(EQUAL, a, b);
      case "not":
        return this.keep(a, (x) => [isZero(x), constant(1), simd(AND), isNaN(x), simd(OR)]);
      case "and":
        return this.keep(a, (x) => [get(x), b, isZero(x), isNaN(x), simd(OR), simd(SELECT)]);
      case "or":
        return this.keep(a, (x) => [b, get(x), isZero(x), simd(SELECT)]);
      case "pick":
        return this.keep(a, (x) => [c, b, isZero(x), simd(SELECT), isNaN(x), simd(OR)]);
    }
  }

  /** OR-ing in the zero test makes a division by 0 NaN: lanes of all ones are NaN. */
  private divide(a: Bytes, b: Bytes): Bytes {
    return this.keep(b, (y) => [a, get(y), simd(DIVIDE), isZero(y), simd(OR)]);
  }

  private compare(by: number, a: Bytes, b: Bytes): Bytes {
    return this.keep(a, (x) =>
      this.keep(b, (y) => [
        [get(x), get(y), simd(by), constant(1), simd(AND)],
        [isNaN(x), isNaN(y), simd(OR), simd(OR)]
      ])
    );
  }

  private raise(a: Bytes, {bytes, constant: exponent}: Code): Bytes {
    if (exponent === 2) return this.keep([this.keep(a, (x) => [get(x), get(x), simd(MULTIPLY)])], finite);
    return this.keep(a, (x) => [this.keep(this.callVector("**", [get(x), bytes]), finite), isNaN(x), simd(OR)]);
  }

  /** Instructions keep finite values finite; infinite arguments are NaN, as in `kernel`. */
  private call(name: string, codes: readonly Code[]): Bytes {
    if (!isInstruction(name)) {
      const values = codes.map(({bytes}) => bytes);
      return this.keep(this.apart(name, values), finite);
    }
    const result = this.instruct(name, codes);
    return this.guarded({bytes: result, fixed: false, finite: codes.every((code) => code.finite)});
  }

  private instruct(name: string, codes: readonly Code[]): Bytes {
    const [first, ...rest] = codes.map(({bytes}) => bytes) as [Bytes, ...Bytes[]];
    const [unary, binary] = [unaries[name], binaries[name]];
    if (unary !== undefined) return [first, simd(unary)];
    if (binary === undefined) return this.keep(first, (x) => [rest[0]!, get(x), isNaN(x), simd(SELECT)]);
    // The fast instructions return their first operand if the second is NaN.
    return rest.reduce(
      (all: Bytes, one) => this.keep(one, (y) => [all, get(y), simd(binary), isNaN(y), simd(OR)]),
      first
    );
  }

  /** A function without an instruction: computed for two draws at once if possible, otherwise draw by draw. */
  private apart(name: string, values: readonly Bytes[]): Bytes {
    const {evaluate} = this.options.functions[name]!;
    const vector = vectorFunctionOf(evaluate);
    if (vector) return this.callVector(vector, values);
    const body = bodyOf(evaluate);
    if (!body) return this.lanes(values, call(this.called.indexOf(name, values.length)));
    return body(values, {
      keep: (value, use) => this.keep(value, use),
      call: (called, given) => this.callVector(called, given)
    });
  }

  private callVector(name: VectorFunction, values: readonly Bytes[]): Bytes {
    return [values, call(this.called.indexOfVector(name, values.length))];
  }

  /** Calls a function of numbers draw by draw. */
  private lanes(values: readonly Bytes[], callee: Bytes): Bytes {
    const locals = values.map(() => this.local());
    const lane = (i: number): Bytes => [locals.map((local) => [get(local), simd(EXTRACT), i]), callee];
    return [values.map((value, i) => [value, set(locals[i]!)]), lane(0), simd(SPLAT), lane(1), simd(REPLACE), 1];
  }

  /** Code that uses a value more than once. */
  private keep(value: Bytes, use: (local: number) => Bytes): Bytes {
    const local = this.local();
    return [value, set(local), use(local)];
  }

  private local(): number {
    return VALUES + this.values++;
  }
}

const unaries: Record<string, number> = {abs: ABSOLUTE, sqrt: SQUARE_ROOT, floor: FLOOR, ceil: CEILING};
const binaries: Record<string, number> = {min: MINIMUM, max: MAXIMUM};

/** Operators that map finite operands to finite results, and those whose results are always finite. */
const passing: ReadonlySet<Operator> = new Set(["-x", "pick", "and", "or"]);
const guarding: ReadonlySet<Operator> = new Set(["**", "<", "<=", "=", "not"]);

function isInstruction(name: string): boolean {
  return name in unaries || name in binaries || name === "known";
}
