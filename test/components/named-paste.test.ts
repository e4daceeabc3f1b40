import {describe, expect, it} from "vitest";
import {pasteByNames, type NamedPasting} from "../../src/components/sheet/grid/named-paste.js";
import {tableGrid, type TableView} from "../../src/components/sheet/view.js";
import type {Computed} from "../../src/components/sheet/store.js";
import {reference} from "../model/project.js";

const computed = {
  ...{run: reference.run, baseline: reference.run, problems: new Map(), state: {own: {settings: []}}}
} as unknown as Computed;

const gridOf = (table: string, columns: readonly string[] = [], change: Partial<TableView> = {}) =>
  tableGrid(computed, {table, month: 0, columns, filters: {}, months: [], ...change});

const at = (row: number, column: number) => ({active: {row, column}, anchor: {row, column}});

function pasted(text: string, asked = false, table = "region"): NamedPasting | undefined {
  const shown =
    table === "region" ? gridOf(table, ["water_price", "power_price"], {rows: ["iowa", "texas"]}) : gridOf(table);
  return pasteByNames(text, {whole: gridOf(table), shown, selection: at(0, 0)}, asked);
}

const changes = (pasting: NamedPasting | undefined) => pasting?.changes.map(({cell, value}) => `${cell}=${value}`);

describe("a paste by names", () => {
  it("finds rows and columns by their names, in any order, shown or not", () => {
    const pasting = pasted("key\tpower price (USD/kWh)\twater_price\nvirginia\t0.11\t2\ntexas\t0.05\t3\n");
    expect(changes(pasting)).toEqual([
      "region[virginia].power_price=0.11",
      "region[virginia].water_price=2",
      "region[texas].power_price=0.05",
      "region[texas].water_price=3"
    ]);
  });

  it("below a heading with a unit of its own is in that unit", () =>
    expect(changes(pasted("key\tpower_price [USD/MWh]\twater price (MW)\ntexas\t50\t3\n"))).toEqual([
      "region[texas].power_price=0.05",
      "region[texas].water_price=3 MW"
    ]));

  it("with names of columns alone goes down from the active cell", () =>
    expect(changes(pasted("power_price\n0.11\n0.12\n"))).toEqual([
      "region[texas].power_price=0.11",
      "region[iowa].power_price=0.12"
    ]));

  it("with names of rows alone goes right from the active cell, where that is asked for", () => {
    const text = "texas\t2\t0.11\niowa\t3\t0.12\n";
    expect(pasted(text)).toBeUndefined();
    expect(changes(pasted(text, true))).toEqual([
      "region[texas].water_price=2",
      "region[texas].power_price=0.11",
      "region[iowa].water_price=3",
      "region[iowa].power_price=0.12"
    ]);
  });

  it("in a list needs no asking: names in the first column, values beside them", () =>
    expect(changes(pasted("cost_of_capital\t0.1\ndebt share\t0.5\n", false, "parameter"))).toEqual([
      "parameter.cost_of_capital=0.1",
      "parameter.debt_share=0.5"
    ]));

  it("names what it does not find, and only where it is asked for", () => {
    const text = "key\tpower_price\tpower_prize\ntexas\t0.05\t1\natlantis\t1\t1\n";
    expect(pasted(text)).toBeUndefined();
    const pasting = pasted(text, true)!;
    expect(changes(pasting)).toEqual(["region[texas].power_price=0.05"]);
    expect([pasting.unknown, pasting.lost]).toEqual([["atlantis", "power_prize"], 3]);
  });

  it("requires names, and more than one", () => {
    expect(pasted("1\t2\n3\t4\n", true)).toBeUndefined();
    expect(pasted("power_price", true)).toBeUndefined();
  });
});
