import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {root} from "../../scripts/paths.js";
import {casesAt, readSweep} from "../../lib/sweep/index.js";
import {sweepOf} from "./five.js";

const head = "title: T\n";

describe("a specification", () => {
  it("has defaults for all but its title", () => {
    expect(readSweep(head, "s.yaml")).toEqual({
      title: "T",
      description: "",
      scenario: "reference",
      model: "chain",
      set: [],
      axes: [],
      draws: 1,
      sampler: "latin",
      seed: 1,
      outputs: {headline: ["all"], quantiles: [], draws: false}
    });
  });
  it("runs are points times draws, points the product of the axes, texts first", () => {
    const sweep = sweepOf(
      `${head}axes:\n  share: {cell: parameter.realised_share, from: 0.1, to: 0.4, steps: 4}\n  place: {cell: ` +
        `"cluster[boreal-b200].facility", values: [lulea, dallas]}\n  path: {scenarios: [reference, ` +
        `gpu-glut]}\ndraws: 10`
    );
    expect([sweep.runs, sweep.points, sweep.pointsPerGroup]).toEqual([160, 16, 4]);
    expect(casesAt(sweep, 5).map(({label}) => label)).toEqual(["lulea", "gpu-glut", 0.2]);
  });
  it.each([
    ["linear", [1, 4, 7, 10]],
    ["log", [1, 2.15443469003, 4.64158883361, 10]]
  ])("a range has equal steps on a %s scale", (scale, values) => {
    const {axes} = readSweep(`${head}axes:\n  a: {cell: x.y, from: 1, to: 10, steps: 4, scale: ${scale}}`, "s.yaml");
    expect(axes[0]!.cases.map(({label}) => label)).toEqual(values);
  });
  it("named cases set several cells each", () => {
    const {axes} = readSweep(`${head}axes:\n  a:\n    cases:\n      one: {x.y: 1, x.z: b}\n      two: {}`, "s.yaml");
    expect(
      axes[0]!.cases.map(({label, overrides}) => [label, overrides.map(({cell, value}) => `${cell}=${value}`)])
    ).toEqual([
      ["one", ["x.y=1", "x.z=b"]],
      ["two", []]
    ]);
  });
  it("a number on which rows depend makes separate models", () => {
    expect(sweepOf(`${head}axes:\n  a: {cell: "deployment[meridian-small].replica", values: [2, 4]}`).numeric).toEqual(
      []
    );
  });
});

describe("the project's own specifications", () => {
  it("the guide's can be read", () => {
    const [, yaml] = /```yaml\n(title: Where does a larger[\s\S]*?)```/.exec(
      readFileSync(`${root}/docs/guide.md`, "utf8")
    )!;
    expect(sweepOf(yaml!)).toMatchObject({runs: 64_000, points: 64, pointsPerGroup: 8});
  });
  it("the shipped sweep's agrees with its tables", () => {
    const sweep = sweepOf(readFileSync(`${root}/sweeps/build-out.yaml`, "utf8"));
    const manifest = JSON.parse(readFileSync(`${root}/sweeps/build-out/manifest.json`, "utf8")) as Record<
      string,
      number
    >;
    expect([manifest.runs, manifest.points]).toEqual([sweep.runs, sweep.points]);
    const lines = readFileSync(`${root}/sweeps/build-out/summary.csv`, "utf8").trim().split("\n");
    expect(lines.length - 1).toBe(sweep.points * sweep.headline.length);
    expect(sweep.runs).toBeGreaterThan(20_000);
  });
});

describe("a wrong specification", () => {
  it.each([
    ["", "s.yaml:1: a sweep is a list of"],
    ["draws: 2", "s.yaml:1: missing title"],
    [`${head}drws: 2`, 's.yaml:2: unknown key "drws"\n  did you mean draws?'],
    [`${head}draws: many`, 's.yaml:2: draws: "many" is not a number'],
    [`${head}draws: 0.5`, 's.yaml:2: draws: "0.5" is not a whole number from 1'],
    [`${head}sampler: latn`, 's.yaml:2: unknown sampler "latn"\n  did you mean latin?'],
    [`${head}sampler: central\ndraws: 5`, "s.yaml:3: draws: 5 runs with central values are identical"],
    [`${head}axes:\n  a: {cell: x.y}`, "s.yaml:3: a: use cell and values"],
    [`${head}axes:\n  run: {cell: x.y, values: [1]}`, `s.yaml:3: axes: "run" is not a valid column name`],
    [`${head}axes:\n  a: {cell: x.y, from: 2, to: 1, steps: 3}`, "s.yaml:3: a: from (2) must be less than to (1)"],
    [
      `${head}axes:\n  a: {cell: x.y, from: 0, to: 1, steps: 3, scale: log}`,
      "s.yaml:3: a: a log scale must start above 0"
    ],
    [`${head}axes:\n  a: {cell: x.y, values: [1, 1]}`, 's.yaml:3: a: "1" appears twice'],
    [`${head}axes: [`, "s.yaml:"],
    [`${head}outputs: {at: [x]}`, 's.yaml:2: at: "x" is not a month']
  ])("%j says what to write", (text, message) => expect(() => readSweep(text, "s.yaml")).toThrow(message));
  it.each([
    ["scenario: refrence", 'unknown scenario "refrence"\n  did you mean reference?'],
    ["scenario: readme-baseline", "uses the model readme"],
    [
      "axes:\n  a: {cell: parameter.realised_shar, values: [1]}",
      "test.yaml:3: parameter.realised_shar: unknown input column"
    ],
    ["axes:\n  a: {cell: parameter.realised_share, values: [x]}", "test.yaml:3"],
    [
      'axes:\n  a: {cell: "cluster[atlas-b200].facility", values: [lulea, dalas]}',
      'unknown facility "dalas"\n  did you mean dallas?'
    ],
    ["axes:\n  a: {scenarios: [gpu-glt]}", "did you mean gpu-glut?"],
    ["outputs: {headline: [tokenz]}", "did you mean tokens?"],
    ["outputs: {headline: [cluster.price]}", "use cluster[row].price"],
    ["months: 12\noutputs: {at: [12]}", "month 12 is outside the run"],
    ["model: investment\noutputs: {headline: [tokens]}", 'unknown measure "tokens"']
  ])("%j names what is not there", (text, message) => expect(() => sweepOf(`${head}${text}`)).toThrow(message));
});
