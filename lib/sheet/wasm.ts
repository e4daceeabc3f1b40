/** WebAssembly bytes, assembled from parts. */
export type Bytes = readonly (number | Uint8Array | Bytes)[];

/** The types of a function's parameters and results. */
export interface Signature {
  parameters?: readonly number[];
  results?: readonly number[];
}

/** A function defined by a module: the types of its locals, and its instructions. */
export interface WasmFunction extends Signature {
  locals: readonly [count: number, type: number][];
  code: Bytes;
}

export const I32 = 0x7f;
export const F64 = 0x7c;
export const V128 = 0x7b;

/** The opcode that ends a block or a function. */
export const END = 0x0b;

// WebAssembly Core Specification 2.0, section 5.5: a module's header, sections, imports and exports.
const MAGIC: Bytes = [0, 0x61, 0x73, 0x6d];
const VERSION: Bytes = [1, 0, 0, 0];
const [TYPE_SECTION, IMPORT_SECTION, FUNCTION_SECTION, EXPORT_SECTION, CODE_SECTION] = [1, 2, 3, 7, 10];
const [FUNCTION, MEMORY] = [0, 2];
const FUNCTION_TYPE = 0x60;
const NO_MAXIMUM = 0;

/**
 * The binary of a module that imports a memory (`env.memory`) and functions (`env.f0`, `env.f1` …), and exports its own
 * as `g0`, `g1` … (WebAssembly Core Specification 2.0, chapter 5).
 */
export function wasmModule(imports: readonly Signature[], functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const types = new Types();
  const imported = imports.map((signature) => types.indexOf(signature));
  const own = functions.map((signature) => types.indexOf(signature));
  const sections: Bytes = [
    section(TYPE_SECTION, vector(types.all)),
    section(
      IMPORT_SECTION,
      vector([
        [text("env"), text("memory"), MEMORY, NO_MAXIMUM, 1],
        ...imported.map((type, i) => [text("env"), text(`f${i}`), FUNCTION, unsigned(type)])
      ])
    ),
    section(FUNCTION_SECTION, vector(own.map(unsigned))),
    section(EXPORT_SECTION, vector(own.map((_, i) => [text(`g${i}`), FUNCTION, unsigned(imports.length + i)]))),
    section(CODE_SECTION, vector(functions.map(body)))
  ];
  return packed([MAGIC, VERSION, sections]);
}

/** The types of a module's functions, each once. */
class Types {
  readonly all: Bytes[] = [];
  private readonly places = new Map<string, number>();

  indexOf({parameters = [], results = []}: Signature): number {
    const key = `${parameters.join()} ${results.join()}`;
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.all.length);
    return this.all.push([FUNCTION_TYPE, vector(parameters), vector(results)]) - 1;
  }
}

/** LEB128 of a non-negative integer. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest & 0x7f) | 0x80);
  bytes.push(rest);
  return bytes;
}

/** LEB128 of a signed 32-bit integer. */
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

/** All parts concatenated. */
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
