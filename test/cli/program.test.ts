import {existsSync, mkdtempSync, readdirSync, writeFileSync} from "node:fs";
import {versionText} from "../../lib/export/identity.js";
import {commit} from "../../scripts/commit.js";
import {modelHash} from "../../scripts/hash.js";
import {tmpdir} from "node:os";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {program as commands} from "../../cli/program.js";
import {project} from "../model/project.js";
import {made} from "./made.js";

let printed: string[] = [];

beforeEach(() => {
  printed = [];
  vi.spyOn(console, "log").mockImplementation((text: string) => void printed.push(text));
  vi.spyOn(process.stderr, "write").mockImplementation(() => true);
});
afterEach(() => void vi.restoreAllMocks());

/** Runs a command on a project that is loaded once. */
const program = (args: readonly string[]) => commands(args, {project});
const json = (): Record<string, unknown> => JSON.parse(printed.join("\n")) as Record<string, unknown>;

describe("run", () => {
  it("readme-baseline --json prints the earlier program's headline", async () => {
    expect(await program(["run", "readme-baseline", "--json"])).toBe(0);
    expect(json()).toMatchObject({scenario: "readme-baseline", months: 1});
    const {value_multiplier, value_per_cost, raw_materials_cost} = json().headline as Record<string, number>;
    expect(value_multiplier! / 399.33857700277736).toBeCloseTo(1, 12);
    expect(value_per_cost! / 53.297310681811204).toBeCloseTo(1, 12);
    expect(raw_materials_cost! / 44266947.94346666).toBeCloseTo(1, 12);
  });
  it("--set changes the result and the hash, and not the scenario's file", async () => {
    await program(["run", "--json", "--months", "1"]);
    const before = json();
    printed = [];
    await program(["run", "--json", "--months", "1", "--set", "parameter.realised_share=0.3"]);
    const value = (of: Record<string, unknown>) => (of.headline as Record<string, number>).productivity_value!;
    expect(value(json()) / value(before)).toBeCloseTo(2, 12);
    expect(json().hash).not.toBe(before.hash);
    expect(json().model_hash).toBe(before.model_hash);
    expect(before.model_hash).toBe(modelHash());
    expect(before).toMatchObject({commit: commit(), seed: null, draws: 0});
    expect(before.scenario_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(json().scenario_hash).not.toBe(before.scenario_hash);
  });
  it("takes the file of a scenario, formulas and all", async () => {
    const file = `${mkdtempSync(`${tmpdir()}/token-factory-`)}/mine.yaml`;
    const text = "title: Mine\nparent: reference\nset:\n  parameter.realised_share: 0.6\n";
    writeFileSync(file, `${text}formulas:\n  economy.twice: "[USD/month] 2 * c.productivity_value"\n`);
    expect(await program(["run", file, "--json", "--months", "1", "--out", `${file}.tables`])).toBe(0);
    expect(json()).toMatchObject({scenario: "mine"});
    printed = [];
    await program(["compare", "reference", file, "--figure", "productivity_value", "--json"]);
    expect(JSON.stringify(json())).toContain("parameter.realised_share");
  });
  it("says in its title how many inputs are changed, and names an own file without a title", async () => {
    await program(["run", "--months", "1", "--set", "parameter.realised_share=0.3"]);
    expect(printed[0]).toContain("Reference with 1 input changed: 2026-12 (model");
    printed = [];
    const file = `${mkdtempSync(`${tmpdir()}/token-factory-`)}/mine.yaml`;
    writeFileSync(file, "parent: reference\nset:\n  parameter.realised_share: 0.6\n");
    await program(["run", file, "--months", "2"]);
    expect(printed[0]).toContain("mine: 2026-12, the first of 2 months (model");
  });
  it("notes a value far outside its range on standard error, and none in the published scenarios", async () => {
    const noted = vi.spyOn(console, "error").mockImplementation(() => undefined);
    for (const name of project.scenarios.keys()) await program(["run", name, "--months", "1"]);
    expect(noted.mock.calls).toEqual([]);
    await program(["run", "--months", "1", "--set", "region[texas].power_price=72.5"]);
    expect(noted.mock.calls).toEqual([
      [
        "note: --set: region[texas].power_price: 72.5 is above its range, 0.066 to 0.085 USD/kWh, by a factor of " +
          "853: check the unit"
      ]
    ]);
    noted.mockRestore();
  });
  it("says why a figure is not available", async () => {
    await program(["run", "--months", "1", "--set", "parameter.accelerator_life=0"]);
    expect(printed.join("\n")).toMatch(/- USD\/month +Total cost.*\n +not available: cluster\[\S+\].hardware/);
  });
  it("--out writes every table", async () => {
    const folder = mkdtempSync(`${tmpdir()}/token-factory-`);
    expect(await program(["run", "--months", "2", "--out", folder])).toBe(0);
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining(["cluster.parquet", "ledger.parquet", "economy.parquet"])
    );
  });
  it("an unknown cell throws, with a suggestion, and writes nothing", async () => {
    const folder = `${mkdtempSync(`${tmpdir()}/token-factory-`)}/out`;
    await expect(program(["run", "--set", "parameter.realised_shar=1", "--out", folder])).rejects.toThrow(
      "did you mean realised_share?"
    );
    expect(existsSync(folder)).toBe(false);
  });
  it.each([
    [["run", "refrence"], 'unknown scenario "refrence"\n  did you mean reference?'],
    [["run", "nowhere/mine.yaml"], "nowhere/mine.yaml: cannot be read: there is no such file"],
    [["run", "--months", "0"], '--months: expected a whole number between 1 and 600, got "0"'],
    [["run", "--set", "x"], '--set: expected cell=value, got "x"'],
    [["run", "--draws", "1"], '--draws: expected a whole number between 2 and 1000000, got "1"'],
    [["run", "readme-baseline", "--draws", "9"], 'scenario "readme-baseline" has no uncertain inputs'],
    [["sensitivity", "value_per_cst"], "did you mean economy.value_per_cost?"],
    [["explain", "cluster"], 'expected table.column, got "cluster"'],
    [["explain", "cluster.prise", "--row", "atlas-h100"], 'unknown column "prise"\n  did you mean price?'],
    [["explain", "economy.tokens", "--month", "60"], '--month: expected a whole number between 0 and 59, got "60"'],
    [["explain", "economy.tokens", "--month", "2031-12"], "or a month between 2026-12 and 2031-11"]
  ])("%j says what is wrong", (args, message) => expect(program(args)).rejects.toThrow(message));
  it.each([[["run", "--mnths", "3"]], [["rnu"]], [["run", "a", "b"]]])("%j is code 2", async (args) =>
    expect(await program(args)).toBe(2)
  );
});

