import {describe, expect, it} from "vitest";
import {openSession} from "../../src/components/live/model-session.js";
import type {CustomScenario, Setting} from "../../src/components/live/custom-scenario.js";
import {rowInBaseline} from "../../src/components/sheet/baseline-row.js";
import {begin, edit, note, reset, undo} from "../../src/components/sheet/state.js";
import {createStore} from "../../src/components/sheet/store.js";
import {sheetCell} from "../../src/components/sheet/cells.js";
import {tableGrid} from "../../src/components/sheet/view.js";
import {differencesOf} from "../../src/pages/sheet/differences.js";
import {ownAsYaml, ownFromYaml} from "../../src/pages/sheet/file.js";
import {sizeOf} from "../../src/pages/sheet/share-form.js";
import {stepName} from "../../src/pages/sheet/step-names.js";
import {project} from "../model/project.js";

const {inputs} = project.models.get("chain")!;
const session = openSession({inputs: {chain: inputs}, scenarios: [...project.scenarios.values()]});
const nothing: CustomScenario = {parent: "reference", title: "", settings: []};
const added: Setting[] = [
  {cell: "accelerator[b400]", value: "like b300"},
  {cell: "accelerator[b400].unit_price", value: "52000"},
  {cell: "cluster[atlas-b200].accelerator", value: "b400"}
];
const mine: CustomScenario = {...nothing, title: "Mine", settings: added};

describe("a row in the state of a sheet", () => {
  const start = edit(begin(nothing), added);
  it("takes its cells with it when it is taken back, in one step", () => {
    const back = edit(start, [{cell: "accelerator[b400]", value: ""}]);
    expect(back.own.settings.map(({cell}) => cell)).toEqual(["cluster[atlas-b200].accelerator"]);
    expect(undo(back).own).toEqual(start.own);
  });
  it("that was added is gone when it is deleted; one of the base scenario's is marked", () => {
    expect(edit(start, [{cell: "accelerator[b400]", value: "deleted"}]).own.settings).toEqual([added[2]]);
    expect(edit(start, [{cell: "region[iowa]", value: "deleted"}]).own.settings.at(-1)).toEqual({
      cell: "region[iowa]",
      value: "deleted"
    });
  });
  it("is named among the steps", () => {
    const deleted = edit(start, [{cell: "region[iowa]", value: "deleted"}]);
    expect(stepName(nothing, start.own)).toBe("add b400 of accelerator");
    expect(stepName(start.own, deleted.own)).toBe("delete iowa of region");
  });
});

describe("a note", () => {
  it("is kept, replaced and taken away, each a step", () => {
    const once = note(begin(nothing), "region.power_price", " dear ");
    expect(once.own.notes).toEqual([{cell: "region.power_price", text: "dear"}]);
    expect(note(once, "region.power_price", "cheap").own.notes).toEqual([{cell: "region.power_price", text: "cheap"}]);
    expect(note(once, "region.power_price", "").own).toEqual(nothing);
    expect(undo(once).own).toEqual(nothing);
    expect(stepName(nothing, once.own)).toBe("note");
  });
  it("outlives an edit, and goes with everything", () => {
    const noted = edit(note(begin(nothing), "region.power_price", "dear"), added);
    expect(noted.own.notes).toHaveLength(1);
    expect(reset(noted).own).toEqual(nothing);
  });
});

describe("session.apply(own)", () => {
  it("applies rows with their cells, and runs them", () => {
    const {scenario, problems} = session.apply(mine);
    expect(problems.size).toBe(0);
    expect(session.run(scenario).inputs.accelerator!.keys).toContain("b400");
  });
  it("leaves a wrong cell of a new row out, and the row in", () => {
    const wrong = {cell: "accelerator[b400].memory_capacity", value: "much"};
    const {applied, problems} = session.apply({...mine, settings: [...added, wrong]});
    expect(applied.settings).toEqual(added);
    expect(problems.get(wrong.cell)).toContain('"much": is not a number');
  });
  it("leaves a wrong cell elsewhere out, and the row in", () => {
    const wrong = {cell: "parameter.cost_of_capital", value: "much"};
    expect(session.apply({...mine, settings: [wrong, ...added]}).applied.settings).toEqual(added);
  });
  it("leaves a wrong row out with what refers to it, and the rest in", () => {
    const other = {cell: "parameter.cost_of_capital", value: "0.1"};
    const settings = [{cell: "accelerator[b400]", value: "like b30"}, ...added.slice(1), other];
    const {applied, problems} = session.apply({...mine, settings});
    expect(applied.settings).toEqual([other]);
    expect(problems.get("accelerator[b400]")).toContain('unknown row "b30"\n  did you mean b300?');
  });
  it("hands notes on to the scenario", () => {
    const notes = [{cell: "region[iowa].power_price", text: "asked in May"}];
    expect(session.apply({...mine, notes}).scenario.notes).toEqual(notes);
  });
});

