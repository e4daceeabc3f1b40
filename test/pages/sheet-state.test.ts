import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {CustomScenario} from "../../src/components/live/custom-scenario.js";
import {scenarioFileName, leftOut, ownAsYaml, ownFromYaml} from "../../src/pages/sheet/file.js";
import {pasted} from "../../src/components/sheet/pasted.js";
import {begin, edit, redo, replace, reset, undo, type SheetState} from "../../src/components/sheet/state.js";
import {extent, moved, type Selection} from "../../src/components/sheet/selection.js";
import {curated} from "../../src/pages/sheet/curated.js";
import {project} from "../model/project.js";

const nothing: CustomScenario = {parent: "reference", title: "", settings: []};
const start = begin(nothing);
const values = ({own}: SheetState) => Object.fromEntries(own.settings.map(({cell, value}) => [cell, value]));

describe("leftOut(text)", () => {
  it("names what has no place in a sheet", () =>
    expect(leftOut("title: Mine\nmonths: 24\n", "mine.yaml")).toEqual(["months"]));
});

describe("pasted(text)", () => {
  it("reads numbers as spreadsheet programs show them, where the range leaves no doubt", () =>
    expect(pasted("1,000\t12.5%\r\n-2,000,000.5\t=a, b\r\n")).toEqual([
      ["1000", "12.5%"],
      ["-2,000,000.5", "=a, b"]
    ]));
  it("reads a comma as decimal beside other decimal commas", () =>
    expect(pasted("1,085\t0,5\r\n")).toEqual([["1.085", "0,5"]]));
  it("leaves an ambiguous number as it is, to be refused", () =>
    expect(pasted("1,085\t20%\r\n")).toEqual([["1,085", "20%"]]));
  it("makes a point doubtful beside commas of decimals", () =>
    expect(pasted("35.000\t0,5\r\n")).toEqual([["35,000", "0,5"]]));
});

describe("the state of a sheet", () => {
  it("sets a cell, sets it again, and takes it back with an empty value", () => {
    const once = edit(start, [{cell: "a.b", value: " 1 "}]);
    expect(values(once)).toEqual({"a.b": "1"});
    expect(values(edit(once, [{cell: "a.b", value: "2"}]))).toEqual({"a.b": "2"});
    expect(values(edit(once, [{cell: "a.b", value: ""}]))).toEqual({});
  });
  it("what changes nothing is no step", () => {
    expect(edit(start, [{cell: "a.b", value: ""}])).toEqual(start);
    expect(undo(start)).toEqual(start);
    expect(redo(start)).toEqual(start);
  });
  it("resets one table, or everything", () => {
    const two = edit(start, [
      {cell: "cluster[x].count", value: "1"},
      {cell: "clusters.count", value: "2"}
    ]);
    expect(values(reset(two, "cluster"))).toEqual({"clusters.count": "2"});
    expect(values(reset(two))).toEqual({});
  });
  it("resets the title with everything, which can be undone", () => {
    const named = replace(edit(start, [{cell: "a.b", value: "1"}]), {...nothing, title: "Mine"});
    expect(reset(named, "a").own.title).toBe("Mine");
    expect(reset(named).own).toEqual(nothing);
    expect(undo(reset(named)).own).toEqual(named.own);
  });
  it("any steps can be undone and redone", () => {
    const step = fc.oneof(
      fc.record({cell: fc.constantFrom("a.b", "c[d].e"), value: fc.constantFrom("", "1", "2", "=c.x")}),
      fc.constantFrom("power-crunch", "reference")
    );
    fc.assert(
      fc.property(fc.array(step, {maxLength: 12}), (all) => {
        const end = all.reduce<SheetState>(
          (state, one) => (typeof one === "string" ? replace(state, {...state.own, parent: one}) : edit(state, [one])),
          start
        );
        const back = end.past.reduce<SheetState>((state) => undo(state), end);
        expect(back.own).toEqual(nothing);
        expect(back.future.reduce<SheetState>((state) => redo(state), back)).toEqual(end);
      })
    );
  });
  it("a new step discards undone ones", () => {
    const back = undo(edit(start, [{cell: "a.b", value: "1"}]));
    expect(edit(back, [{cell: "a.b", value: "2"}]).future).toEqual([]);
  });
});

