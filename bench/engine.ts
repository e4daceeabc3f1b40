import {fileURLToPath} from "node:url";
import {
  ensemble,
  mathematics,
  model,
  tableBuilder,
  type Callable,
  type Inputs,
  type Table
} from "../lib/sheet/index.js";
import {answer, type Contestant} from "./measure.js";
import {columnName, expression, inputs, INPUTS, steps} from "./synthetic.js";

/** A row of the synthetic sheet. */
export type Row = Record<string, number>;
type Functions = Callable<typeof mathematics>;

/** Block size, as in C. Blocks are copied in and out by column, so small ones consist mostly of copying. */
const BLOCK = 512;

/** The synthetic sheet in this engine: inputs are copied into a block of draws, and the last column out of it. */
export function engine(rows: number, data: readonly Float64Array[] = inputs(rows)): Contestant {
  const names = Array.from({length: INPUTS}, (_, i) => `sheet.i${i}`);
  const all = steps.map((_, i) => `sheet.f${i}`);
  const made = ensemble(model([sheet], parameter, mathematics), given, {only: all, uncertain: names, block: BLOCK});
  const slabs = names.map((name) => made.slab(name).cells);
  const [last, result] = [made.slab(all.at(-1)!).cells, new Float64Array(rows)];
  const run = () => {
    for (let row = 0; row < rows; row += BLOCK) {
      slabs.forEach((slab, i) => slab.set(data[i]!.subarray(row, row + BLOCK)));
      made.run(() => result.set(last, row));
    }
    return {sum: result.reduce((sum, value) => sum + value, 0)};
  };
  return {name: "this engine", rows, run};
}

/** This engine's first run in a separate process, including parsing and compiling the model. */
export function engineOnce(rows: number): Contestant {
  return {
    name: "this engine, once",
    rows,
    run: () => answer(process.execPath, ["--import", "tsx", once, String(rows)])
  };
}

const once = fileURLToPath(new URL("engine-once.ts", import.meta.url));

/** A step as an arrow function, as in a model. */
export function formulaOf(
  i: number
): (row: Row, parameter: object, functions: Pick<Functions, "min" | "max">) => number {
  const text = expression(
    steps[i]!,
    (place) => `row.${columnName(place)}`,
    (name) => name
  );
  // The formulas are generated.
  // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-call
  return new Function(`return (row, parameter, {min, max}) => ${text}`)() as ReturnType<typeof formulaOf>;
}

const table = tableBuilder<{none: number}, Functions>();
const parameter: Table<{none: number}> = table("parameter", "None.", ({input}) => ({none: input("1", "None")}), {
  single: true
});
const sheet = table<Row>("sheet", "Inputs and formulas.", ({input, formula}) =>
  Object.fromEntries([
    ...Array.from({length: INPUTS}, (_, i) => [`i${i}`, input("1", "An input")] as const),
    ...steps.map((_, i) => [`f${i}`, formula("1", "A formula", formulaOf(i))] as const)
  ])
);
const given: Inputs = {
  parameter: {keys: ["parameter"], columns: {none: {values: [0]}}},
  sheet: {keys: ["row"], columns: Object.fromEntries(Array.from({length: INPUTS}, (_, i) => [`i${i}`, {values: [1]}]))}
};
