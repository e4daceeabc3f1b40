/** Bytes of WebAssembly, put together from parts. */
export type Bytes = readonly (number | Uint8Array | Bytes)[];

/** A function that a module brings along: no parameters, no result, its locals by type, and its instructions. */
export interface WasmFunction {
  locals: readonly [count: number, type: number][];
  code: Bytes;
}

export const I32 = 0x7f;
export const F64 = 0x7c;
export const V128 = 0x7b;

/** The opcode that ends a block or a function. */
export const END = 0x0b;

const FUNCTION_TYPE = 0x60;
const MAGIC: Bytes = [0, 0x61, 0x73, 0x6d];
const VERSION: Bytes = [1, 0, 0, 0];

/**
 * The binary of a module that imports a memory (`env.memory`) and functions of numbers (`env.f0`, `env.f1` …, each with
 * its number of arguments), and exports its own as `g0`, `g1` … (WebAssembly Core Specification 2.0, chapter 5).
 */
export function wasmModule(imports: readonly number[], functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const arities = [...new Set(imports)];
  const types = [
    [FUNCTION_TYPE, 0, 0],
    ...arities.map((n) => [FUNCTION_TYPE, n, ...Array.from({length: n}, () => F64), 1, F64])
  ];
  const sections: Bytes = [
    section(1, vector(types)),
    section(
      2,
      vector([
        [text("env"), text("memory"), 2, 0, 1],
        ...imports.map((n, i) => [text("env"), text(`f${i}`), 0, unsigned(arities.indexOf(n) + 1)])
      ])
    ),
    section(3, vector(functions.map(() => 0))),
    section(7, vector(functions.map((_, i) => [text(`g${i}`), 0, unsigned(imports.length + i)]))),
    section(10, vector(functions.map(body)))
  ];
  return packed([MAGIC, VERSION, sections]);
}

/** LEB128 of a whole number from 0. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest & 0x7f) | 0x80);
  bytes.push(rest);
  return bytes;
}

/** LEB128 of a signed whole number of 32 bits. */
export function signed(value: number): number[] {
  const last = value >= -64 && value < 64;
  return last ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}

/** The eight bytes of a double. */
export function double(value: number): Bytes {
  return [new Uint8Array(Float64Array.of(value).buffer)];
}

function body({locals, code}: WasmFunction): Bytes {
  const bytes = packed([vector(locals.map(([count, type]) => [unsigned(count), type])), code, END]);
  return [unsigned(bytes.length), bytes];
}

function section(id: number, content: Bytes): Bytes {
  const bytes = packed(content);
  return [id, unsigned(bytes.length), bytes];
}

function vector(items: Bytes): Bytes {
  return [unsigned(items.length), items];
}

function text(value: string): Bytes {
  return vector([...new TextEncoder().encode(value)]);
}

/** All parts one after the other. */
export function packed(bytes: Bytes): Uint8Array<ArrayBuffer> {
  const into = new Uint8Array(sizeOf(bytes));
  put(bytes, into, 0);
  return into;
}

function sizeOf(bytes: Bytes): number {
  let size = 0;
  for (const part of bytes)
    size += typeof part === "number" ? 1 : part instanceof Uint8Array ? part.length : sizeOf(part);
  return size;
}

function put(bytes: Bytes, into: Uint8Array, start: number): number {
  let to = start;
  for (const part of bytes)
    if (typeof part === "number") into[to++] = part;
    else if (part instanceof Uint8Array) {
      into.set(part, to);
      to += part.length;
    } else to = put(part, into, to);
  return to;
}