describe("cells beside their baseline", () => {
  const store = createStore(session, {...mine, settings: [...added, {cell: "accelerator[gb300]", value: "deleted"}]});
  const keys = store.current.run.inputs.accelerator!.keys;
  const before = store.current.baseline.inputs.accelerator!.keys;
  it("are those of the same row, wherever it stands", () => {
    const {accelerator} = {accelerator: store.current.run.model.tables.find(({name}) => name === "accelerator")!};
    const found = keys.map((key, row) => [key, before[rowInBaseline(store.current, accelerator, row) ?? -1]]);
    expect(found).toEqual(keys.map((key) => [key, key === "b400" ? undefined : key]));
  });
  it("a copied row has none, and its heading says that it is new", () => {
    const view = {table: "accelerator", month: 0, columns: ["unit_price"], filters: {}, months: []};
    const grid = tableGrid(store.current, view);
    expect(grid.rows.at(-1)).toMatchObject({id: "b400", unit: "new"});
    const column = store.current.run.model.columns.get("accelerator.unit_price")!;
    expect(sheetCell(store.current, column, keys.indexOf("b400"), 0)).toMatchObject({copied: "52000", state: "edited"});
    expect(sheetCell(store.current, column, keys.indexOf("b200"), 0).before).toBeUndefined();
  });
});

describe("a scenario's file", () => {
  it("holds rows and notes, and is read as it was written", () => {
    const own = {...mine, notes: [{cell: "accelerator[b400].unit_price", text: "asked in May"}]};
    expect(ownAsYaml(own)).toBe(
      [
        "title: Mine",
        "parent: reference",
        "rows:",
        "  accelerator:",
        "    b400:",
        "      like: b300",
        "      unit_price: 52000",
        "set:",
        "  cluster[atlas-b200].accelerator: b400",
        "notes:",
        "  accelerator[b400].unit_price: asked in May",
        ""
      ].join("\n")
    );
    expect(ownFromYaml(ownAsYaml(own), "mine.yaml")).toEqual(own);
  });
});

describe("differencesOf(base, others)", () => {
  const compared = (own: CustomScenario) => {
    const {scenario} = session.apply(own);
    return {...scenario, run: session.run(scenario)};
  };
  const base = compared(nothing);
  const power = String(inputs.region!.columns.power_price!.values[inputs.region!.keys.indexOf("iowa")]);
  it("names place, unit, the base's value and each scenario's", () => {
    const dear = {...nothing, settings: [{cell: "region[iowa].power_price", value: "0.09"}]};
    const [first, ...rest] = differencesOf(base, [compared(nothing), compared(dear)]);
    expect(rest).toEqual([]);
    expect(first).toMatchObject({place: "region[iowa].power_price", unit: "USD/kWh"});
    expect(first!.before).toContain(power);
    expect(first!.values).toEqual([first!.before, "0.09"]);
  });
  it("holds what a parent changes, formulas and rows", () => {
    const formula = {cell: "provider.margin", value: "=revenue - cost"};
    const crunch = {...nothing, parent: "power-crunch", settings: [...added, formula]};
    const places = new Map(differencesOf(base, [compared(crunch)]).map(({place, ...rest}) => [place, rest]));
    expect(places.get("parameter.power_wait")?.values).toEqual(["24 (18..36)"]);
    expect(places.get("accelerator[b400]")).toEqual({unit: "row", before: "", values: ["like b300"]});
    expect(places.get("accelerator[b400].unit_price")).toMatchObject({before: "", values: ["52000"]});
    expect(places.get("cluster[atlas-b200].accelerator")).toMatchObject({before: "b200", values: ["b400"]});
  });
  it("of the same scenario is nothing", () => expect(differencesOf(base, [compared(nothing)])).toEqual([]));
});

it("a link says how long it is and what is in it, or that it is too long", () => {
  expect(sizeOf(1234, {...mine, notes: [{cell: "a.b", text: "c"}]}, true)).toBe(
    "The link has 1,234 characters and holds 3 changes and 1 note."
  );
  expect(sizeOf(90, nothing, true)).toBe("The link has 90 characters and holds no changes.");
  expect(sizeOf(8001, mine, true)).toMatch(
    /would have 8,001 characters: many programs cut off .* 8,000\. Share the file/
  );
});
