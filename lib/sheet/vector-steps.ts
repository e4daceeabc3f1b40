import {get, set} from "./instructions.js";
import type {Bytes} from "./wasm.js";

/** Values of a function that are used more than once, each stored in its own local. */
export class Steps {
  readonly code: Bytes[] = [];
  private next: number;

  /** @param first The first free local. */
  constructor(readonly first: number) {
    this.next = first;
  }

  get locals(): number {
    return this.next - this.first;
  }

  keep(value: Bytes): Bytes {
    const local = this.next++;
    this.code.push(set(local, value));
    return get(local);
  }
}
