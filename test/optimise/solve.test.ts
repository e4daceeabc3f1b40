import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {Program, solve} from "../../lib/optimise/index.js";
import {engine, standard} from "./engine.js";

/** Doors and windows of glass: 3 and 5 USD each; three plants have 4, 12 and 18 hours (Hillier and Lieberman). */
const glass = standard(
  [3, 5],
  [
    [1, 0],
    [0, 2],
    [3, 2]
  ],
  [4, 12, 18]
);

describe("solve, by hand", () => {
  it("2 doors and 6 windows give 36; an hour is worth 0, 1.5 and 1", async () => {
    const {status, value, amountOf, price, gap} = await solve(glass, engine);
    expect([status, value]).toEqual(["optimal", 36]);
    expect(glass.variables.map(amountOf)).toEqual([2, 6]);
    expect(glass.constraints.map((one) => price(one).value)).toEqual([0, 1.5, 1]);
    expect(gap).toBeLessThan(1e-12);
  });
  it("the second plant's hour is worth 1.5 from 6 to 18 hours, the third's 1 from 12 to 24", async () => {
    const {price} = await solve(glass, engine);
    expect(glass.constraints.slice(1).map((one) => [price(one).from, price(one).to])).toEqual([
      [6, 18],
      [12, 24]
    ]);
  });
  it("a diet at least cost: a unit of need is worth what it adds to the cost", async () => {
    const program = new Program("minimise", "USD");
    const [oats, beans] = ["oats", "beans"].map((name) => program.variable({name, unit: "kg", doc: name}));
    program.count([oats!, 2], [beans!, 3]);
    const energy = program.atLeast(
      {name: "energy", unit: "MJ", doc: "Energy"},
      [
        [oats!, 4],
        [beans!, 3]
      ],
      24
    );
    const protein = program.atLeast(
      {name: "protein", unit: "g", doc: "Protein"},
      [
        [oats!, 1],
        [beans!, 3]
      ],
      12
    );
    const {value, amountOf, price, gap} = await solve(program, engine);
    expect([value, amountOf(oats!), amountOf(beans!)].map((one) => Math.round(one * 1e9) / 1e9)).toEqual(
      [16, 4, 8 / 3].map((one) => Math.round(one * 1e9) / 1e9)
    );
    expect(price(energy).value).toBeCloseTo(1 / 3, 12);
    expect(price(protein).value).toBeCloseTo(2 / 3, 12);
    expect(gap).toBeLessThan(1e-12);
  });
  it("terms of one variable add up", async () => {
    const program = new Program("maximise", "USD");
    const x = program.variable({name: "x", unit: "1", doc: "x"});
    program.count([x, 1]);
    program.atMost(
      {name: "room", unit: "1", doc: "room"},
      [
        [x, 1],
        [x, 1]
      ],
      10
    );
    expect((await solve(program, engine)).value).toBe(5);
  });
  it("whole numbers: 5 tables rather than 3.75 and 2.25 chairs", async () => {
    const program = standard(
      [8, 5],
      [
        [1, 1],
        [9, 5]
      ],
      [6, 45],
      {whole: true}
    );
    const {value, amountOf} = await solve(program, engine);
    expect([value, ...program.variables.map(amountOf)]).toEqual([40, 5, 0]);
  });
  it("what can't be kept is infeasible, what has no end unbounded", async () => {
    expect((await solve(standard([1], [[1]], [-1]), engine)).status).toBe("infeasible");
    expect((await solve(standard([1, 1], [[1, -1]], [0]), engine)).status).toBe("unbounded");
  });
  it("a coefficient that is no number is refused by name", async () => {
    await expect(solve(standard([1], [[NaN]], [1]), engine)).rejects.toThrow("row 1: the coefficient of x1 is NaN");
  });
});

const small = fc.integer({min: 0, max: 6});
const cases = fc
  .record({columns: fc.integer({min: 1, max: 3}), rows: fc.integer({min: 1, max: 3})})
  .chain(({columns, rows}) =>
    fc.record({
      c: fc.array(fc.integer({min: -3, max: 6}), {minLength: columns, maxLength: columns}),
      A: fc.array(fc.array(small, {minLength: columns, maxLength: columns}), {minLength: rows, maxLength: rows}),
      b: fc.array(fc.integer({min: 0, max: 12}), {minLength: rows, maxLength: rows})
    })
  );

describe("solve, on random programs", () => {
  const most = 4;
  it("whole numbers: as good as the best of all that can be tried", async () =>
    fc.assert(
      fc.asyncProperty(cases, async ({c, A, b}) => {
        const {value} = await solve(standard(c, A, b, {whole: true, most}), engine);
        expect(value).toBeCloseTo(bruteForce(c, A, b, most), 9);
      }),
      {numRuns: 60, seed: 1}
    ));
  it("the dual objective is the objective, and no price has the wrong sign", async () =>
    fc.assert(
      fc.asyncProperty(cases, async ({c, A, b}) => {
        const program = standard(c, A, b, {most});
        const {gap, price} = await solve(program, engine);
        expect(gap).toBeLessThan(1e-9);
        for (const one of program.constraints) expect(price(one).value).toBeGreaterThanOrEqual(-1e-9);
      }),
      {numRuns: 60, seed: 2}
    ));
  it("a bound moved within its range moves the objective by its price", async () =>
    fc.assert(
      fc.asyncProperty(cases, async ({c, A, b}) => {
        const program = standard(c, A, b, {most});
        const {value, price} = await solve(program, engine);
        const {value: worth, to} = price(program.constraints[0]!);
        fc.pre(Number.isFinite(worth) && !Number.isNaN(to));
        const step = Math.min(0.5, to - b[0]!);
        const moved = await solve(standard(c, A, [b[0]! + step, ...b.slice(1)], {most}), engine);
        expect(moved.value - value).toBeCloseTo(worth * step, 8);
      }),
      {numRuns: 60, seed: 3}
    ));
});

function bruteForce(c: readonly number[], A: readonly (readonly number[])[], b: readonly number[], most: number) {
  const dot = (a: readonly number[], x: readonly number[]): number => a.reduce((sum, one, i) => sum + one * x[i]!, 0);
  const points = c.reduce<number[][]>(
    (all) => all.flatMap((x) => Array.from({length: most + 1}, (_, i) => [...x, i])),
    [[]]
  );
  return Math.max(...points.filter((x) => A.every((row, i) => dot(row, x) <= b[i]!)).map((x) => dot(c, x)));
}
