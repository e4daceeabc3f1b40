import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {program} from "../../cli/program.js";
import {project} from "../model/project.js";

let printed: string[] = [];

beforeEach(() => {
  printed = [];
  vi.spyOn(console, "log").mockImplementation((text: string) => void printed.push(text));
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => void vi.restoreAllMocks());

const run = async (...args: string[]): Promise<string> => {
  expect(await program(args, {project})).toBe(0);
  return printed.join("\n").replaceAll("\u202f", " ");
};

interface Opening {
  opening: {
    finding: string;
    numbers: {label: string; value: string; range: string}[];
    changed: {input: string; before: string; now: string}[];
  };
  sections: {heading: string; tables: {title: string; rows: unknown[][]}[]}[];
  sources: {title: string; url: string}[];
}

/** The JSON of the report that a command writes. */
async function reported(...args: string[]): Promise<Opening> {
  const path = join(mkdtempSync(join(tmpdir(), "token-factory-")), "board.json");
  await run(...args, "--report", path);
  return JSON.parse(readFileSync(path, "utf8")) as Opening;
}

describe("invest", () => {
  const few = ["invest", "--draws", "16"];
  it("costs an hour as published models do, and names them", async () =>
    expect(await run(...few, "--gpu", "b200")).toMatch(
      /hour owned, without selling and administration: [\d.]+ USD\/GPU-hour; SemiAnalysis publishes 2\.07 to 2\.34/
    ));
  it("says so if no published cost model is known", async () =>
    expect(await run(...few, "--gpu", "mi325x")).toContain("no published cost model of this accelerator is known"));
  it("puts projects side by side, with differences and the terms that differ", async () => {
    const text = await run(...few, "--beside", "gpu=h100 debt-share=40%");
    const line = (name: string): string => text.split("\n").find((one) => one.trim().startsWith(name))!;
    expect(line("Equity IRR")).toMatch(/% +\S+ % \([+−][\d.]+ points\)/);
    expect(line("Accelerator")).toMatch(/B200.* +H100/);
  });
  it("two identical projects agree in every figure", async () => {
    const text = await run(...few, "--beside", "count=1000");
    const lines = text.slice(text.indexOf("side by side")).split("\n").slice(2);
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) expect(line).toMatch(/\(same\)$|none +none$/);
  });
  it("writes a report with the changes from the example", async () => {
    const {opening, sections, sources} = await reported(...few, "--count", "4096");
    expect(opening.finding).toMatch(/^In the central case equity returns .* The NPV of equity is negative in \d/);
    expect(opening.numbers.map(({label}) => label)).toEqual([
      "Equity IRR, a year",
      "NPV of equity",
      "Project IRR, a year"
    ]);
    for (const {range} of opening.numbers) expect(range).toMatch(/ to /);
    expect(opening.changed).toEqual([{input: "Accelerators bought", before: "1,000", now: "4,096"}]);
    expect(sections.map(({heading}) => heading)).toContain("Cash flow");
    expect(sources.length).toBeGreaterThan(10);
    for (const {title, url} of sources)
      expect([title, url]).toEqual([expect.stringMatching(/ /), expect.stringMatching(/./)]);
  });
  it.each([
    [["--beside", "gpu"], '--beside: expected flag=value, got "gpu"'],
    [["--beside", "colour=red"], '--beside: expected flag=value, got "colour=red"'],
    [["--report", "board.txt"], "--report: expected a file that ends in html, docx, pdf, xlsx, json"]
  ])("%j says what is wrong", (args, message) =>
    expect(async () => program([...few, ...args], {project})).rejects.toThrow(message)
  );
});

describe("a project in words", () => {
  const few = ["invest", "--draws", "16"];
  it("names the loan, and the region of a site outside the tables", async () => {
    const text = await run(...few, "--site", "owned", "--region", "texas", "--count", "4096");
    expect(text).toMatch(/^4,096 b200 in texas \(a site like council-bluffs\), /);
    expect(text).toMatch(/\n {2}loan +[\d.]+M USD, [\d.]+ % of the investment net of prepayment \(at most 60\.0 %\)/);
  });
  it("states the unrecovered amount, and that there is no loan", async () => {
    const text = await run(...few, "--price", "0.5", "--debt-share", "0%");
    expect(text).toMatch(/\n {2}payback +not recovered, discounted not recovered\n/);
    expect(text).toMatch(/\n {2}debt service coverage +no loan\n/);
  });
});

