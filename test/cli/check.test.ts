import {describe, expect, it} from "vitest";
import {program} from "../../cli/program.js";
import {project} from "../model/project.js";
import {printedBy} from "./printed.js";

/** What the command prints; the same command runs once. */
const check = (...flags: string[]) => {
  const key = flags.join(" ");
  const made = known.get(key) ?? printedBy(() => program(["check", "--draws", "8", ...flags], {project}));
  known.set(key, made);
  return made;
};
const known = new Map<string, ReturnType<typeof printedBy>>();

interface Row {
  id: string;
  predicted: number;
  low: number;
  high: number;
  inside: boolean;
}

describe("check", () => {
  it("--json prints the figures that count, with exactly these fields", async () => {
    const {code, printed} = await check("--json");
    const rows = JSON.parse(printed) as Row[];
    expect(code).toBe(0);
    const {values} = project.checks.columns.counted!;
    expect(rows.map(({id}) => id)).toEqual(project.checks.keys.filter((_, i) => values[i] === "yes"));
    const fields = ["id", "cell", "predicted", "low", "high", "published", "inside", "covered", "basis"];
    expect(rows.filter((row) => Object.keys(row).join() !== fields.join())).toEqual([]);
    expect(rows.filter(({predicted, low, high, inside}) => inside !== (predicted >= low && predicted <= high))).toEqual(
      []
    );
  });
  it("ends with the shares of figures that are inside and covered", async () =>
    expect((await check()).printed.trim()).toMatch(/inside \d+ of \d+ \(\d+ %\), covered \d+ of \d+ \(\d+ %\)$/));
  it("accepts a scenario and overrides, and refuses another model's scenario", async () => {
    const predictedOf = async (...flags: string[]): Promise<number> => {
      const rows = JSON.parse((await check("--json", ...flags)).printed) as Row[];
      return rows.find(({id}) => id === "make-b200")!.predicted;
    };
    expect(await predictedOf("power-crunch", "--set", "memory[hbm3e].price=20")).toBeGreaterThan(await predictedOf());
    await expect(check("readme-baseline")).rejects.toThrow("choose a scenario of the chain model");
  });
  it("--backtest lists every figure published since December 2024, and changes with inputs", async () => {
    const investmentOf = async (...flags: string[]): Promise<number> => {
      const rows = JSON.parse((await check("--backtest", "--json", ...flags)).printed) as Row[];
      expect(rows.map(({id}) => id)).toEqual(project.facts.keys);
      return rows.find(({id}) => id === "investment")!.predicted;
    };
    expect(await investmentOf("--set", "parameter.trend_fade=1")).toBeLessThan(await investmentOf());
    const {printed} = await check("--backtest");
    expect(printed).toContain("price_fixed: Price of fixed capability");
    expect(printed.trim()).toMatch(/inside \d+ of 26, covered \d+ of 26, nearer than no change \d+ of 26$/);
    await expect(check("power-crunch", "--backtest")).rejects.toThrow("begins later");
  });
});
