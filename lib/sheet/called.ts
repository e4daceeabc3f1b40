import type {SheetFunction} from "./functions.js";
import {pow} from "./power.js";

/** What raising to a power is called: a function's name has no star. */
export const POWER = "**";

/** The functions that formulas call and WebAssembly has no instruction for, each with a number of arguments. */
export class Called {
  private readonly keys: {name: string; arity: number}[] = [];

  constructor(readonly functions: Record<string, SheetFunction>) {}

  indexOf(name: string, arity: number): number {
    const found = this.keys.findIndex((key) => key.name === name && key.arity === arity);
    return found < 0 ? this.keys.push({name, arity}) - 1 : found;
  }

  arities(): number[] {
    return this.keys.map(({arity}) => arity);
  }

  imports(): Record<string, SheetFunction["evaluate"]> {
    const evaluate = (name: string) => (name === POWER ? pow : this.functions[name]!.evaluate);
    return Object.fromEntries(this.keys.map(({name}, i) => [`f${i}`, evaluate(name)]));
  }
}
