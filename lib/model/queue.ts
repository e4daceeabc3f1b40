import {exp} from "../sheet/exponential.js";
/** Up to this load, servers are counted by Erlang's C; above, the limit of many servers is off by about 0.5 %. */
const EXACT = 100;

/**
 * The largest utilisation of servers at which at most the share `waiting` of Poisson arrivals has to wait, where `load`
 * requests are in work at once. Exact by Erlang's C formula up to 100, interpolated between whole servers; above, by
 * the limit of many servers, which are load + b sqrt(load). Source: S. Halfin, W. Whitt, "Heavy-Traffic Limits for
 * Queues with Many Exponential Servers", Operations Research 29(3), 1981.
 */
export function queueUtilisation(load: number, waiting: number): number {
  if (!(load >= 1 && waiting > 0 && waiting < 1)) return NaN;
  return load > EXACT ? 1 / (1 + slack(waiting) / Math.sqrt(load)) : load / serversFor(load, waiting);
}

/** Erlang's B, the share that finds all servers busy, grows from one server to the next; Erlang's C follows from it. */
function serversFor(load: number, waiting: number): number {
  let blocked = 1;
  let last = 1;
  for (let servers = 1; ; ++servers) {
    blocked = (load * blocked) / (servers + load * blocked);
    const waits = servers > load ? (servers * blocked) / (servers - load * (1 - blocked)) : 1;
    if (waits <= waiting) return servers - (waiting - waits) / (last - waits);
    last = waits;
  }
}

/** The b of the limit of many servers: waiting = 1 / (1 + b Phi(b) / phi(b)). */
function slack(waiting: number): number {
  let known = slacks.get(waiting);
  if (known === undefined) slacks.set(waiting, (known = bisect((b) => waiting - 1 / (1 + b / hazard(b)), 0, 40)));
  return known;
}

const slacks = new Map<number, number>();

/** phi(b) / Phi(b) of the normal distribution. */
function hazard(b: number): number {
  return exp((-b * b) / 2) / Math.sqrt(2 * Math.PI) / normal(b);
}

/** Phi(x) for x >= 0 to 1e-7 (Abramowitz and Stegun, 26.2.17). */
function normal(x: number): number {
  const t = 1 / (1 + 0.2316419 * x);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - (exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * series;
}

/** Where a rising function crosses zero between `low` and `high`. */
function bisect(f: (x: number) => number, low: number, high: number): number {
  for (let i = 0; i < 60; ++i) {
    const middle = (low + high) / 2;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return low;
}
