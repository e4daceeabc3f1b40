import {
  clock,
  evaluate,
  mathematics,
  model,
  tableBuilder,
  type Callable,
  type Inputs,
  type Table
} from "../lib/sheet/index.js";

/**
 * A sheet of 1,000 rows and 60 columns (30 inputs, 30 formulas, of which ten read last month) over 60 months: this
 * engine against the same formulas on a plain JavaScript object a row. Prints the median of seven runs and the ratio.
 */
const rows = 1000;
const months = 60;
const half = 30;

type Row = Record<string, number>;
interface Clock {
  month: number;
  step: number;
}
type Builder = Record<"input" | "formula" | "previous", (...values: unknown[]) => never>;

const table = tableBuilder<Clock, Callable<typeof mathematics>>();
const parameter: Table<Clock> = table(
  "parameter",
  "The clock.",
  () => ({month: clock("Month"), step: clock("One month")}),
  {
    single: true
  }
);
const wide = table<Row>("wide", "Inputs and formulas.", (words) => columns(words as unknown as Builder));
const inputs: Inputs = {
  parameter: {keys: ["parameter"], columns: {}},
  wide: {
    keys: Array.from({length: rows}, (_, row) => `row-${row}`),
    columns: Object.fromEntries(
      Array.from({length: half}, (_, i) => [
        `i${i}`,
        {values: Array.from({length: rows}, (_, row) => 1 + i + row / rows)}
      ])
    )
  }
};

const sheet = model([wide], parameter, mathematics);
const engine = median(() => evaluate(sheet, inputs, {months}));
const objects = median(runObjects);
console.log(
  `engine ${engine.toFixed(0)} ms, an object a row ${objects.toFixed(0)} ms: ${(objects / engine).toFixed(1)} times faster`
);

function columns({input, formula, previous}: Builder): Record<string, never> {
  const typed = Array.from({length: half}, (_, i) => [`i${i}`, input("1", "An input")] as const);
  const computed = Array.from(
    {length: half},
    (_, i) =>
      [`f${i}`, i < 10 ? previous(`f${i + 10}`, 0, "Last month") : formula("1", "A formula", formulaOf(i))] as const
  );
  return Object.fromEntries([...typed, ...computed]);
}

function formulaOf(i: number): unknown {
  const [a, b, before] = [`i${i}`, `i${half - 1 - i}`, i < 20 ? `i${i - 10}` : `f${i - 20}`];
  // The columns are made by the dozen, so their formulas are too.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  return new Function(
    `return (row, p, {min, max}) => max(row.${a} * 0.5 + row.${before} / (row.${b} + 1), min(row.${b}, p.month / p.step))`
  )();
}

function runObjects(): Row[][] {
  const functions = Array.from({length: half}, (_, i) =>
    i < 10 ? undefined : (formulaOf(i) as (row: Row, p: Row, f: typeof Math) => number)
  );
  const history: Row[][] = [];
  for (let month = 0; month < months; ++month)
    history.push(
      inputs.wide!.keys.map((_, row) => {
        const cells: Row = {};
        for (const [name, {values}] of Object.entries(inputs.wide!.columns)) cells[name] = Number(values[row]);
        for (let i = 0; i < 10; ++i) cells[`f${i}`] = month > 0 ? history[month - 1]![row]![`f${i + 10}`]! : 0;
        for (let i = 10; i < half; ++i) cells[`f${i}`] = functions[i]!(cells, {month, step: 1}, Math);
        return cells;
      })
    );
  return history;
}

function median(run: () => unknown): number {
  const times = Array.from({length: 7}, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[3]!;
}
