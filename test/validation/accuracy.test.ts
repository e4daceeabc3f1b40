import {describe, expect, it} from "vitest";
import {evaluate, keysOf, numberAt, parseUnit} from "../../lib/sheet/index.js";
import {resolveInput} from "../../lib/sheet/address.js";
import {
  classErrors,
  fittedIn,
  heldOutErrors,
  leftOuts,
  predictedOf,
  validation,
  worseClasses
} from "../../lib/validation/index.js";
import {assumptions} from "./serving.js";

const errors = heldOutErrors(assumptions);
const all = (leftOut: (typeof leftOuts)[keyof typeof leftOuts]) =>
  errors.get(leftOut)!.find(({name}) => name === "all")!;
const measurements = assumptions.measurement!.keys.length;

describe("predictions of measurements that were left out", () => {
  it("are there for all of them", () => {
    for (const leftOut of [leftOuts.rate, leftOuts.source_rate, leftOuts.publisher_rate])
      expect(all(leftOut).count).toBe(measurements);
  });
  it("are as good as is asked: pairs within 11 and 33 %, sources within 14 and 45 %, without a lean over 3 %", () => {
    const [pairs, sources] = [all(leftOuts.corrected_rate), all(leftOuts.corrected_source_rate)];
    expect(pairs.median).toBeLessThan(0.1105);
    expect(pairs.p90).toBeLessThan(0.33);
    expect(sources.median).toBeLessThan(0.14);
    expect(sources.p90).toBeLessThan(0.45);
    for (const {bias} of [pairs, sources]) expect(Math.abs(bias)).toBeLessThan(0.03);
  });
  it("no class of 15 or more is off by a quarter in the middle, by the physics", () => {
    const classes = [leftOuts.rate, leftOuts.source_rate].flatMap((leftOut) => errors.get(leftOut)!);
    expect(classes.filter(({count, median}) => count >= 15 && median > 0.25)).toEqual([]);
  });
  it("lie in their ranges of 5 to 95 % in 85 to 95 of 100", () => {
    const {columns} = assumptions.held_out!;
    const {output_rate, total_rate} = assumptions.measurement!.columns;
    for (const [low, high] of [
      ["low", "high"],
      ["source_low", "source_high"]
    ] as const) {
      const inside = columns.measurement!.values.filter((key, row) => {
        const at = assumptions.measurement!.keys.indexOf(String(key));
        const measured = Number(output_rate!.values[at] ?? total_rate!.values[at]);
        return measured >= Number(columns[low]!.values[row]) && measured <= Number(columns[high]!.values[row]);
      });
      expect(inside.length / measurements).toBeGreaterThan(0.85);
      expect(inside.length / measurements).toBeLessThan(0.95);
    }
  });
  it("are no worse in any class of 15 than the table accuracy says, up to 3 points", () =>
    expect(worseClasses(assumptions, errors)).toEqual([]));
  it("a class that gets worse by more is found", () => {
    const worse = new Map(
      [...errors].map(([name, classes]) => [name, classes.map((one) => ({...one, median: one.median + 0.031}))])
    );
    const found = worseClasses(assumptions, worse);
    expect(found.map(({name}) => name)).toContain("ML.ENERGY");
    expect(found.filter(({count}) => count < 15)).toEqual([]);
  });
  it("the table accuracy says what the present values predict of all measurements", () => {
    const {keys, columns} = assumptions.accuracy!;
    const now = classErrors(assumptions, predictedOf(assumptions).predicted_rate);
    const said = keys.flatMap((_, row) =>
      columns.left_out!.values[row] === leftOuts.fitted
        ? [[columns.of!.values[row], Number(columns.median!.values[row])] as const]
        : []
    );
    expect(
      said.filter(([name, median]) => Math.abs(now.find((one) => one.name === name)!.median - median) > 0.01)
    ).toEqual([]);
  });
});

describe("what is fitted", () => {
  const fitted = fittedIn(assumptions);
  const base = {model: validation, inputs: assumptions};
  it("stands in cells that there are, in their unit, within physical bounds", () => {
    const odd = fitted.flatMap(({key, cells, least, most}, row) =>
      cells.flatMap(({table, row: name, column: of}) => {
        const cell = table === "parameter" ? `parameter.${of}` : `${table}[${name}].${of}`;
        const {column, row: at} = resolveInput(base, cell);
        const value = Number(assumptions[table]!.columns[of]!.values[at]);
        const unit = parseUnit(String(assumptions.fitted_value!.columns.unit!.values[row]));
        const fine = value >= least * 0.9999 && value <= most * 1.0001 && unit.text === column.unit.text;
        return fine ? [] : [key];
      })
    );
    expect(odd).toEqual([]);
  });
  it("shares lie in (0, 1]", () => {
    const {unit, least, most} = assumptions.fitted_value!.columns;
    const shares = fitted.map((_, row) => row).filter((row) => unit!.values[row] === "share");
    expect(shares.filter((row) => !(Number(least!.values[row]) > 0 && Number(most!.values[row]) <= 1))).toEqual([]);
  });
  it("is 43 values of rates, 4 of power and 13 of times to the first token", () =>
    expect(["rate", "power", "ttft"].map((name) => fitted.filter(({target}) => target === name).length)).toEqual([
      43, 4, 13
    ]));
});

describe("the shape of a model", () => {
  it("adds up to the published number of parameters within 1 %", () => {
    const run = evaluate(validation, assumptions, {only: ["language_model.counted_parameters"]});
    const {total_parameters: published} = assumptions.language_model!.columns;
    const off = keysOf(run, "language_model").filter((_, row) => {
      const counted = numberAt(run, "language_model.counted_parameters", row, 0);
      return Math.abs(counted / Number(published!.values[row]) - 1) > 0.01;
    });
    expect(off).toEqual([]);
  });
  it("is that of the configuration for 40 models and more", () => {
    const {vocabulary} = assumptions.language_model!.columns;
    expect(vocabulary!.values.filter((value) => value !== null).length).toBeGreaterThan(40);
  });
});
