import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {erlangC, queueUtilisation} from "../../lib/model/queue.js";

describe("Erlang's C", () => {
  it("of one server is its load: an arrival waits when it is busy", () => expect(erlangC(1, 0.7)).toBeCloseTo(0.7, 12));
  it("of two servers is 2 r^2 / (1 + r), r their utilisation", () => {
    const r = 0.6;
    expect(erlangC(2, 2 * r)).toBeCloseTo((2 * r * r) / (1 + r), 12);
  });
  it("agrees with its definition by factorials", () => {
    const [servers, load] = [5, 3.5];
    const term = (n: number): number => (n === 0 ? 1 : (term(n - 1) * load) / n);
    const last = (term(servers) * servers) / (servers - load);
    const sum = [0, 1, 2, 3, 4].reduce((total, n) => total + term(n), 0);
    expect(erlangC(servers, load)).toBeCloseTo(last / (sum + last), 12);
  });
});

describe("utilisation that a queue allows", () => {
  it("makes as many wait as allowed", () => {
    for (const places of [1, 2, 7, 30])
      expect(erlangC(places, places * queueUtilisation(places, 0.1))).toBeCloseTo(0.1, 9);
  });
  it("of many places follows the square-root rule: 1.42 idle places per root for one waiting in ten", () =>
    expect((1 - queueUtilisation(10_000, 0.1)) * 100).toBeCloseTo(1.42, 2));
  it("goes over from exact to limit within a hundredth", () =>
    expect(queueUtilisation(30, 0.1)).toBeCloseTo(queueUtilisation(31, 0.1), 1));
  it("rises with places and with patience, and stays below 1", () =>
    fc.assert(
      fc.property(fc.integer({min: 1, max: 5000}), fc.double({min: 0.01, max: 0.5, noNaN: true}), (places, waiting) => {
        const busy = queueUtilisation(places, waiting);
        expect(busy).toBeGreaterThan(0);
        expect(busy).toBeLessThan(1);
        expect(queueUtilisation(places * 4, waiting)).toBeGreaterThan(busy);
        expect(queueUtilisation(places, waiting * 1.5)).toBeGreaterThan(busy);
      }),
      {seed: 2026}
    ));
  it("of no place is not a number", () => expect(queueUtilisation(0, 0.1)).toBeNaN());
});
