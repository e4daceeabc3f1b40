import {describe, expect, it} from "vitest";
import {addressOf, cellAt, cellName, find, InputError, resolve, resolveInput} from "../../lib/sheet/index.js";
import {runFiveRows} from "./five-rows.js";

const run = runFiveRows({}, 3);

describe("cellAt finds the cell at an address", () => {
  it.each([
    ["cluster[west].power@2", {key: "west", row: 1, month: 2}],
    ["cluster[west].power@2027-02", {key: "west", row: 1, month: 2}],
    ["cluster[east].count", {key: "east", row: 0, month: 0}],
    ["market.energy_cost@1", {key: "market", row: 0, month: 1}],
    ["market[market].energy_cost@1", {key: "market", row: 0, month: 1}]
  ])("%s", (text, place) => expect(cellAt(run, text)).toMatchObject(place));
  it.each([
    [
      "cluster[west].power@3",
      "cluster[west].power@3: month 3 is outside the run: expected 0 to 2, or 2026-12 to 2027-02"
    ],
    [
      "cluster[west].power@2026-11",
      "cluster[west].power@2026-11: month 2026-11 is outside the run: expected 0 to 2, or 2026-12 to 2027-02"
    ],
    [
      "cluster[west].power@2027-13",
      "cluster[west].power@2027-13: month 2027-13 is outside the run: expected 0 to 2, or 2026-12 to 2027-02"
    ],
    ["cluster[west].power@-1", "cluster[west].power@-1: not a cell\n  use table[row].column or parameter.name"],
    ["cluster[west].power@soon", "cluster[west].power@soon: not a cell\n  use table[row].column or parameter.name"]
  ])("%s is an error", (text, message) => expect(() => cellAt(run, text)).toThrow(new InputError(message)));
});

describe("resolve", () => {
  it.each([
    ["cluster.power", "cluster.power: no row\n  use cluster[row].power\n  rows: east, west, north"],
    ["cluster[esat].power", 'cluster[esat].power: unknown row "esat"\n  did you mean east?\n  rows: east, west, north'],
    [
      "clutser[west].power",
      'clutser[west].power: unknown table "clutser"\n  did you mean cluster?\n  tables: parameter, accelerator, ' +
        "cluster, market"
    ],
    [
      "accelerator[big].tpd",
      'accelerator[big].tpd: unknown column "tpd"\n  did you mean tdp?\n  columns: vendor, tdp, installed, draw'
    ],
    [
      "site.power_price",
      'site.power_price: unknown table "site"\n  tables: parameter, accelerator, cluster, market\n  did you mean ' +
        "parameter.power_price?"
    ],
    ["cluster[west].power@1", "cluster[west].power@1: not a cell\n  use table[row].column or parameter.name"],
    ["west.cluster power", "west.cluster power: not a cell\n  use table[row].column or parameter.name"]
  ])("%s is an error that names the way out", (text, message) => {
    expect(find(run, text)).toBeUndefined();
    expect(() => resolve(run, text)).toThrow(new InputError(message));
    expect(() => resolve(run, text, "a.csv:2")).toThrow(new InputError(`a.csv:2: ${message}`));
  });
  it("finds what cellName writes", () => {
    for (const column of run.model.columns.values()) {
      const name = cellName(run, column, 0, 2);
      expect(cellAt(run, name)).toMatchObject({column, row: 0, month: column.dynamic ? 2 : 0});
      expect(addressOf(name).key === undefined).toBe(column.table.single);
    }
  });
});

describe("resolveInput", () => {
  it("finds a cell that holds an input", () =>
    expect(resolveInput(run, "accelerator[small].tdp")).toMatchObject({key: "small", row: 1}));
  it.each([
    [
      "accelerator[big].draw",
      "accelerator[big].draw: is computed: only inputs can be set\n" +
        "  set an input that it depends on, or replace its formula"
    ],
    ["market.energy_cost", "market.energy_cost: is computed: only inputs can be set"],
    ["accelerator[big].drow", 'unknown input column "drow"\n  did you mean vendor?\n  input columns: vendor, tdp']
  ])("%s is no input", (text, message) => expect(() => resolveInput(run, text)).toThrow(message.split("\n")[0]));
});
