import type {Table} from "../sheet/index.js";
import {table} from "./parameter.js";

/** How a cluster is handed to its users. */
export interface Orchestrator {
  name: string;
  staff: number;
  licence: number;
  provisioning_delay: number;
  allocatable_share: number;
  goodput: number;
}

export const orchestrator: Table<Orchestrator> = table<Orchestrator>(
  "orchestrator",
  "How clusters are handed to their users.",
  ({text, input}) => ({
    name: text("Name of the system"),
    staff: input("FTE/kGPU", "Engineers per thousand accelerators"),
    licence: input("USD/GPU-month", "Licence and support of the software"),
    provisioning_delay: input("day", "Days from order to first job"),
    allocatable_share: input("share", "Share of installed accelerators available, after spares and system nodes"),
    goodput: input("share", "Share of sold time that does useful work, after failures and restarts")
  })
);
