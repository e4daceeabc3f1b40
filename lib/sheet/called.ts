import type {SheetFunction} from "./functions.js";
import {remembered} from "./remembered.js";
import {signature, vectorFunction, type VectorFunction} from "./vector-functions.js";
import {F64, V128, type Signature} from "./wasm.js";

/** Functions that formulas call although WebAssembly has no instruction for them. */
export class Called {
  private readonly imported: {key: string; signature: Signature; value: WebAssembly.ImportValue}[] = [];

  constructor(readonly functions: Record<string, SheetFunction>) {}

  /** The index of a function with a number of arguments. */
  indexOf(name: string, arity: number): number {
    const {evaluate} = this.functions[name]!;
    return this.place(`${name} ${arity}`, () => ({
      signature: signature(arity, F64),
      value: arity === 3 ? remembered(evaluate) : evaluate
    }));
  }

  /** The index of a function of two draws at once. */
  indexOfVector(name: VectorFunction, arity: number): number {
    return this.place(`${name} of two`, () => ({signature: signature(arity, V128), value: vectorFunction(name)}));
  }

  signatures(): Signature[] {
    return this.imported.map(({signature}) => signature);
  }

  imports(): Record<string, WebAssembly.ImportValue> {
    return Object.fromEntries(this.imported.map(({value}, i) => [`f${i}`, value]));
  }

  private place(key: string, make: () => {signature: Signature; value: WebAssembly.ImportValue}): number {
    const found = this.imported.findIndex((one) => one.key === key);
    return found < 0 ? this.imported.push({key, ...make()}) - 1 : found;
  }
}
