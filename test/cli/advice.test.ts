import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {program as commands} from "../../cli/program.js";
import {project} from "../model/project.js";

let printed: string[] = [];

beforeEach(() => {
  printed = [];
  vi.spyOn(console, "log").mockImplementation((text: string) => void printed.push(text));
  vi.spyOn(process.stderr, "write").mockImplementation(() => true);
});
afterEach(() => void vi.restoreAllMocks());

interface Row {
  company: string;
  settings: string;
  npv_median: number;
  gain: number;
  rank: number;
}

/** Runs a command on the project as it was loaded once. */
const program = (args: readonly string[]) => commands(args, {project});
const json = (): unknown => JSON.parse(printed.join("\n"));

describe("advice", () => {
  it("--company ranks one company's actions, with settings that run --set accepts", async () => {
    const flags = ["--company", "cumulus", "--months", "3", "--draws", "7", "--json"];
    expect(await program(["advice", "power-crunch", ...flags])).toBe(0);
    const {advice, advice_joint} = json() as {advice: Row[]; advice_joint: Row[]};
    expect(new Set([...advice, ...advice_joint].map(({company}) => company))).toEqual(new Set(["cumulus"]));
    const best = advice.find(({rank}) => rank === 1)!;
    expect(best.npv_median).toBe(Math.max(...advice.map(({npv_median}) => npv_median)));
    printed = [];
    expect(await program(["run", "power-crunch", "--months", "1", "--set", ...best.settings.split(";")])).toBe(0);
  });
  it.each([
    [["advice", "--company", "atls"], "did you mean atlas?"],
    [["advice", "--draws", "1"], '--draws: expected a whole number between 2 and 100000, got "1"'],
    [["advice", "readme-baseline"], "choose a scenario of the chain"]
  ])("%j says what is wrong", (args, message) => expect(program(args)).rejects.toThrow(message));
});

describe("market", () => {
  const file = (text: string): string => {
    const name = `${mkdtempSync(`${tmpdir()}/token-factory-`)}/own.csv`;
    writeFileSync(name, text);
    return name;
  };
  it("of a model lists its sellers, cheapest first, whatever they call it", async () => {
    await program(["market", "openai/gpt-oss-120b", "--json"]);
    const {model, offers} = json() as {model: string; offers: {price: number; margin: number}[]};
    expect(model).toBe("gpt-oss-120b");
    expect(offers.length).toBeGreaterThan(5);
    expect(offers.map(({price}) => price)).toEqual(offers.map(({price}) => price).sort((a, b) => a - b));
  });
  it("--figures ranks a company and divides its gap into parts that add up", async () => {
    await program(["market", "--kind", "application", "--figures", file("metric,value\narpu,15\nchurn,5 %"), "--json"]);
    const {gaps} = json() as {gaps: {part: string; share: number}[]};
    expect(gaps.map(({part}) => part)).toEqual(["price", "churn"]);
    expect(gaps.reduce((sum, {share}) => sum + share, 0)).toBeCloseTo(1, 9);
  });
  it("--figures lists what it read and what it did not, with suggestions", async () => {
    const own = file("kpi;Wert\nARPU;15\nchrn;5 %\ncac;-3");
    await program(["market", "--kind", "application", "--figures", own, "--json"]);
    const {read, unread} = json() as {read: {key: string}[]; unread: {place: string; near?: string}[]};
    expect(read.map(({key}) => key)).toEqual(["arpu"]);
    expect(unread.map(({place, near}) => [place, near])).toEqual([
      ["line 3", "churn"],
      ["line 4", undefined]
    ]);
    printed.length = 0;
    await program(["market", "--kind", "application", "--figures", own]);
    const lines = printed.join("\n");
    expect(lines).toContain("  line 2: ARPU 15: arpu = 15\nnot read:\n");
    expect(lines).toContain('  line 3: unknown figure "chrn": did you mean churn?; row: chrn 5 %\n');
    expect(lines).toContain("  line 4: cac: -3 USD/user is not between 0 and 10000000");
  });
  it("says why an offer has no margin, and which other models the name could mean", async () => {
    await program(["market", "deepseek"]);
    expect(printed.join("\n")).toMatch(
      /deepseek-chat; a reseller; cost unknown: .*\nother models: .*deepseek-v3-2.*; --offers shows all$/
    );
  });
  it.each([
    [["market", "gpt-oss-121b"], "did you mean gpt-oss-120b?"],
    [["market", "--kind", "neocloudd"], "did you mean neocloud?"],
    [["market", "--figures", "/no/such.csv"], "/no/such.csv: cannot be read"],
    [["market", "deepseek", "--mix", "24:276:1"], "--mix: applies to offers only\n  add --offers"],
    [["market", "--losing"], "--losing: applies to offers only\n  add --offers"],
    [["market", "--figures", file("metric,value\nprise,2")], "line 2: unknown figure"]
  ])("%j says what is wrong", (args, message) => expect(program(args)).rejects.toThrow(message));
});
