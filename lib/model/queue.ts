/**
 * The largest utilisation of `places` servers at which at most the share `waiting` of Poisson arrivals has to wait. Exact
 * by Erlang's C formula up to 30 places; above, by the limit of many servers, which is 1 - b / sqrt(places).
 * Source: S. Halfin, W. Whitt, "Heavy-Traffic Limits for Queues with Many Exponential Servers", Operations Research
 * 29(3), 1981.
 */
export function queueUtilisation(places: number, waiting: number): number {
  if (!(places >= 1 && waiting > 0 && waiting < 1)) return NaN;
  if (places > 30) return 1 - slack(waiting) / Math.sqrt(places);
  const servers = Math.floor(places);
  return bisect((load) => erlangC(servers, load * servers) - waiting, 0, 1);
}

/** Erlang's C: the share of arrivals that wait, at `load` (arrival rate x service time, below `servers`) and `servers`. */
export function erlangC(servers: number, load: number): number {
  if (load <= 0) return 0;
  let blocked = 1;
  for (let n = 1; n <= servers; ++n) blocked = (load * blocked) / (n + load * blocked);
  return (servers * blocked) / (servers - load * (1 - blocked));
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
  return Math.exp((-b * b) / 2) / Math.sqrt(2 * Math.PI) / normal(b);
}

/** Phi(x) for x >= 0 to 1e-7 (Abramowitz and Stegun, 26.2.17). */
function normal(x: number): number {
  const t = 1 / (1 + 0.2316419 * x);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * series;
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
