import type {Question, Way} from "./explore.js";

/** What may take most of the GPU time of a way of serving. */
const bindings = ["compute", "bandwidth", "interconnect", "latency"] as const;

export type Binding = (typeof bindings)[number];

/** What takes most of the GPU time of a way of serving. */
export function bindingOf(way: Way): Binding {
  return bindings.reduce((most, next) => (way[`${next}_part`] > way[`${most}_part`] ? next : most));
}

/** A limit of a question, and the share of it that a way of serving uses: above 1, it is broken. */
export interface Headroom {
  limit: "time to first token" | "time per token" | "memory";
  used: number;
}

/**
 * The limit that a way of serving comes nearest to: it is what keeps the batch from growing. `slack` is the slowest
 * hundredth of the times per token over their mean, which the limit on them is for.
 */
export function nearestLimit(
  way: Way,
  {ttft_limit, tpot_limit}: Pick<Question, "ttft_limit" | "tpot_limit">,
  slack: number
): Headroom {
  const all: Headroom[] = [
    {limit: "time to first token", used: way.ttft / ttft_limit},
    {limit: "time per token", used: (way.tpot * slack) / tpot_limit},
    {limit: "memory", used: way.memory_needed / way.memory_available}
  ];
  return all.reduce((most, next) => (next.used > most.used ? next : most));
}