describe("a pure number", () => {
  it("has no unit", async () => {
    await program(["explain", "economy.value_per_cost"]);
    expect(printed[0]).toMatch(/^economy\.value_per_cost@0 = [\d.]+\n/);
    await program(["run", "--months", "1"]);
    expect(printed[1]).toMatch(/ {2}[\d.]+ {14}Additional output per dollar of total cost/);
  });
});

describe("a month", () => {
  it("is its number in the run, or a date", async () => {
    await program(["explain", "economy.tokens", "--month", "24", "--json"]);
    const numbered = json();
    printed = [];
    await program(["explain", "economy.tokens", "--month", "2028-12", "--json"]);
    expect(json()).toEqual(numbered);
  });
});

describe("compare", () => {
  it("--json prints paths and a bridge whose shares add up to 1", async () => {
    expect(await program(["compare", "dear-capital", "power-crunch", "--month", "24", "--json"])).toBe(0);
    const {paths, bridge} = json() as {
      paths: Record<string, number[][]>;
      bridge: {steps: {share: number; amount: number}[]};
    };
    expect(paths.tokens!.map((path) => path.length)).toEqual([60, 60]);
    expect(bridge.steps.reduce((sum, {share}) => sum + share, 0)).toBeCloseTo(1, 9);
    const [a, b] = paths.tokens!;
    expect(bridge.steps.reduce((sum, {amount}) => sum + amount, 0)).toBeCloseTo(b![24]! - a![24]!, 0);
  });
  it.each([
    [
      ["compare", "reference", "readme-baseline"],
      'scenario "readme-baseline" uses the readme model and cannot be compared'
    ],
    [["compare", "reference", "dear-capitl"], 'unknown scenario "dear-capitl"\n  did you mean dear-capital?'],
    [
      ["compare", "reference", "gpu-glut", "--figure", "token"],
      '--figure: unknown figure "token"\n  did you mean tokens?'
    ],
    [
      ["compare", "reference", "gpu-glut", "--month", "60"],
      '--month: expected a whole number between 0 and 59, got "60"'
    ]
  ])("%j says what is wrong", (args, message) => expect(program(args)).rejects.toThrow(message));
});

