import {describe, expect, it} from "vitest";
import {accounts, ledger, type Entry} from "../../lib/model/index.js";
import {at, reference} from "./project.js";

const entry = (
  payer_sector: Entry["payer_sector"],
  payee_sector: Entry["payee_sector"],
  kind: Entry["kind"],
  amount: number
): Entry => ({
  month: 0,
  payer_sector,
  payer: payer_sector,
  payee_sector,
  payee: payee_sector,
  good: "",
  kind,
  quantity: NaN,
  unit: "",
  amount
});

describe("accounts", () => {
  const made = accounts([
    entry("Users", "Applications", "final", 100),
    entry("Applications", "Providers", "purchase", 40),
    entry("Applications", "Workers", "income", 30),
    entry("Providers", "Neoclouds", "purchase", 25),
    entry("Investors", "Chip vendors", "investment", 7)
  ]);
  const of = (sector: string) => made.find((one) => one.sector === sector);
  it("value added is sales less purchases; wages are paid out of it", () => {
    expect(of("Applications")).toMatchObject({inflow: 100, outflow: 70, profit: 30, value_added: 60});
    expect(of("Providers")).toMatchObject({profit: 15, value_added: 15});
    expect(of("Workers")).toMatchObject({inflow: 30, value_added: 0});
  });
  it("value added over all sectors is final spending", () =>
    expect(made.reduce((sum, {value_added}) => sum + value_added, 0)).toBe(107));
  it("profits over all sectors are 0: what one pays another gets", () =>
    expect(made.reduce((sum, {profit}) => sum + profit, 0)).toBe(0));
});

describe("the ledger of the reference", () => {
  const first = ledger(reference.run).filter(({month}) => month === 0);
  const total = (good: string) => first.filter((one) => one.good === good).reduce((sum, {amount}) => sum + amount, 0);
  it("enters each payment between two parties for a good once", () =>
    expect(new Set(first.map(({payer, payee, good}) => `${payer}|${payee}|${good}`)).size).toBe(first.length));
  it("tokens are paid once, as both layers see them", () => {
    expect(total("tokens")).toBeCloseTo(at(reference.run, "economy.provider_revenue"), 2);
    expect(total("tokens")).toBeCloseTo(at(reference.run, "economy.token_spending"), 2);
  });
  it("every entry that counts a good says in which unit", () =>
    expect(first.filter(({quantity, unit}) => !Number.isNaN(quantity) && unit === "")).toEqual([]));
});
