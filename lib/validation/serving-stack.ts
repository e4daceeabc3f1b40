import {table} from "../model/parameter.js";
import type {Table} from "../sheet/index.js";

/** Software that serves models: what its host does for each request, and how it gives out memory. */
export interface ServingStack {
  name: string;
  host_time: number;
  booked_output: number;
  first_token_time: number;
  first_token_steps: number;
  first_token_passes: number;
  first_wave: number;
  paced_passes: number;
  paced_steps: number;
  first_token_limit_share: number;
}

export const servingStack: Table<ServingStack> = table<ServingStack>(
  "serving_stack",
  "Serving software: the host's work on each request, how memory is given out, what the first token waits for.",
  ({text, input}) => ({
    name: text("Name of the software"),
    host_time: input("ms", "Work of an engine process on each request in a step"),
    booked_output: input("share", "Share of a request's output that has room in the cache, on average over its life"),
    first_token_time: input("ms", "Time of the server before the first token, apart from computing"),
    first_token_steps: input("1", "Decode steps that a request waits for before its first token"),
    first_token_passes: input("1", "Passes over its input that the first token of a request takes under load"),
    first_wave: input("1", "Passes of others that it waits for where all requests begin at once, of those at once"),
    paced_passes: input("1", "Passes that it takes where requests come one after the other"),
    paced_steps: input("1", "Decode steps that it then waits for"),
    first_token_limit_share: input("share", "Mean time to the first token over the limit on it, under as much load")
  })
);