describe("run --draws", () => {
  it("gives ranges that a seed reproduces, and every draw as a table", async () => {
    const folder = mkdtempSync(`${tmpdir()}/token-factory-`);
    const args = ["run", "--months", "1", "--draws", "8", "--seed", "3", "--json"];
    const ranges = async (): Promise<unknown> => {
      printed = [];
      await program([...args, "--out", folder]);
      return json().ranges;
    };
    expect(await ranges()).toEqual(await ranges());
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(["draw.parquet", "driver.parquet", "headline.parquet"]));
  });
});

describe("sensitivity", () => {
  it("names the most influential driver, and shares of the variance", async () => {
    const {code, printed} = await made("sensitivity value_per_cost --json --rows 16 --seed 7");
    expect(code).toBe(0);
    const {swings, factors, central} = JSON.parse(printed) as {
      swings: {cell: string}[];
      factors: {factor: string}[];
      central: number;
    };
    expect(swings[0]!.cell).toBe("parameter.realised_share");
    expect(factors.map(({factor}) => factor)).toContain("others");
    expect(central).toBeGreaterThan(0);
  });
  it("prints rows, seed and runs, and no number that is not resolved", async () => {
    expect(await program(["sensitivity", "value_per_cost", "--rows", "16", "--seed", "7"])).toBe(0);
    expect(printed.join("\n")).toMatch(/^\d+ factors, 16 rows, seed 7, \d+ runs; all alone \d+ %/m);
    expect(printed.join("\n")).toMatch(/not resolved \(\d+ % to \d+ %\)/);
  });
});

describe("explain", () => {
  it("gives formula, values, sources and readers", async () => {
    expect(await program(["explain", "cluster.revenue", "--row", "atlas-b200"])).toBe(0);
    expect(printed[0]).toContain("formula: (sold_hours - exported_hours) * price");
    expect(printed[0]).toContain("cluster[atlas-b200].price@0 =");
    expect(printed[0]).toContain("used by: neocloud.revenue");
  });
  it("of an input gives range, source and place", async () => {
    await program(["explain", "accelerator.unit_price", "--row", "h100"]);
    expect(printed[0]).toMatch(/input at assumptions\/accelerator\.csv:\d+, 25000 to 40000 \(lognormal\)/);
    expect(printed[0]).toContain("source: TechSpot");
  });
});

