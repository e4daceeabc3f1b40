import {table} from "../model/parameter.js";
import {acceleratorFamily, type AcceleratorFamily} from "../model/silicon.js";
import type {Table} from "../sheet/index.js";
import {servingStack, type ServingStack} from "./serving-stack.js";

/** Kernels for experts that fell short of later ones: of which software, on which accelerators, until when. */
export interface Kernel {
  serving_stack: ServingStack;
  accelerator_family: AcceleratorFamily;
  precision: number;
  until: number;
  share: number;
}

export const kernel: Table<Kernel> = table<Kernel>(
  "kernel",
  "Kernels for experts that read more slowly than later ones; where none applies, all of the bandwidth is reached.",
  ({ref, date, input}) => ({
    serving_stack: ref(() => servingStack, "Software that has it; empty for all"),
    accelerator_family: ref(() => acceleratorFamily, "Accelerators that it runs on; empty for all"),
    precision: input("B/param", "Bytes of a weight of the experts; empty for any"),
    until: date("Month from which on a better one is there"),
    share: input("share", "Share of the bandwidth for experts that it reaches")
  })
);
