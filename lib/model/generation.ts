import type {Table} from "../sheet/index.js";
import {table} from "./parameter.js";
import {accelerator, type Accelerator} from "./silicon.js";

/** A kind of accelerator that comes to market. */
export interface Generation {
  accelerator: Accelerator;
  from: number;
  order: number;
  arrived: number;
}

export const generation: Table<Generation> = table<Generation>(
  "generation",
  "Kinds of accelerators that come to market: from then on, clusters can order them.",
  ({ref, date, input, formula}) => ({
    accelerator: ref(() => accelerator, "What can be ordered"),
    from: date("First month in which it can be ordered in quantity"),
    order: input("1", "How many generations it is ahead of what is installed initially"),
    arrived: formula("1", "How far it has come to market, 1 for entirely", (g, p, {arrival}) =>
      arrival((p.start + p.month - g.from) / p.generation_ramp)
    )
  })
);
