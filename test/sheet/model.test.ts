import {describe, expect, it} from "vitest";
import {
  columnsOf,
  DefinitionError,
  mathematics,
  model,
  readersOf,
  rule,
  type Model,
  type Table
} from "../../lib/sheet/index.js";
import {formula} from "../../lib/sheet/formula.js";
import {input} from "../../lib/sheet/input.js";
import {lookup} from "../../lib/sheet/lookup.js";
import {previous} from "../../lib/sheet/previous.js";
import {ref} from "../../lib/sheet/ref.js";
import {rollup} from "../../lib/sheet/rollup.js";
import type {AnyColumn} from "../../lib/sheet/column.js";
import {fiveRows} from "./five-rows.js";

describe("model settles", () => {
  it("the unit and description of a lookup, rollup and previous column from their origin", () => {
    expect(fiveRows.columns.get("cluster.board_power")).toMatchObject({
      doc: "Thermal design power",
      unit: {text: "W/GPU"}
    });
    expect(fiveRows.columns.get("market.energy_cost")).toMatchObject({
      doc: "What the electricity costs",
      unit: {text: "USD/month"}
    });
    expect(fiveRows.columns.get("cluster.last_size")).toMatchObject({
      doc: "Accelerators last month",
      unit: {text: "GPU"}
    });
  });
  it("a count as a pure number", () => expect(fiveRows.columns.get("market.clusters")!.unit.dimension).toEqual({}));
  it("whether a column may differ from month to month", () =>
    expect(
      columnsOf(fiveRows, "cluster")
        .filter(({dynamic}) => !dynamic)
        .map(({name}) => name)
    ).toEqual(["gpu", "site", "count", "added", "board_power"]));
  it("the dependents of a column", () =>
    expect(readersOf(fiveRows, fiveRows.columns.get("cluster.energy")!).map(({id}) => id)).toEqual([
      "cluster.energy_cost"
    ]));
  it.each([
    ["cluster.count", ""],
    ["cluster.power", "size * board_power"],
    ["cluster.board_power", "gpu → tdp"],
    ["cluster.last_size", "previous(size), at first count"],
    ["market.energy_cost", "sum(cluster.energy_cost)"],
    ["market.mean_power", "weighted_mean(cluster.board_power) weighted by count"]
  ])("the rule of %s as %s", (id, text) => expect(rule(fiveRows.columns.get(id)!)).toBe(text));
});

describe("order", () => {
  it("puts each column after what it reads in the same month", () => {
    const place = new Map(fiveRows.order.map((column, i) => [column, i]));
    for (const column of fiveRows.order)
      for (const {column: source, through} of column.reads)
        if (through !== "previous")
          expect(place.get(source)!, `${source.id} before ${column.id}`).toBeLessThan(place.get(column)!);
  });
  it("a cycle prints its path and suggests previous", () =>
    expect(() =>
      build({
        t: {
          price: formula("1", "", (r: Numbers) => r.cost * 2),
          cost: formula("1", "", (r: Numbers) => r.margin + 1),
          margin: formula("1", "", (r: Numbers) => r.price / 2)
        }
      })
    ).toThrow(
      new DefinitionError(
        [
          "t.price: is computed from itself",
          "t.price → t.cost → t.margin → t.price",
          "to use last month's value, read it through a previous column"
        ].join("\n")
      )
    ));
  it("a cycle through lookup and rollup across tables likewise", () =>
    expect(() =>
      build({
        child: {
          parent: ref(() => tables.parent!, ""),
          share: lookup("parent", "total"),
          size: formula("1", "", (r: Numbers) => r.share)
        },
        parent: {total: rollup(() => tables.child!, "size" as never, "sum")}
      })
    ).toThrow("child.share → parent.total → child.size → child.share\nto use last month's value"));
  it("previous breaks it", () =>
    expect(() =>
      build({t: {price: formula("1", "", (r: Numbers) => r.last * 2), last: previous("price", 1)}})
    ).not.toThrow());
});