describe("build", () => {
  const site = ["build", "--site", "colocated", "--region", "virginia", "--power", "2027-07=4MW", "--budget", "100M"];
  it("writes a report with orders, power by quarter and the value of more", async () => {
    const {opening, sections} = await reported(...site);
    expect(opening.finding).toMatch(/^The largest order is [\d,]+ /);
    const tables = sections.flatMap((section) => section.tables);
    expect(tables.map(({title}) => title)).toEqual([
      "Orders by month",
      "Power and spending by quarter",
      "Constraints and their use",
      "Value of relaxing a constraint"
    ]);
    const [orders, quarters] = [tables[0]!, tables[1]!];
    const spent = quarters.rows.reduce((sum, row) => sum + Number(row[1]), 0);
    expect(spent).toBeCloseTo(
      orders.rows.reduce((sum, row) => sum + Number(row[6]), 0),
      3
    );
    const same = quarters.rows.filter((row, i) => String(row.slice(1)) === String(quarters.rows[i - 1]?.slice(1)));
    expect(same).toEqual([]);
    for (const [, , used, available] of quarters.rows)
      expect(Number(used)).toBeLessThanOrEqual(Number(available) + 1e-9);
  });
  it("meets a demand at minimum cost, and a larger one costs more", async () => {
    const costOf = async (tokens: string): Promise<number> => {
      printed = [];
      const asked = ["--model", "llama-3-3-70b", "--demand", `2027-07=${tokens}`, "--json"];
      const {plan} = JSON.parse(await run(...site, ...asked)) as {plan: {cost: number; served: number}};
      expect(plan.served).toBe(1);
      return plan.cost;
    };
    expect(await costOf("50B")).toBeGreaterThan(await costOf("5B"));
  });
  it("accepts an offered price path: lower prices earn less", async () => {
    const npvAt = async (changes: string): Promise<number> => {
      printed = [];
      return (JSON.parse(await run(...site, "--price-changes", changes, "--json")) as {plan: {npv: number}}).plan.npv;
    };
    expect(await npvAt("-30% -10%")).toBeLessThan(await npvAt("-10%"));
  });
  it("reads power without a month as available from the first month on", async () => {
    const text = await run(
      "build",
      "--site",
      "colocated",
      "--region",
      "virginia",
      "--power",
      "4",
      "MW",
      "--budget",
      "50M"
    );
    expect(text).toMatch(/\n2026-12 {2}2027-06 /);
  });
  it.each([
    [["--power", "lots"], '--power: expected month=MW, got "2027-07=4MW lots"'],
    [["--price-changes", "-20"], "--price-changes: "],
    [["--demand", "2027-07=1B"], "--demand: --model is missing"],
    [["--model", "llama-3-3-70b", "--demand", "soon"], '--demand: expected month=tokens, got "soon"'],
    [
      ["--model", "llama-3-3-70b", "--demand", "2027-07=1B", "--robust"],
      "--robust: the cost of meeting a demand does not"
    ]
  ])("%j says what is wrong", (args, message) =>
    expect(async () => program([...site, ...args], {project})).rejects.toThrow(message)
  );
});

describe("market", () => {
  it("writes a report on the offers of a model, losses first", async () => {
    const {opening, sections} = await reported("market", "deepseek", "--offers");
    expect(opening.finding).toMatch(/^\d+ of \d+ offers with a known cost are below it/);
    const margins = sections[0]!.tables[0]!.rows.map((row) => row[4]).filter((margin) => margin !== null);
    expect(margins).toEqual([...margins].sort((a, b) => Number(a) - Number(b)));
  });
  it("a report without --offers is refused", () =>
    expect(async () => program(["market", "--report", "a.html"], {project})).rejects.toThrow(
      "--report: applies to offers only"
    ));
});

describe("compare", () => {
  /** One more input than the explanation names. */
  const leap = [
    "tier[standard].trade_up: 0.85",
    "parameter.kernel_learning: 0.6",
    "parameter.model_gain: 2.5",
    "parameter.speculation_ceiling: 1.8",
    "parameter.compute_ceiling: 0.96"
  ];
  it("explains the difference, in the figure's unit and in per cent", async () => {
    const file = `${mkdtempSync(join(tmpdir(), "token-factory-"))}/leap.yaml`;
    writeFileSync(file, `title: Leap\nset:\n${leap.map((line) => `  ${line}\n`).join("")}`);
    const text = await run("compare", "reference", file, "--figure", "price_per_token");
    expect(text).toMatch(/Why:\n {2}These inputs explain the difference: tier trade up [^:]*all others /);
    expect(text).toMatch(/all others [\s\S]*GPU-hour's price[\s\S]*margin over cost/);
    expect(text).toMatch(/Difference of price_per_token: -[\d.]+ USD\/Mtok, -[\d.]+ %/);
  });
});

describe("market", () => {
  it("prints the offers that lose money, with counts over all", async () => {
    const text = await run("market", "deepseek", "--offers", "--losing");
    const [, losing, known] = /(\d+) of (\d+) offers with a known cost are below it/.exec(text)!.map(Number);
    expect(known).toBeGreaterThan(losing!);
    expect(text.split("\n")).toHaveLength(losing! + 2);
  });
});
