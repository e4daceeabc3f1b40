import {describe, expect, it} from "vitest";
import {
  attribute,
  childScenario,
  evaluateScenario,
  override,
  readScenario,
  scenarioText,
  takesRows,
  usedBy,
  type Override
} from "../../lib/model/index.js";
import {evaluate, numberAt, type Inputs} from "../../lib/sheet/index.js";
import {drawInputs} from "../../lib/uncertainty/drawn-inputs.js";
import {project} from "./project.js";

const {model, inputs} = project.models.get("chain")!;
const change = (cell: string, value: string): Override => ({cell, value, place: "my.yaml:3"});
const set = (...changes: [cell: string, value: string][]): Inputs =>
  override(
    model,
    inputs,
    changes.map(([cell, value]) => change(cell, value))
  );
/** A deployment runs on the new cluster. */
const used: [string, string] = ["deployment[meridian-large].cluster", "atlas-new"];
const valueOf = (held: Inputs, table: string, key: string, column: string) =>
  held[table]!.columns[column]!.values[held[table]!.keys.indexOf(key)];
const scenarios = new Map(project.scenarios);
const read = (text: string) => childScenario(readScenario("mine", text, "mine.yaml"), scenarios, "mine.yaml");

describe("a row of a scenario", () => {
  it("begins as a copy, in which what is set is changed", () => {
    const changed = set(["accelerator[b400]", "like b300"], ["accelerator[b400].unit_price", "52000 (40000..65000)"]);
    expect(changed.accelerator!.keys.at(-1)).toBe("b400");
    expect(valueOf(changed, "accelerator", "b400", "unit_price")).toBe(52_000);
    expect(valueOf(changed, "accelerator", "b400", "memory_capacity")).toBe(
      valueOf(inputs, "accelerator", "b300", "memory_capacity")
    );
    expect(inputs.accelerator!.keys).not.toContain("b400");
  });
  it("has what the scenario changes of the row that it copies, in whatever order they are written", () =>
    expect(
      valueOf(
        set(["accelerator[b400]", "like b300"], ["accelerator[b300].unit_price", "1000"]),
        "accelerator",
        "b400",
        "unit_price"
      )
    ).toBe(1000));
  it("can be referred to, also by what is written before it", () =>
    expect(
      valueOf(
        set(["cluster[atlas-b200].accelerator", "b400"], ["accelerator[b400]", "like b300"]),
        "cluster",
        "atlas-b200",
        "accelerator"
      )
    ).toBe("b400"));
  it("is in the tables that follow from its own", () =>
    expect(set(["cluster[atlas-new]", "like atlas-b200"], used).fleet!.keys).toContain("atlas-new-start"));
  it("copies the expression that a cell has", () => {
    const changed = set(
      ["region[virginia].power_price", "=region[texas].power_price * 2"],
      ["region[new]", "like virginia"]
    );
    expect(valueOf(changed, "region", "new", "power_price")).toBe(
      valueOf(changed, "region", "virginia", "power_price")
    );
    expect(changed.region!.columns.power_price!.live).toMatchObject({
      [changed.region!.keys.indexOf("new")]: "region[texas].power_price * 2"
    });
  });
  it("that is deleted is gone, and expressions below it stay with their cells", () => {
    const last = inputs.region!.keys.at(-1)!;
    const changed = set(
      ["region[spare]", "like texas"],
      [`region[extra]`, "like texas"],
      [`region[extra].power_price`, `=region[${last}].power_price * 2`],
      ["region[spare]", "deleted"]
    );
    expect(changed.region!.keys).toEqual([...inputs.region!.keys, "extra"]);
    expect(Object.keys(changed.region!.columns.power_price!.live!)).toEqual([String(inputs.region!.keys.length)]);
  });
  it.each<[string, [string, string][], string]>([
    ["an unknown table", [["acelerator[x]", "like b300"]], 'unknown table "acelerator"\n  did you mean accelerator?'],
    ["a table of one row", [["parameter[x]", "like y"]], "parameter has one row"],
    ["rows that follow from others", [["fleet[x]", "like y"]], "fleet has rows that follow from other tables"],
    ["a key that is there", [["accelerator[b300]", "like b200"]], "accelerator has this row already: choose another"],
    ["a key with capitals", [["accelerator[B400]", "like b300"]], "accelerator[B400]: not a key"],
    ["an unknown row to copy", [["accelerator[b400]", "like b30"]], 'unknown row "b30"\n  did you mean b300?'],
    ["an unknown row to delete", [["accelerator[b30]", "deleted"]], 'unknown row "b30"\n  did you mean b300?'],
    ["another word", [["accelerator[b400]", "copy b300"]], '"copy b300" is no change of a row\n  use like ROW'],
    [
      "an unknown parent",
      [
        ["region[x]", "like texas"],
        ["cluster[c]", "like atlas-b200"],
        ["cluster[c].facility", "x"]
      ],
      'cluster[c].facility: unknown facility "x"'
    ],
    [
      "a cluster that nothing uses",
      [["cluster[c]", "like atlas-b200"]],
      "cluster[c]: no deployment has it as its cluster\n  set deployment[row].cluster to c, add such a row"
    ],
    ["the last route of a model", [["routing[free-oss]", "deleted"]], "no routing has it as its deployment"],
    ["an empty row", [["accelerator[b400]", "new"]], "accelerator[b400]: no value for "],
    ["a row that others refer to", [["neocloud[atlas]", "deleted"]], "neocloud[atlas] can't be deleted: contract["],
    [
      "an expression of a deleted row",
      [
        ["region[spare]", "like texas"],
        ["region[iowa].power_price", "=region[spare].power_price"],
        ["region[spare]", "deleted"]
      ],
      'unknown row "spare"'
    ]
  ])("%s is refused", (_, changes, message) => expect(() => set(...changes)).toThrow(message));
  it("that began empty is taken once each column that others fill has a value", () => {
    const changes = Object.entries(inputs.process_node!.columns).map(
      ([column, {values}]) => [`process_node[n1].${column}`, String(values[0])] as [string, string]
    );
    expect(set(["process_node[n1]", "new"], ...changes).process_node!.keys).toContain("n1");
    expect(() => set(["process_node[n1]", "new"], ...changes.slice(1))).toThrow("every other row has one");
  });
});

