/* oxlint-disable typescript/no-unsafe-return, typescript/no-unsafe-call, typescript/no-unsafe-member-access --
   what does not compile has no type */
import {expect, it} from "vitest";
import {mathematics, tableBuilder, type Callable, type Table} from "../../lib/sheet/index.js";

interface Parameter {
  rate: number;
}

interface Chip {
  vendor: string;
  tdp: number;
  die_area: number;
}

interface Rack {
  chip: Chip;
  site: "owned" | "rented";
  count: number;
  tdp: number;
  result: number;
}

interface Hall {
  count: number;
  tdp: number;
}

const table = tableBuilder<Parameter, Callable<typeof mathematics>>();

const chip: Table<Chip> = table<Chip>("chip", "", ({text, input}) => ({
  vendor: text(""),
  tdp: input("W/GPU", ""),
  die_area: input("mm2/GPU", "")
}));

/** Never called: the test is that it compiles with exactly the expected errors. */
function definitions(): void {
  const rack = table<Rack>("rack", "", ({ref, text, input, lookup, lookups, formula, rollup, previous}) => {
    const typed = {chip: ref(() => chip, ""), site: text<Rack["site"]>(""), count: input("GPU", "")};
    // @ts-expect-error a typing error in a formula's column
    formula("GPU", "", (r) => r.cuont);
    // @ts-expect-error a typing error in a formula's parameter
    formula("GPU", "", (r, p) => r.count * p.raet);
    // @ts-expect-error a typing error in a formula's function
    formula("GPU", "", (r, p, f) => f.maxx(r.count));
    // @ts-expect-error a text is not a number
    formula("GPU", "", (r) => r.site);
    // @ts-expect-error a text that the column can't hold
    formula("GPU", "", (r) => (r.site === "onwed" ? 1 : 0));
    // @ts-expect-error a reference is followed by lookup columns only
    formula("W", "", (r) => r.chip.tdp);
    // @ts-expect-error a typing error in a lookup's reference
    lookup("chpi", "tdp");
    // @ts-expect-error a typing error in a lookup's column
    lookup("chip", "tpd");
    // @ts-expect-error a lookup goes through a reference
    lookup("count", "tdp");
    // @ts-expect-error a typing error in one of several lookups
    lookups("chip", "tdp", "die_aera");
    // @ts-expect-error a lookup under a name that the row does not have
    lookups("chip", "die_area");
    // @ts-expect-error a typing error in the reference of several lookups
    lookups("chpi", "tdp");
    // @ts-expect-error a typing error in a rollup's column
    rollup(() => chip, "tpd", "sum");
    // @ts-expect-error a rollup aggregates numbers
    rollup(() => chip, "vendor", "sum");
    // @ts-expect-error an unknown aggregate
    rollup(() => chip, "tdp", "median");
    // @ts-expect-error an unknown weight
    rollup(() => chip, "tdp", "weighted_mean", {weight: "tpd"});
    // @ts-expect-error a typing error in a previous column
    previous("cuont", 0);
    // @ts-expect-error a typing error in its beginning
    previous("count", "cuont");
    return {...typed, ...lookups("chip", "tdp"), result: formula("W", "", (r, p, {max}) => max(r.count, p.rate))};
  });
  table<Hall>("hall", "", ({sums}) => {
    // @ts-expect-error a typing error in one of several sums
    sums(() => rack, "count", "tpd");
    // @ts-expect-error a sum under a name that the row does not have
    sums(() => rack, "result");
    // @ts-expect-error sums are of numbers
    sums(() => rack, "site");
    return sums(() => rack, "count", "tdp");
  });
  // @ts-expect-error a lookup that holds another kind of value
  table<{chip: Chip; vendor: number}>("other", "", ({ref, lookups}) => ({
    chip: ref(() => chip, ""),
    ...lookups("chip", "vendor")
  }));
  // @ts-expect-error a column of the row that is not defined
  table<Rack>("rack", "", ({input}) => ({count: input("GPU", "")}));
  // @ts-expect-error a column that holds another kind of value
  table<Hall>("hall", "", ({input, text}) => ({count: text(""), tdp: input("W/GPU", "")}));
}

it("typing errors in definitions do not compile (tsc checks them above)", () =>
  expect(definitions).toBeTypeOf("function"));
