import {describe, expect, it} from "vitest";
import {runBacktest, runScenario} from "../../data-loaders/run/project.js";
import {backtestTable} from "../../lib/export/site-tables.js";
import {REFERENCE} from "../../lib/model/reference.js";
import {keysOf, monthsOf, type TableInput} from "../../lib/sheet/index.js";
import {backtest} from "../../lib/validation/index.js";
import {at, project} from "../model/project.js";

const run = runBacktest(project);
const {correlations, facts} = project;
const rows = backtest({run, facts, correlations, draws: 32});
const row = (id: string) => rows.find((one) => one.id === id)!;
const withFact = (values: Record<string, string>): TableInput => ({
  keys: [facts.keys[0]!],
  columns: {
    ...facts.columns,
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, {values: [value]}]))
  }
});
const tested = (values: Record<string, string>) => () =>
  backtest({run, facts: withFact(values), correlations, draws: 4});

describe("the back-test from December 2024", () => {
  it("starts with the rent of then and no generation that had not been announced", () => {
    expect([run.start, run.months]).toEqual(["2024-12", 24]);
    expect(at(run, "cluster.on_demand_price", "atlas-h100")).toBe(2.99);
    expect(at(run, "generation.arrived", "rubin-ultra", 23)).toBe(0);
    expect(at(run, "generation.arrived", "rubin", 0)).toBe(0);
  });
  it("judges at least eight quantities, all after its start", () => {
    expect(new Set(rows.map(({cell}) => cell)).size).toBeGreaterThanOrEqual(8);
    for (const {until} of rows) expect(monthsOf(until)).toBeGreaterThan(monthsOf(run.start));
  });
  it("measures levels, growth, volatility and falls of cells", () => {
    expect(row("rent_2026_10").predicted).toBe(at(run, "cluster.on_demand_price", "atlas-h100", 22));
    expect(row("rent_2026_10").unchanged).toBe(2.99);
    const tokens = (month: number) => at(run, "economy.tokens", undefined, month);
    expect(row("token_growth").predicted).toBeCloseTo(tokens(20) / tokens(14), 10);
    expect(row("token_growth").unchanged).toBe(1);
    expect(row("rent_volatility").predicted).toBeGreaterThan(0);
    expect(row("rent_drawdown").predicted).toBeLessThanOrEqual(0);
  });
  it("did not foresee agents: tokens grow less than half as fast as published, and rents rise where they stood", () => {
    expect(row("tokens_google").miss).toBeLessThan(-0.5);
    expect(row("tokens_openrouter").miss).toBeLessThan(-0.5);
    expect(row("rent_2025_12").miss).toBeGreaterThan(0.1);
    expect(row("provider_revenue").miss).toBeLessThan(-0.3);
  });
  it("misses tokens and laboratories' revenue by what developers' agents ask for and pay by the token", () => {
    const reference = runScenario(project, REFERENCE, [], 1).run;
    const both = (column: string, key?: string): [number, number] => [at(run, column, key), at(reference, column, key)];
    const rise = ([start, end]: [number, number]) => end - start;
    const ofTeams = (column: string) => both(`segment.${column}`, "coder-team");
    expect(rise(ofTeams("tokens")) / rise(both("economy.tokens"))).toBeCloseTo(0.81, 2);
    const [before, now] = ofTeams("input_length");
    expect(now / before).toBe(24);
    const shares = ofTeams("token_cost").map((cost, i) => cost / both("economy.provider_revenue")[i]!);
    expect(shares[0]).toBeCloseTo(1 / 8, 2);
    expect(shares[1]).toBeGreaterThan(0.5);
    expect(shares[1]).toBeLessThan(0.55);
  });
  it("rests on one choice at its start: of a mid-size model's replica, which takes four fifths of the hours", () => {
    const hours = keysOf(run, "deployment").map((key) => at(run, "deployment.demanded_hours", key));
    const all = hours.reduce((sum, one) => sum + one, 0);
    expect(at(run, "deployment.demanded_hours", "meridian-medium") / all).toBeCloseTo(0.8, 1);
    const replica = {cell: "deployment[meridian-medium].replica", value: "32", place: "test"};
    const {overrides} = project.backtest;
    const larger = runBacktest({...project, backtest: {...project.backtest, overrides: [...overrides, replica]}});
    const inside = (of: readonly {inside: boolean}[]) => of.filter((one) => one.inside).length;
    expect(inside(rows)).toBe(7);
    expect(inside(backtest({run: larger, facts, correlations, draws: 4}))).toBe(4);
  });
  it("orders as real builders did, to about a fifth, since orders reckon with what is on order", () => {
    for (const id of ["investment", "vendor_revenue", "neocloud_revenue"]) {
      expect(Math.abs(row(id).miss)).toBeLessThan(0.22);
      expect(row(id).nearer).toBe(true);
    }
  });
  it("has the fall of fixed capability, and a B200's rent from an H100's", () => {
    expect(row("price_fixed").inside).toBe(true);
    expect(row("rent_b200").inside).toBe(true);
  });
  it("has the margin of inference about right, and the number of users", () => {
    expect(Math.abs(row("margin_2025_10").miss)).toBeLessThan(0.2);
    expect(Math.abs(row("users_2025_10").miss)).toBeLessThan(0.2);
  });
  it("gives every miss beyond the band a reason", () => {
    const {columns} = backtestTable({tested: rows, sources: project.models.get("chain")!.sources});
    const sentences = columns.find(({name}) => name === "sentence")!.values;
    rows.forEach(({id, inside}, i) => {
      if (!inside) expect(sentences[i], id).not.toBeNull();
    });
  });
  it("names a cell, a unit and a month that it does not have", () => {
    expect(tested({cell: "economy.tokns"})).toThrow("tokens");
    expect(tested({cell: "economy.tokens", measure: "level", unit: "USD"})).toThrow("does not go with");
    expect(tested({until: "2027-03"})).toThrow("is not among the 24 months from 2024-12");
  });
});