describe("explain without --row", () => {
  it("explains the column and lists its rows", async () => {
    expect(await program(["explain", "cluster.price"])).toBe(0);
    expect(printed[0]).toContain("formula: contract_share * contract_price");
    expect(printed[0]!.match(/cluster\[/g)).toHaveLength(8);
  });
});

interface InvestJson {
  set: Record<string, number>;
  cost_stack: {name: string; cost: number}[];
  levelised_cost: number;
}

describe("invest", () => {
  it("prints the library's results, with ranges", async () => {
    expect(await program(["invest", "--gpu", "h100", "--count", "4,096", "--draws", "16"])).toBe(0);
    expect(printed[0]).toMatch(/^4,096 h100 at /);
    expect(printed[0]).toMatch(/equity IRR +-?[\d.]+ % \(/);
  });
  it("prints a dash for a missing value", async () => {
    await program(["invest", "--flat", "--draws", "8", "--set", "utilisation=0"]);
    expect(printed[0]).toMatch(/levelised cost +- USD\/GPU-hour/);
    expect(printed[0]).not.toMatch(/NaN|Infinity/);
  });
  it("accepts every term as a flag, in the usual notations, and breaks down the cost of a GPU-hour", async () => {
    const flags = ["--power_price", "72.5 USD/MWh", "--cost-of-capital", "11%", "--price-change", "-20%", "--flat"];
    await program(["invest", ...flags, "--json", "--draws", "8"]);
    const {set, cost_stack, levelised_cost} = json() as unknown as InvestJson;
    expect(set).toMatchObject({start_power_price: 0.0725, cost_of_capital: 0.11, capital_premium: 0});
    expect(set.price_drift).toBeCloseTo(-0.2231, 4);
    expect(cost_stack.reduce((sum, {cost}) => sum + cost, 0)).toBeCloseTo(levelised_cost, 9);
  });
  it("--terms lists what may be set, with value and range", async () => {
    await program(["invest", "--terms"]);
    expect(printed[0]).toMatch(/^power_price +[\d.]+ +[\d.]+ to [\d.]+ +USD\/kWh +Price of electricity/m);
  });
  it("--json holds returns, cover and break-even", async () => {
    await program(["invest", "--json", "--draws", "16", "--set", "debt_share=0"]);
    const {irr, unlevered_irr, cover, break_even} = json();
    expect(irr).toEqual(unlevered_irr);
    expect(cover).toMatchObject({breaches: []});
    expect(break_even).toMatchObject({utilisation: expect.any(Number) as number});
  });
  it.each([
    [["--gpu", "h10"], 'unknown accelerator "h10"'],
    [
      ["--amortisation", "slow"],
      '--amortisation: unknown amortisation "slow"\n  amortisations: sculpted, level, straight, bullet'
    ],
    [["--debt-share", "much"], '--debt-share: "much" is not a number'],
    [["--price-change", "-20%", "--price-drift", "0.1"], "--price-drift: price_drift is set by another term"],
    [["--region", "atlantis"], 'unknown region "atlantis"'],
    [["--counterparty", "good"], '--counterparty: unknown counterparty "good"'],
    [["--depreciation", "none"], '--depreciation: unknown depreciation "none"'],
    [["--set", "balloon_share=0.3"], "balloon_share: 0.3 is not a valid value\n  write a number from 0 to 0.2"],
    [["--set", "debt_capacity=1"], 'unknown project term "debt_capacity"'],
    [["--set", "debt=1"], 'unknown project term "debt"'],
    [["--set", "debt_share=much"], '--set: expected term=number, got "debt_share=much"'],
    [["--set", "debt_share= "], '--set: expected term=number, got "debt_share= "'],
    [["--set", "debt_share=1e400"], '--set: expected term=number, got "debt_share=1e400"'],
    [["--set", "debt_share=1"], "debt_share: 1 is not a valid value\n  write a number from 0 and below 1 (share)"],
    [["--set", "debt_share=-1"], "debt_share: -1 is not a valid value"],
    [["--set", "count=-5"], "count: -5 is not a valid value\n  write a whole number from 1 to 10000000 (GPU)"],
    [["--set", "count=0.5"], "count: 0.5 is not a valid value"],
    [["--set", "utilisation=-0.5"], "utilisation: -0.5 is not a valid value"],
    [["--set", "accelerator_life=0"], "accelerator_life: 0 is not a valid value\n  write a number above 0 to 100"],
    [["--set", "pue=0.5"], "pue: 0.5 is not a valid value"],
    [["--set", "unit_price=1e300"], "unit_price: 1e+300 is not a valid value"],
    [["--scenario", "readme-baseline"], 'scenario "readme-baseline" has no prices of GPU-hours']
  ])("%j says what is wrong", (args, message) => expect(program(["invest", ...args])).rejects.toThrow(message));
});

describe("optimise", () => {
  it("prints a plan and its binding constraints, and writes its tables", async () => {
    const folder = mkdtempSync(`${tmpdir()}/token-factory-`);
    expect(await program(["optimise", "--limit", "power[virginia]=1", "capital=1e8", "--out", folder])).toBe(0);
    expect(printed[0]).toMatch(/^reference: 2027 to 2031/);
    expect(printed[0]).toMatch(/capital\[2027\] +one more USD is worth/);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(["plan_action.parquet", "plan_limit.parquet"]));
  });
  it("--json prints the plan; without one, the exit code is 1 and the conflict is named", async () => {
    expect(await program(["optimise", "--goal", "cost", "--limit", "carbon=1000", "--json"])).toBe(1);
    const {status, conflict} = json() as {status: string; conflict: {set: {limit: string}[]}};
    expect(status).toBe("infeasible");
    expect(json().model_hash).toBe(modelHash());
    expect(json().hash).not.toBe(modelHash());
    expect(conflict.set.map(({limit}) => limit)).toContain("carbon");
  });
  it.each([
    [["--goal", "profit"], '--goal: unknown goal "profit"\n  goals: npv, value, cost'],
    [["--limit", "power"], '--limit: expected limit=number, got "power"'],
    [["--limit", "power[virgina]=1"], '--limit power[virgina]=1: unknown region "virgina"\n  did you mean virginia?'],
    [["--latency", "3"], "--latency: expected 0.5, 0.7, 1"],
    [["readme-baseline"], 'scenario "readme-baseline" has no accelerators to plan with']
  ])("%j says what is wrong", async (args, message) =>
    expect(async () => program(["optimise", ...args])).rejects.toThrow(message)
  );
});

it("--version prints the version and the commit", async () => {
  expect(await program(["--version"])).toBe(0);
  expect(printed).toEqual([versionText(commit())]);
});

describe("validate", () => {
  it("returns 0 if every rule holds", async () => {
    expect(await program(["validate"])).toBe(0);
    expect(printed[0]).toContain("0 are broken");
  });
});
