import {describe, expect, it} from "vitest";
import {findScenario, override, readScenario, readScenarios, scenarioText} from "../../lib/model/index.js";
import {project} from "./project.js";

const {model, inputs} = project.models.get("chain")!;
const set = (cell: string, value: string) => override(model, inputs, [{cell, value, place: "my.yaml:3"}]);
const read = (files: Record<string, string>) => () => readScenarios(files, "scenarios");

describe("override", () => {
  it("replaces one cell and leaves the inputs as they were", () => {
    const changed = set("cluster[atlas-h100].extra_count", "800");
    expect(changed.cluster!.columns.extra_count!.values[0]).toBe(800);
    expect(inputs.cluster!.columns.extra_count!.values[0]).not.toBe(800);
  });
  it("takes a range", () =>
    expect(
      set("parameter.realised_share", "0.4 (0.1..0.9)").parameter!.columns.realised_share!.provenance![0]
    ).toMatchObject({low: 0.1, high: 0.9, family: "pert"}));
  it("takes a key for a reference", () =>
    expect(set("cluster[atlas-h100].accelerator", "h200").cluster!.columns.accelerator!.values[0]).toBe("h200"));
  it("lets rows follow that are made from others: an accelerator of a cluster is that of its fleet", () => {
    const {keys, columns} = set("cluster[atlas-h100].accelerator", "h200").fleet!;
    expect(columns.accelerator!.values[keys.indexOf("atlas-h100-start")]).toBe("h200");
  });
  it("of a row that follows from others says so", () =>
    expect(() => set("fleet[atlas-h100-start].present", "0")).toThrow(
      "my.yaml:3: fleet[atlas-h100-start].present: the rows of fleet follow from other tables: change those"
    ));
  it("of an unknown table names the near miss", () =>
    expect(() => set("clutser[atlas-h100].size", "1")).toThrow(
      'my.yaml:3: clutser[atlas-h100].size: unknown table "clutser"\n  did you mean cluster?'
    ));
  it("of an unknown row names the near miss", () =>
    expect(() => set("cluster[atlas-h10].size", "1")).toThrow('unknown row "atlas-h10"\n  did you mean atlas-h100?'));
  it("of a computed column says so", () =>
    expect(() => set("cluster[atlas-h100].gpus", "1")).toThrow(
      "my.yaml:3: cluster[atlas-h100].gpus: is computed: only inputs can be set"
    ));
  it("of a number with a unit is converted to the cell's, and refused if the unit does not fit", () => {
    const price = (value: string): unknown => {
      const {keys, columns} = set("region[texas].power_price", value).region!;
      return columns.power_price!.values[keys.indexOf("texas")];
    };
    expect(["72.5 USD/MWh", "72,5 USD/MWh", "80 (70..90) USD/MWh"].map(price)).toEqual([0.0725, 0.0725, 0.08]);
    expect(() => price("1,085 USD/MWh")).toThrow("has a unit, USD/MWh, which is not converted here");
    expect(() => price("72.5 MW")).toThrow("has a unit, MW, which is not converted here");
    expect(() => set("parameter.accelerator_life", "5 years")).toThrow('"years" is not a unit');
  });
  it("of something that is not a cell says how to write one", () =>
    expect(() => set("count", "1")).toThrow("my.yaml:3: count: not a cell\n  use table[row].column or parameter.name"));
  it("of a value that is not a number names it", () =>
    expect(() => set("parameter.realised_share", "much")).toThrow('"much": is not a number'));
  it("of a date takes it as it is written, or counted, and says how to write one", () => {
    const from = (value: string): unknown => {
      const {keys, columns} = set("generation[rubin].from", value).generation!;
      return columns.from!.values[keys.indexOf("rubin")];
    };
    expect([from("2027-06"), from("329"), from("")]).toEqual([329, 329, null]);
    expect(() => from("June 2027")).toThrow('"June 2027": is not a date\n  use YYYY-MM or YYYY-MM-DD');
  });
  it("of a reference to no row names the near miss", () =>
    expect(() => set("cluster[atlas-b200].facility", "dalas")).toThrow(
      'my.yaml:3: cluster[atlas-b200].facility: unknown facility "dalas"\n  did you mean dallas?'
    ));
  it("of a number that is too large is refused", () =>
    expect(() => set("parameter.cost_of_capital", "1e400")).toThrow("is too large for a number"));
  it("of a share beyond 1 says how to write it", () =>
    expect(() => set("parameter.realised_share", "30")).toThrow(
      'my.yaml:3: parameter.realised_share: "30": a share lies between 0 and 1\n  for 12 per cent, use 0.12'
    ));
  it("of a life below 0 is refused, of a trend is not", () => {
    expect(() => set("parameter.accelerator_life", "-3")).toThrow("a value in yr can't be negative");
    expect(set("parameter.power_price_trend", "-0.3").parameter!.columns.power_price_trend!.values).toEqual([-0.3]);
  });
  it("of a value with a source says that it would be lost", () =>
    expect(() => set("parameter.realised_share", "0.1 @nosuch")).toThrow(
      'my.yaml:3: parameter.realised_share: "0.1 @nosuch": the values of a scenario name no source\n' +
        "  leave @nosuch out"
    ));
  it.each(["constructor[a].b", "__proto__[a].b"])("of %s, a name that every object knows, is of no table", (cell) =>
    expect(() => set(cell, "1")).toThrow(`my.yaml:3: ${cell}: unknown table "${cell.split("[")[0]!}"`)
  );
  it("of more cells than there are is refused", () => {
    const one = {cell: "parameter.realised_share", value: "0.1", place: "my.yaml:3"};
    expect(() =>
      override(
        model,
        inputs,
        Array.from({length: 20_001}, () => one)
      )
    ).toThrow("set: there are 20,001 cells: a scenario may set 20,000");
  });
  it("of a share by two percentiles is a beta distribution, of a life a lognormal one", () => {
    const familyOf = (column: string, value: string) =>
      set(`parameter.${column}`, value).parameter!.columns[column]!.provenance![0]!.family;
    expect(familyOf("realised_share", "0.5 to 0.99")).toBe("beta");
    expect(familyOf("accelerator_life", "3 to 7")).toBe("lognormal");
    expect(familyOf("power_price_trend", "-0.1 to 0.1")).toBe("normal");
  });
  it.each([
    ["accelerator_life", "0 to 30", "0 and 30 cannot be the 5th and 95th percentiles of a normal distribution in yr"],
    ["accelerator_life", "5 (0..10 normal)", "if these are the ends of the range, use 5 (0..10)"],
    ["accelerator_life", "5 (0..10 lognormal)", "a lognormal distribution lies above 0"],
    ["power_price_trend", "1 (-1..3 lognormal)", "a lognormal distribution lies above 0"],
    ["realised_share", "0.5 (0.4..0.99 normal)", "too much of it would lie outside the unit's bounds"],
    ["realised_share", "0.5 (0..0.9 beta)", "a beta distribution lies between 0 and 1"]
  ])("of %s to %s is refused", (column, value, message) =>
    expect(() => set(`parameter.${column}`, value)).toThrow(message)
  );
  it("of a range in the wrong order names it", () =>
    expect(() => set("parameter.realised_share", "0.4 (0.5..0.9)")).toThrow("low 0.5 is greater than central 0.4"));
});