describe("keys move the selection by the ARIA grid pattern", () => {
  const size = {rows: 20, columns: 5, page: 10};
  const at = (row: number, column: number): Selection => ({active: {row, column}, anchor: {row, column}});
  const press = (from: Selection, key: string, held = {}) =>
    moved(from, {key, shiftKey: false, ctrlKey: false, ...held}, size);
  it.each([
    ["ArrowDown", {}, [3, 2]],
    ["ArrowUp", {}, [1, 2]],
    ["ArrowLeft", {}, [2, 1]],
    ["ArrowRight", {}, [2, 3]],
    ["Home", {}, [2, 0]],
    ["End", {}, [2, 4]],
    ["PageDown", {}, [12, 2]],
    ["PageUp", {}, [0, 2]],
    ["Home", {ctrlKey: true}, [0, 0]],
    ["End", {ctrlKey: true}, [19, 4]],
    ["ArrowDown", {ctrlKey: true}, [19, 2]]
  ] as const)("%s %j", (key, held, [row, column]) => expect(press(at(2, 2), key, held)).toEqual(at(row, column)));
  it("never leaves the grid", () => expect(press(at(0, 0), "ArrowUp")).toEqual(at(0, 0)));
  it("Shift keeps the other corner", () => {
    const grown = press(at(2, 2), "ArrowRight", {shiftKey: true})!;
    expect(extent(grown)).toEqual({top: 2, bottom: 2, left: 2, right: 3});
  });
  it("other keys are left alone", () => expect(press(at(0, 0), "x")).toBeUndefined());
});

describe("an own scenario as a file", () => {
  const own: CustomScenario = {
    parent: "power-crunch",
    title: "Mine",
    settings: [
      {cell: "parameter.cost_of_capital", value: "0.12 (0.1..0.15)"},
      {cell: "economy.twice", value: "=[USD/month] 2 * c.productivity_value"}
    ]
  };
  it("is read as it was written", () => expect(ownFromYaml(ownAsYaml(own), "mine.yaml")).toEqual(own));
  it("leaves out what was not applied, and says in comments what and why", () => {
    const wrong: CustomScenario = {...own, settings: [...own.settings, {cell: "parameter.staff", value: "abc\n=1"}]};
    const yaml = ownAsYaml(wrong, {
      applied: own,
      problems: new Map([["parameter.staff", 'parameter.staff: "abc": is not a number\n  write 5']])
    });
    expect(yaml.split("\n").slice(0, 6)).toEqual([
      "# Left out: parameter.staff: abc",
      "# =1",
      '#   parameter.staff: "abc": is not a number',
      "#     write 5",
      "title: Mine",
      "parent: power-crunch"
    ]);
    expect(ownFromYaml(yaml, "mine.yaml")).toEqual(own);
  });
  it("of an unknown parent is on the one that it was run on, and says so", () => {
    const yaml = ownAsYaml({...own, parent: "b"}, {applied: own, problems: new Map([["parent", "There is no “b”."]])});
    expect(yaml).toMatch(/^# {3}There is no “b”\.\n/);
    expect(ownFromYaml(yaml, "mine.yaml").parent).toBe("power-crunch");
  });
  it.each([
    ["Höher; 5% = x & y", "hoher-5-x-y.yaml"],
    ["", "power-crunch-modified-2.yaml"],
    ["更高", "power-crunch-modified-2.yaml"]
  ])("titled “%s” is called %s", (title, name) => expect(scenarioFileName({...own, title})).toBe(name));
  it("that is none says file, line and the way out", () =>
    expect(() => ownFromYaml("titel: x\n", "mine.yaml")).toThrow(
      'mine.yaml:1: unknown key "titel"\n  did you mean title?'
    ));
});

describe("the curated cells", () => {
  const {inputs} = project.models.get("chain")!;
  const cells = Object.values(curated).flatMap(({levers, beliefs}) => [...levers, ...beliefs] as string[]);
  it.each([...new Set(cells)])("%s is an input", (cell) => {
    const [, table = "", key, column = ""] = /^(\w+)(?:\[(.+)\])?\.(\w+)$/.exec(cell) ?? [];
    expect(Object.keys(inputs[table]?.columns ?? {})).toContain(column);
    if (key !== undefined) expect(inputs[table]!.keys).toContain(key);
  });
});
