import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {queueUtilisation} from "../../lib/model/queue.js";

/** Erlang's C by its definition: the share of arrivals that wait at `load` and whole `servers`. */
function erlangC(servers: number, load: number): number {
  const terms = Array.from({length: servers}, (_, n) =>
    Array.from({length: n}, (_, i) => load / (i + 1)).reduce((product, factor) => product * factor, 1)
  );
  const last = (terms.at(-1)! * load) / (servers - load);
  return last / (terms.reduce((sum, term) => sum + term, 0) + last);
}

describe("utilisation that a queue allows", () => {
  it.each([
    [1, 3],
    [5, 8],
    [30, 38],
    [100, 115]
  ])("at a load of %d whose waiting share fills %d servers is load over servers", (load, servers) =>
    expect(queueUtilisation(load, erlangC(servers, load))).toBeCloseTo(load / servers, 9)
  );
  it("of a load, not of servers: 30 requests at once need 38.4 places for one waiting in ten", () =>
    expect(30 / queueUtilisation(30, 0.1)).toBeCloseTo(38.4, 1));
  it("of a large load follows the square-root rule: 1.42 idle places per root for one waiting in ten", () =>
    expect((10_000 / queueUtilisation(10_000, 0.1) - 10_000) / 100).toBeCloseTo(1.42, 2));
  it("goes over from exact to limit within a hundredth, upwards", () => {
    for (const waiting of [0.01, 0.1, 0.3]) {
      const step = queueUtilisation(100.001, waiting) - queueUtilisation(100, waiting);
      expect(step).toBeGreaterThan(0);
      expect(step).toBeLessThan(1e-2);
    }
  });
  it("rises with load and with patience, and stays below 1", () =>
    fc.assert(
      fc.property(
        fc.double({min: 1, max: 5000, noNaN: true}),
        fc.double({min: 0.01, max: 0.5, noNaN: true}),
        (load, waiting) => {
          const busy = queueUtilisation(load, waiting);
          expect(busy).toBeGreaterThan(0);
          expect(busy).toBeLessThan(1);
          expect(queueUtilisation(load * 4, waiting)).toBeGreaterThan(busy);
          expect(queueUtilisation(load, waiting * 1.5)).toBeGreaterThan(busy);
        }
      ),
      {seed: 2026}
    ));
  it("of no load is not a number", () => expect(queueUtilisation(0, 0.1)).toBeNaN());
});
