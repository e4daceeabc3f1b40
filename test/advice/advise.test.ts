import {describe, expect, it} from "vitest";
import {adviseScenario, loadAdvice} from "../../data-loaders/run/advice.js";
import {runScenario} from "../../data-loaders/run/project.js";
import {
  actionsOf,
  companiesOf,
  relaxations,
  rowsOf,
  settingsOf,
  type Action,
  type Levers
} from "../../lib/advice/index.js";
import {costOf} from "../../lib/advice/cost.js";
import {discounted, spreadOf} from "../../lib/advice/outcome.js";
import {adviceTables} from "../../lib/export/advice.js";
import {monthlyRate, npv} from "../../lib/finance/index.js";
import {override} from "../../lib/model/index.js";
import {evaluate, keysOf, numberAt, type TableInput} from "../../lib/sheet/index.js";
import {prepare, type Study} from "../../lib/uncertainty/index.js";
import {at, project, reference} from "../model/project.js";

const {model, inputs} = reference.run;
const tables = loadAdvice(project);
const MONTHS = 12;
const short = runScenario(project, "reference", [], MONTHS);
const advice = adviseScenario(project, short, {spread: "latin", draws: 15, seed: 1}, {threads: 1});
const action = (company: string, lever: string): Action =>
  advice.levers.find((one) => one.action.company.key === company && one.action.lever === lever)!.action;
const advised = (company: string, lever: string) => advice.levers.find((one) => one.action === action(company, lever))!;

/** A company's mean gain in a separate run, through the scenario's overrides. */
function gainBySettings(company: string, table: string, settings: Parameters<typeof override>[2]): number {
  const run = evaluate(model, override(model, inputs, settings), {months: MONTHS, start: short.run.start});
  const row = inputs[table]!.keys.indexOf(company);
  const months = Array.from({length: MONTHS}, (_, month) => month);
  const total = (one: typeof run): number =>
    months.reduce((sum, month) => sum + numberAt(one, `${table}.profit`, row, month), 0);
  return (total(run) - total(short.run)) / MONTHS;
}

it("advice to one company is what it is among all", () => {
  const design = {spread: "latin", draws: 15, seed: 1} as const;
  const {levers, joint, prices} = adviseScenario(project, short, design, {threads: 1, company: "cumulus"});
  expect(levers).toEqual(advice.levers.filter((one) => one.action.company.key === "cumulus"));
  expect(joint).toEqual(advice.joint.filter(({company}) => company.key === "cumulus"));
  expect(prices.map(({profit, output}) => [profit, output])).toEqual(
    advice.prices.map(({profit, output}) => [profit, output])
  );
  expect(levers.length).toBeGreaterThan(0);
});

describe("an action's gain", () => {
  it.each([
    ["cumulus", "pue", "neocloud"],
    ["boreal", "region", "neocloud"],
    ["quill", "speculation", "provider"],
    ["coder", "routing", "application"]
  ])("%s %s is that of a run with its settings", (company, lever, table) => {
    const {gain, settings} = advised(company, lever);
    expect(gain.central / gainBySettings(company, table, settings)).toBeCloseTo(1, 6);
  });
  it("is zero if orchestrators do not differ", () => expect(advised("atlas", "orchestrator").gain.central).toBe(0));
  it("has a range, from draws shared by the runs with and without the action", () => {
    const {gain} = advised("cumulus", "refinance");
    expect(gain.low).toBeGreaterThan(0);
    expect(gain.low).toBeLessThanOrEqual(gain.median);
    expect(gain.median).toBeLessThanOrEqual(gain.high);
  });
  it("is discounted as lib/finance does", () => {
    const rate = monthlyRate(0.1);
    const flows = [5, -2, 7];
    const weights = discounted(3, rate);
    expect(flows.reduce((sum, flow, month) => sum + flow * weights[month]!, 0)).toBeCloseTo(npv(rate, flows), 12);
  });
});

