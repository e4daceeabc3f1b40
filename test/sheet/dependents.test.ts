import {describe, expect, it} from "vitest";
import {cellAt} from "../../lib/sheet/address.js";
import {printWith, readerCells} from "../../lib/sheet/dependents.js";
import {tex} from "../../lib/sheet/tex.js";
import {fiveRows, runFiveRows} from "./five-rows.js";

const run = runFiveRows({}, 3);
const column = (id: string) => fiveRows.columns.get(id)!;

describe("readerCells", () => {
  const readers = (cell: string): string[] => readerCells(run, cellAt(run, cell)).map((one) => one.cell);
  it("of a row are in that row, in next month's previous columns, and in the row that totals it", () => {
    expect(readers("cluster[west].size@1")).toEqual(
      expect.arrayContaining(["cluster[west].power@1", "cluster[west].last_size@2", "cluster[west].cost_per_gpu@1"])
    );
    expect(readers("cluster[west].count")).toContain("accelerator[small].installed");
    expect(readers("cluster[west].energy_cost@2")).toContain("market.energy_cost@2");
  });
  it("of a row that others look up are the first of them, with their number", () => {
    const [lookup] = readerCells(run, cellAt(run, "accelerator[small].tdp")).filter(({cell}) => cell.includes("board"));
    expect(lookup).toMatchObject({cell: "cluster[west].board_power", count: 2});
  });
  it("do not exist beyond the last month", () =>
    expect(readers("cluster[west].size@2")).not.toContain("cluster[west].last_size@3"));
});

it("printWith replaces names", () =>
  expect(printWith(column("cluster.energy_cost").expression!, (name, type) => `<${type} ${name}>`)).toBe(
    "<column energy> * <parameter power_price>"
  ));

describe("a rule in mathematics", () => {
  it.each([
    ["a product", "cluster.energy_cost", "\\text{energy} \\cdot \\text{power price}"],
    ["a fraction", "cluster.cost_per_gpu", "\\frac{\\text{energy cost}}{\\text{size}}"],
    [
      "a choice",
      "cluster.rent",
      "\\begin{cases} \\frac{\\text{energy cost}}{2} & \\text{if } \\text{site} = \\text{“colocated”} \\\\ 0 & " +
        "\\text{else} \\end{cases}"
    ],
    ["a lookup", "cluster.board_power", "\\text{tdp}\\big[\\text{gpu}\\big]"],
    ["a rollup", "market.energy_cost", "\\sum_{\\text{cluster}} \\text{energy cost}"],
    [
      "previous",
      "cluster.last_size",
      "\\begin{cases} \\text{size}_{\\,t-1} & t > 0 \\\\ \\text{count} & t = 0 \\end{cases}"
    ]
  ])("%s", (_, id, text) => expect(tex(column(id))).toBe(`\\text{${column(id).name.replaceAll("_", " ")}} = ${text}`));
  it("an input has none", () => expect(tex(column("cluster.count"))).toBe(""));
});
