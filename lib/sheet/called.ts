import type {SheetFunction} from "./functions.js";
import {pow} from "./power.js";
import {signature, vectorFunction, type VectorFunction} from "./vector-functions.js";
import {F64, V128, type Signature} from "./wasm.js";

/** What raising to a power is called: a function's name has no star. */
export const POWER = "**";

/** The functions that formulas call and WebAssembly has no instruction for. */
export class Called {
  private readonly imported: {key: string; signature: Signature; value: WebAssembly.ImportValue}[] = [];

  constructor(readonly functions: Record<string, SheetFunction>) {}

  /** The number of a function of so many numbers. */
  indexOf(name: string, arity: number): number {
    return this.place(`${name} ${arity}`, () => ({
      signature: signature(arity, F64),
      value: name === POWER ? pow : this.functions[name]!.evaluate
    }));
  }

  /** The number of a function of two draws at once. */
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
