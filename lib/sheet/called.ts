import type {SheetFunction} from "./functions.js";
import {pow} from "./power.js";
import {vectorPower} from "./vector-power.js";
import {F64, V128, type Signature} from "./wasm.js";

/** What raising to a power is called: a function's name has no star. */
export const POWER = "**";

/** The same of two draws at once. */
export const POWERS = "** **";

/** The functions that formulas call and WebAssembly has no instruction for, each with a number of arguments. */
export class Called {
  private readonly keys: {name: string; arity: number}[] = [];

  constructor(readonly functions: Record<string, SheetFunction>) {}

  indexOf(name: string, arity: number): number {
    const found = this.keys.findIndex((key) => key.name === name && key.arity === arity);
    return found < 0 ? this.keys.push({name, arity}) - 1 : found;
  }

  signatures(): Signature[] {
    return this.keys.map(({name, arity}) => {
      const type = name === POWERS ? V128 : F64;
      return {parameters: Array.from({length: arity}, () => type), results: [type]};
    });
  }

  imports(): Record<string, WebAssembly.ImportValue> {
    return Object.fromEntries(this.keys.map(({name}, i) => [`f${i}`, this.imported(name)]));
  }

  private imported(name: string): WebAssembly.ImportValue {
    if (name === POWERS) return vectorPower();
    return name === POWER ? pow : this.functions[name]!.evaluate;
  }
}
