import type {Table} from "../sheet/index.js";
import {table} from "./parameter.js";
import {accelerator, type Accelerator} from "./silicon.js";

/** A kind of accelerator that comes to market. */
export interface Generation {
  accelerator: Accelerator;
  from: number;
}

export const generation: Table<Generation> = table<Generation>(
  "generation",
  "Kinds of accelerators that come to market: from then on, clusters order them in place of what they hold.",
  ({ref, date}) => ({
    accelerator: ref(() => accelerator, "What can be ordered"),
    from: date("First month in which it can be ordered in quantity")
  })
);