describe("readScenarios", () => {
  it("a child's overrides come after its parent's; title and description are never its parent's", () => {
    const scenarios = readScenarios(
      {
        base: "title: Base\ndescription: Old\nset:\n  parameter.a: 1\n",
        child: "parent: base\nmonths: 12\nset:\n  parameter.a: 2\n"
      },
      "scenarios"
    );
    expect(scenarios.get("child")).toMatchObject({
      months: 12,
      title: "child",
      description: "",
      overrides: [
        {cell: "parameter.a", value: "1"},
        {cell: "parameter.a", value: "2"}
      ]
    });
  });
  it("formulas are read beside values, a child's after its parent's", () => {
    const parent = "formulas:\n  provider.margin: c.revenue - c.cost\n";
    const child = 'parent: base\nformulas:\n  provider.twice: "[USD] 2 * c.margin"\n';
    expect(readScenarios({base: parent, child}, "scenarios").get("child")!.formulas).toEqual([
      {column: "provider.margin", text: "c.revenue - c.cost"},
      {column: "provider.twice", text: "[USD] 2 * c.margin"}
    ]);
  });
  it("an unknown key throws with file, line and near miss", () =>
    expect(read({a: "title: A\nmonth: 3\n"})).toThrow(
      'scenarios/a.yaml:2: unknown key "month"\n  did you mean months?'
    ));
  it("an unknown parent throws", () => expect(read({a: "parent: b\n"})).toThrow('scenario a: unknown parent "b"'));
  it("its own ancestor throws with the path", () =>
    expect(read({a: "parent: b\n", b: "parent: a\n"})).toThrow("is its own ancestor: a → b → a"));
  it("a wrong start throws", () =>
    expect(read({a: "start: 2026\n"})).toThrow('scenarios/a.yaml:1: start: "2026" is not a month: write YYYY-MM'));
  it("a wrong number of months throws", () =>
    expect(read({a: "months: 0\n"})).toThrow('months: "0" is not a whole number from 1 to 600'));
  it.each([
    ["a list", "set:\n  parameter.a: [0.1, 0.2]\n", "2: parameter.a: a list"],
    ["a map", "set:\n  parameter.a: {b: 1}\n", "2: parameter.a: a map"],
    ["an alias", "title: &v 0.12\nset:\n  parameter.a: *v\n", "3: parameter.a: the alias *v"],
    [
      "a date of YAML 1.1",
      "%YAML 1.1\n---\nset:\n  parameter.a: 2026-12-01\n",
      "4: parameter.a: a value of another type"
    ],
    ["a title that is a list", "title: [a]\n", "1: title: a list"],
    ["a description that is a map", "description: {a: 1}\n", "1: description: a map"],
    ["a formula that is a list", "formulas:\n  economy.a: [1]\n", "2: economy.a: a list"],
    ["months that are an alias", "title: &v 12\nmonths: *v\n", "2: months: the alias *v"],
    ["a start that is a map", "start: {a: 1}\n", "1: start: a map"],
    ["a key that is a list", "? [a, b]\n: 1\n", "1: a key: a list"],
    ["a key that is an alias", "title: &v a\nset:\n  *v : 1\n", "3: a key: the alias *v"]
  ])("%s is refused where one value stands, not taken for empty", (_, text, problem) =>
    expect(read({a: text})).toThrow(`scenarios/a.yaml:${problem} can't stand here: write one text or number`)
  );
  it("an empty value stays one: the input is missing", () =>
    expect(
      readScenarios({a: "set:\n  parameter.a:\n  parameter.b: ''\n"}, "scenarios").get("a")!.overrides
    ).toMatchObject([
      {cell: "parameter.a", value: ""},
      {cell: "parameter.b", value: ""}
    ]));
  it.each(["title: A\ntitle: B\n", "set:\n  parameter.a: 1\n  parameter.a: 2\n"])(
    "a key that stands twice throws",
    (text) => expect(read({a: text})).toThrow(/^scenarios\/a\.yaml:[23]: the key "[a-z.]+" stands twice: remove one$/)
  );
  it("a file beyond a million characters is not read", () =>
    expect(read({a: `set:\n${"  economy.unknown: 1\n".repeat(200_000)}`})).toThrow(
      "scenarios/a.yaml: has more than 1,000,000 characters: divide it among files"
    ));
  it("lists in lists in lists are an error, not an overflow", () =>
    expect(read({a: `title: ${"[".repeat(50_000)}`})).toThrow(/^scenarios\/a\.yaml/));
  it("a scenario's unknown name is shown cut", () =>
    expect(() => findScenario(readScenarios({}, "scenarios"), "x".repeat(200_000))).toThrow(
      `unknown scenario "${"x".repeat(80)}…"`
    ));
  it("broken YAML throws with the line", () =>
    expect(read({a: "title: A\nset: {\n"})).toThrow(/^scenarios\/a\.yaml:\d+: /));
});

describe("scenarioText(scenario)", () => {
  const scenario = {
    title: "Mine: dear",
    description: "Capital is dear.",
    parent: "power-crunch",
    overrides: [
      {cell: "parameter.cost_of_capital", value: "0.12 (0.1..0.15)"},
      {cell: "cluster[atlas-b200].count", value: "4096"}
    ],
    formulas: [{column: "provider.twice", text: "[USD] 2 * c.margin"}]
  };
  it("writes only what is changed", () =>
    expect(scenarioText(scenario)).toBe(`title: "Mine: dear"
description: Capital is dear.
parent: power-crunch
set:
  parameter.cost_of_capital: 0.12 (0.1..0.15)
  cluster[atlas-b200].count: 4096
formulas:
  provider.twice: "[USD] 2 * c.margin"
`));
  it("is read as it was written", () => {
    const {overrides, ...read} = readScenario("mine", scenarioText(scenario), "mine.yaml");
    expect(read).toEqual({...scenario, name: "mine", overrides: undefined, notes: []});
    expect(overrides.map(({cell, value}) => ({cell, value}))).toEqual(scenario.overrides);
  });
});