describe("advice", () => {
  it("covers every company and ranks its actions by median net present value", () => {
    expect(new Set(advice.levers.map(({action}) => action.company.key)).size).toBe(companiesOf(inputs).length);
    const own = advice.levers.filter(({action}) => action.company.key === "coder").sort((a, b) => a.rank - b.rank);
    expect(own.map(({npv}) => npv.median)).toEqual(own.map(({npv}) => npv.median).sort((a, b) => b - a));
  });
  it("combines the best actions that pay off, never two of one family, without adding them up", () => {
    for (const {levers, npv, sum, interaction} of advice.joint) {
      expect(new Set(levers).size).toBe(levers.length);
      expect(levers.filter((lever) => /-contracts$/.test(lever)).length).toBeLessThan(2);
      expect(npv.central - sum.central).toBeCloseTo(interaction.central, 3);
    }
    expect(advice.joint.some(({interaction}) => Math.abs(interaction.central) > 1000)).toBe(true);
  });
  it("sets the cost against the gain", () => {
    const {npv, cost} = advised("atlas", "orchestrator");
    const gpus = keysOf(short.run, "cluster")
      .filter((key) => key.startsWith("atlas"))
      .reduce((sum, key) => sum + at(short.run, "cluster.gpus", key), 0);
    expect(cost.central / (50 * gpus)).toBeCloseTo(1, 9);
    expect(npv.central).toBeCloseTo(-cost.central, 6);
  });
  it("does not give a lever to who has nothing to move: all tokens of meridian are served in 4 bits or by others", () =>
    expect(
      advice.levers.filter(({action}) => action.lever === "precision").map(({action}) => action.company.key)
    ).toEqual(["quill"]));
});

describe("settings", () => {
  it("shift the range of the assumption along", () => {
    const settings = settingsOf(inputs, action("cumulus", "pue"));
    expect(settings.map(({cell, value}) => `${cell}=${value}`)).toEqual([
      "facility[dallas].pue=1.24 (1.14..1.39 lognormal)",
      "facility[quincy].pue=1.19 (1.09..1.34 lognormal)"
    ]);
  });
  it("of every lever are cells that a scenario takes", () => {
    for (const {settings} of [...advice.levers, ...advice.joint]) {
      const texts = settings.map(({cell, value}) => ({cell, value, place: "test"}));
      expect(() => override(model, inputs, texts)).not.toThrow();
    }
  });
  it("of a shift keep the sum of the shares", () => {
    const changed = override(model, inputs, settingsOf(inputs, action("coder", "routing")));
    const shares = (one: typeof inputs) =>
      one.routing!.keys.reduce((sum, _, row) => sum + Number(one.routing!.columns.share!.values[row]), 0);
    expect(shares(changed)).toBeCloseTo(shares(inputs), 9);
  });
});