describe("every table that is typed in", () =>
  it.each(model.tables.filter((table) => takesRows(table, inputs)).map(({name}) => name))(
    "%s takes a copy of its first row, and the model runs",
    (table) => {
      const changed = set([`${table}[one-more]`, `like ${inputs[table]!.keys[0]}`], ...useOf(table));
      const run = evaluate(model, changed, {months: 2, only: ["economy.cost_per_token"]});
      expect(numberAt(run, "economy.cost_per_token", 0, 1)).toBeGreaterThan(0);
    }
  ));

/** A use for a row that needs one: a copy of a row that uses another. */
function useOf(table: string): [string, string][] {
  const [user, column] = usedBy[table]?.split(".") ?? [];
  if (user === undefined) return [];
  const row = `${user}[one-more-user]`;
  const deeper = useOf(user).map(([cell, value]): [string, string] => [
    cell,
    value.replace(/one-more$/, "one-more-user")
  ]);
  return [[row, `like ${inputs[user]!.keys[0]}`], [`${row}.${column}`, "one-more"], ...deeper];
}

describe("rows of a scenario's file", () => {
  const text = [
    "title: More chips",
    "parent: reference",
    "rows:",
    "  accelerator:",
    "    b400:",
    "      like: b300",
    "      unit_price: 52000 (40000..65000)",
    "  rental_quote:",
    `    ${inputs.rental_quote!.keys[0]}: deleted`,
    "set:",
    "  cluster[atlas-b200].accelerator: b400",
    "notes:",
    "  accelerator[b400].unit_price: Asked in May",
    ""
  ].join("\n");
  it("are read, and written as they were", () => {
    const {overrides, notes} = readScenario("mine", text, "mine.yaml");
    expect(overrides.map(({cell, value, place}) => `${place} ${cell} ${value}`)).toEqual([
      "mine.yaml:5 accelerator[b400] like b300",
      "mine.yaml:7 accelerator[b400].unit_price 52000 (40000..65000)",
      `mine.yaml:9 rental_quote[${inputs.rental_quote!.keys[0]}] deleted`,
      "mine.yaml:11 cluster[atlas-b200].accelerator b400"
    ]);
    const file = {title: "More chips", description: "", parent: "reference", overrides, formulas: [], notes};
    expect(scenarioText(file)).toBe(text);
  });
  it("are run", () => {
    const {run} = evaluateScenario({model, inputs}, read(text), {months: 1});
    expect(run.inputs.accelerator!.keys).toContain("b400");
  });
  it("have an effect that is told as one, in which the references to them are", () => {
    const scenario = read(text);
    const parts = attribute(model, inputs, scenario, ["economy.cost_per_token"], {months: 2});
    expect([...new Set(parts.map(({input}) => input))]).toEqual(["rows"]);
    const [before, after] = [read("parent: reference\n"), scenario].map(
      (one) => evaluateScenario({model, inputs}, one, {months: 2}).run
    );
    const at = (run: typeof before) => numberAt(run!, "economy.cost_per_token", 0, 1);
    expect(parts.find(({month}) => month === 1)!.amount).toBeCloseTo(at(after) - at(before), 12);
  });
  it("are drawn: a range of theirs is a driver", () => {
    const {months, start} = read(text);
    const study = {
      inputs: override(model, inputs, read(text).overrides),
      months,
      start,
      design: {spread: "latin", draws: 8, seed: 1} as const,
      correlations: project.correlations,
      outputs: ["economy.cost_per_token"],
      at: [0],
      series: []
    };
    expect(drawInputs(model, study).drivers.map(({cell}) => cell)).toContain("accelerator[b400].unit_price");
  });
  it.each([
    ["a text for a row", "rows:\n  accelerator:\n    b400: b300\n", "mine.yaml:3: accelerator[b400]: expected deleted"],
    ["a text for a table", "rows:\n  accelerator: b400\n", "mine.yaml:2: rows.accelerator is a list of"],
    ["a key twice", "rows:\n  accelerator:\n    b4: {like: b3}\n    b4: {like: b3}\n", '"b4" stands twice'],
    ["a note of no cell", "notes:\n  accelerator: dear\n", "mine.yaml:2: accelerator: not a cell"],
    ["a long note", `notes:\n  accelerator[b300]: ${"a".repeat(501)}\n`, "has 501 characters, 500 at most"]
  ])("%s is refused with file and line", (_, yaml, message) => expect(() => read(yaml)).toThrow(message));
});
