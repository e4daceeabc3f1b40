import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {dispatch} from "../../bench/dispatch.js";

const work = () => 10;

describe("a simulated cluster", () => {
  it("with a fast scheduler takes the work divided by the slots", () => {
    const {makespan, efficiency} = dispatch({shards: 100, slots: 10, rate: 1e9, startup: 0, work});
    expect(makespan).toBeCloseTo(100, 5);
    expect(efficiency).toBeCloseTo(1, 6);
  });
  it("with a slow scheduler takes the scheduler's time, and slots stay empty", () => {
    const {makespan, busiest} = dispatch({shards: 1000, slots: 1000, rate: 1, startup: 0, work});
    expect(makespan).toBeCloseTo(1010, 5);
    expect(busiest).toBeLessThanOrEqual(10);
  });
  it("is never faster than the work, the scheduler or the longest shard allows", () => {
    const counts = {
      shards: fc.integer({min: 1, max: 300}),
      slots: fc.integer({min: 1, max: 50}),
      rate: fc.double({min: 0.1, max: 100, noNaN: true})
    };
    fc.assert(
      fc.property(
        fc.record(counts),
        fc.array(fc.double({min: 0.1, max: 50, noNaN: true}), {minLength: 1}),
        (cluster, seconds) => {
          const of = (shard: number): number => seconds[shard % seconds.length]!;
          const all = Array.from({length: cluster.shards}, (_, shard) => of(shard));
          const {makespan, busiest, efficiency} = dispatch({...cluster, startup: 1, work: of});
          const least = Math.max(
            all.reduce((a, b) => a + b) / cluster.slots,
            cluster.shards / cluster.rate,
            Math.max(...all)
          );
          expect(makespan).toBeGreaterThanOrEqual(least * (1 - 1e-9));
          expect(busiest).toBeLessThanOrEqual(cluster.slots);
          expect(efficiency).toBeLessThanOrEqual(1 + 1e-9);
        }
      )
    );
  });
});
