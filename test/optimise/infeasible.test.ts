import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {canKeep, conflict, Program, solve, type Constraint} from "../../lib/optimise/index.js";
import {engine} from "./engine.js";

const words = (name: string) => ({name, unit: "1", doc: name});

/** At least 5 apples, at most 3 fruits, at least 1 pear, at most 100 pears. */
function fruits(): {program: Program; limits: Constraint[]} {
  const program = new Program("maximise", "1");
  const [apples, pears] = [program.variable(words("apples")), program.variable(words("pears"))];
  const limits = [
    program.atLeast(words("apples wanted"), [[apples, 1]], 5),
    program.atMost(
      words("basket"),
      [
        [apples, 1],
        [pears, 1]
      ],
      3
    ),
    program.atLeast(words("pears wanted"), [[pears, 1]], 1),
    program.atMost(words("pears there"), [[pears, 1]], 100)
  ];
  return {program, limits};
}

describe("conflict, by hand", () => {
  it("5 apples do not fit a basket for 3: pears have nothing to do with it", async () => {
    const {program, limits} = fruits();
    const {set} = await conflict(program, limits, engine);
    expect(set.map(({name}) => name).sort()).toEqual(["apples wanted", "basket"]);
  });
  it("the least that gives way is what is missing, as a share of each limit: 3 of 5 apples", async () => {
    const {program, limits} = fruits();
    const {relief} = await conflict(program, limits, engine);
    expect(relief.map(({constraint, from, to}) => [constraint.name, from, to])).toEqual([["apples wanted", 5, 2]]);
  });
  it("constraints that are no limits do not give way", async () => {
    const {program, limits} = fruits();
    const [apples] = limits;
    const {set, relief} = await conflict(program, [limits[1]!, limits[3]!], engine);
    expect(set.map(({name}) => name)).toEqual(["basket"]);
    expect(relief.map(({constraint, to}) => [constraint.name, to])).toEqual([["basket", 6]]);
    expect(apples!.least).toBe(5);
  });
});

const rows = fc.array(
  fc.record({
    a: fc.array(fc.integer({min: -3, max: 3}), {minLength: 2, maxLength: 2}),
    b: fc.integer({min: -6, max: 3})
  }),
  {minLength: 3, maxLength: 8}
);

describe("conflict, on random programs", () => {
  it("the set can't be kept; without any one of it, the rest can", async () =>
    fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const program = new Program("maximise", "1");
        const x = ["x", "y"].map((name) => program.variable(words(name)));
        const limits = all.map(({a, b}, i) =>
          program.atMost(
            words(`row ${i}`),
            a.map((value, column) => [x[column]!, value] as const),
            b
          )
        );
        fc.pre((await solve(program, engine)).status === "infeasible");
        const {set, relief} = await conflict(program, limits, engine);
        expect(await canKeep(program, limits, set, engine)).toBe(false);
        for (const one of set)
          expect(
            await canKeep(
              program,
              limits,
              set.filter((other) => other !== one),
              engine
            )
          ).toBe(true);
        const eased = new Program("maximise", "1");
        eased.variables.push(...x);
        for (const limit of limits) {
          const gives = relief.find(({constraint}) => constraint === limit);
          eased.constraints.push({...limit, most: (gives?.to ?? limit.most) + 1e-6});
        }
        expect((await solve(eased, engine)).status).toBe("optimal");
      }),
      {numRuns: 60, seed: 7}
    ));
});
