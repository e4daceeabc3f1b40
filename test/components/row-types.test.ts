import {describe, expect, it} from "vitest";
import {numberIn} from "../../src/components/rows/row-values.js";
import type {RowOf} from "../../src/components/rows/table-types.js";

const month = new Date("2026-12-01");
const flow: RowOf<"flow"> = {
  scenario: "reference",
  date: month,
  payer_sector: "Users",
  payee_sector: "Applications",
  good: "subscriptions",
  kind: "final",
  amount: 1
};

describe("a misspelt column is a type error, and throws", () => {
  it("of a table that is defined by its records", () => {
    // @ts-expect-error: flow has amount, not amuont
    expect(() => numberIn(flow, "amuont")).toThrow("unknown column: amuont");
  });
  it("of a table of the model", () => {
    const cluster = {key: "atlas-b200", levelised_cost: 2} as RowOf<"cluster">;
    // @ts-expect-error: cluster has levelised_cost, not levelised_costt
    expect(() => numberIn(cluster, "levelised_costt")).toThrow("levelised_cost");
  });
});

describe("a date", () => {
  it("of a record is a date", () => expect(flow.date.getUTCFullYear()).toBe(2026));
  it("among a model's inputs is a date, too, where it is known", () => {
    const quoted: RowOf<"rental_quote">["quoted"] = month;
    expect(quoted.getUTCMonth()).toBe(11);
  });
});