describe("the rows of a company", () => {
  it("are its own, those that refer to it, and those that they refer to", () => {
    const rows = rowsOf(model, inputs, {layer: "neocloud", key: "cumulus"});
    expect(
      ["cluster[cumulus-h100]", "facility[dallas]", "region[texas]", "orchestrator[ssh]"].every((row) => rows.has(row))
    ).toBe(true);
    expect(rows.has("cluster[atlas-h100]")).toBe(false);
    expect(rows.has("facility[lulea]")).toBe(false);
  });
  it("are not those of competitors on the same cluster", () => {
    const rows = rowsOf(model, inputs, {layer: "application", key: "coder"});
    const of = (table: string) => [...rows].filter((row) => row.startsWith(`${table}[`)).sort();
    expect(of("segment")).toEqual(["segment[coder-individual]", "segment[coder-team]"]);
    expect(of("routing").every((row) => /\[(individual|team)-/.test(row))).toBe(true);
    expect(of("application")).toEqual(["application[coder]"]);
  });
});

describe("a shadow price", () => {
  const price = (constraint: string, row = "") =>
    advice.prices.find(({relaxation}) => relaxation.constraint === constraint && relaxation.row === row)!;
  it("is zero if the limit does not bind, because another lead time is longer", () =>
    expect(price("accelerator-wait").profit.central).toBe(0));
  it("equals the gain from one more unit in a separate run", () => {
    const gain = gainBySettings("boreal", "neocloud", [
      {cell: "cluster[boreal-h200].extra_count", value: "8", place: "test"}
    ]);
    expect(price("accelerators", "boreal-h200").owner!.central / (gain / 8)).toBeCloseTo(1, 6);
  });
});

describe("the input tables", () => {
  const company = {layer: "neocloud", key: "cumulus"} as const;
  const withCell = (table: TableInput, column: string, value: string | number): TableInput => ({
    ...table,
    columns: {
      ...table.columns,
      [column]: {
        ...table.columns[column]!,
        values: table.keys.map((_, row) => (row === 2 ? value : table.columns[column]!.values[row]!))
      }
    }
  });
  const moves = (column: string, value: string | number): Levers => ({
    ...tables,
    lever_move: withCell(tables.lever_move, column, value)
  });
  it.each([
    [
      "cell",
      "facility[*].peu",
      /lever_move.csv:4: facility\[\S+\]\.peu: unknown input column "peu"\n {2}did you mean pue\?/
    ],
    ["cell", "facility[dalas].pue", /did you mean dallas\?/],
    ["how", "addd", /lever_move.csv:4: unknown how "addd"\n {2}did you mean add\?/],
    ["lever", "pua", /unknown lever "pua"/],
    ["part", "mane", /unknown part "mane"/],
    ["unit", "USD", /add: expected an amount in 1, got USD/],
    ["unit", "furlong", /unknown unit "furlong"/]
  ])("a wrong %s (%s) is named", (column, value, message) =>
    expect(() => actionsOf(model, inputs, moves(column, value), company)).toThrow(message)
  );
  it("an unknown layer is named", () =>
    expect(() =>
      actionsOf(model, inputs, {...tables, lever: withCell(tables.lever, "layer", "neoclod")}, company)
    ).toThrow('unknown layer "neoclod"'));
  it("a cost that is not an amount of money is named", () => {
    const levers = {...tables, lever: withCell(tables.lever, "per", "gpus")};
    expect(() => costOf(levers, "pue", company, reference.run)).toThrow("cost_unit: USD/kW times gpus is not in USD");
  });
  it("a limit whose unit does not fit its cell is named", () =>
    expect(() => relaxations(model, inputs, withCell(tables.constraint, "unit", "MW"))).toThrow(
      "cannot convert a step in MW to 1"
    ));
});

describe("the reasons for an action", () => {
  const sources = project.models.get("chain")!.sources;
  const place = {scenario: "reference", inputs, levers: tables, constraint: tables.constraint, sources};
  const [published] = adviceTables(advice, place);
  const valuesOf = (name: string): ArrayLike<unknown> => published!.columns.find((one) => one.name === name)!.values;
  const [companies, levers, notes] = ["company", "lever", "note"].map(valuesOf).map((values) => Array.from(values));
  const noteOf = (company: string, lever: string): unknown =>
    notes!.find((_, row) => companies![row] === company && levers![row] === lever);
  it("are those of the changes that affect the company", () => {
    expect(noteOf("assistant", "conversion")).toContain("Paying users are 5.7 % of all here");
    expect(noteOf("assistant", "conversion")).not.toContain("Improving one stage");
    for (const company of ["coder", "desk"]) expect(noteOf(company, "conversion")).toMatch(/^Improving one stage/);
  });
});

describe("a spread", () => {
  it("keeps the central value separate from the draws", () =>
    expect(spreadOf(Float64Array.from([1, 2, 3, 9]))).toEqual({central: 9, low: 1.1, median: 2, high: 2.9}));
  it("of no draws has no range", () => expect(spreadOf(Float64Array.of(9)).low).toBeNaN());
});

describe("draws", () => {
  it("of a study without any are just the central case", () => {
    const study: Study = {
      inputs,
      months: 1,
      start: "2026-12",
      design: {spread: "latin", draws: 0, seed: 0},
      scheme: {kind: "variants", variants: [[]]},
      correlations: [],
      outputs: ["economy.tokens"],
      at: [0],
      series: []
    };
    expect(prepare(model, study).run(0, 1).values[0]! / numberAt(reference.run, "economy.tokens", 0, 0)).toBeCloseTo(
      1,
      9
    );
  });
});