describe("wrong definitions", () => {
  it.each<[what: string, all: Record<string, Record<string, AnyColumn>>, message: string]>([
    [
      "unknown column in a formula",
      {t: {count: input("1", ""), twice: formula("1", "", (r: Numbers) => r.cuont * 2)}},
      't.twice: unknown column "cuont"\n  (r) => r.cuont * 2\n         ~~~~~~~\ndid you mean count?\ncolumns: ' +
        "count, twice"
    ],
    [
      "unknown parameter",
      {t: {twice: formula("1", "", (_: Numbers, p: Numbers) => p.raet * 2)}},
      't.twice: unknown parameter "raet"\n  (_, p) => p.raet * 2\n            ~~~~~~\ndid you mean ' +
        "rate?\nparameters: rate"
    ],
    [
      "unknown column in a lookup",
      {t: {other: ref(() => tables.u!, ""), got: lookup("other", "sice")}, u: {size: input("1", "")}},
      't.got: unknown column "sice" of u\ndid you mean size?\ncolumns: size'
    ],
    [
      "unknown reference in a lookup",
      {t: {got: lookup("other", "size")}},
      't.got: unknown column "other" of t\ncolumns: got'
    ],
    [
      "lookup through a number",
      {t: {size: input("1", ""), got: lookup("size", "size")}},
      't.got: "size" is not a reference'
    ],
    [
      "unknown column in a rollup",
      {
        t: {all: rollup(() => tables.u!, "sice" as never, "sum")},
        u: {size: input("1", ""), t: ref(() => tables.t!, "")}
      },
      't.all: unknown column "sice" of u\ndid you mean size?\ncolumns: size, t'
    ],
    [
      "unknown column in previous",
      {t: {size: input("1", ""), last: previous("sice", 0)}},
      't.last: unknown column "sice" of t\ndid you mean size?\ncolumns: size, last'
    ],
    [
      "rollup over rows that do not refer here",
      {t: {all: rollup(() => tables.u!, "size" as never, "sum")}, u: {size: input("1", "")}},
      "t.all: no references of u point to t\nchoose one with {by: …}: none"
    ],
    [
      "rollup over rows that refer here twice",
      {
        t: {all: rollup(() => tables.u!, "size" as never, "sum")},
        u: {size: input("1", ""), from: ref(() => tables.t!, ""), to: ref(() => tables.t!, "")}
      },
      "t.all: 2 references of u point to t\nchoose one with {by: …}: from, to"
    ],
    [
      "a table that is not in the model",
      {t: {other: ref(() => lost, "")}},
      't.other: the table "lost" is not part of the model'
    ],
    [
      "an unknown unit",
      {t: {power: input("kW/GPUs", "")}},
      't.power: unknown unit "GPUs"\n  kW/GPUs\n     ~~~~\ndid you mean GPU?\nunits: 1, share'
    ]
  ])("%s", (_, all, message) => expect(() => build(all)).toThrow(message));
  it("a rollup chosen by {by}", () =>
    expect(() =>
      build({
        t: {all: rollup(() => tables.u!, "size" as never, "sum", {by: "to" as never})},
        u: {size: input("1", ""), from: ref(() => tables.t!, ""), to: ref(() => tables.t!, "")}
      })
    ).not.toThrow());
  it("two tables of one name", () => {
    const twin = {...lost, columns: {size: input("1", "")}};
    expect(() => model([twin, {...twin}], parameter, mathematics)).toThrow(
      "lost.size: defined twice: table names must differ"
    );
  });
});

type Numbers = Record<"price" | "cost" | "margin" | "share" | "last" | "cuont" | "raet", number>;

const lost: Table<object> = {name: "lost", doc: "", single: false, columns: {}};
const parameter: Table<object> = {name: "parameter", doc: "", single: true, columns: {rate: input("1", "")}};

/** The tables of the most recently built model, for its columns to refer to each other. */
let tables: Record<string, Table<object>> = {};

function build(all: Record<string, Record<string, AnyColumn>>): Model {
  tables = Object.fromEntries(
    Object.entries(all).map(([name, columns]) => [name, {name, doc: "", single: false, columns}])
  );
  return model(Object.values(tables), parameter, mathematics);
}
