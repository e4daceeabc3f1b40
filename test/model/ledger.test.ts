import {describe, expect, it} from "vitest";
import {accounts, ledgerValue, bookKey, ledger, type Entry} from "../../lib/model/index.js";
import {keysOf} from "../../lib/sheet/index.js";
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

describe("a number of the books", () => {
  const {run} = reference;
  it("is the sum of the model's cells, in every month", () => {
    const {value, terms, formula, path} = ledgerValue(run, "flow[Users > Applications > subscriptions].amount@2027-12");
    expect(formula).toBe("sum(segment.subscriptions)");
    expect(terms.map(({cell}) => cell.replace(/\[.*\]/, ""))).toContain("segment.subscriptions@12");
    const metered = keysOf(run, "application").map((key) => at(run, "application.metered_revenue", key, 12));
    const revenue = at(run, "economy.application_revenue", undefined, 12);
    expect(value).toBeCloseTo(revenue - metered.reduce((sum, amount) => sum + amount, 0), 2);
    expect(path[12]).toBe(value);
  });
  it("of an account is the sum of payments, those that it makes with a minus", () => {
    const expected = accounts(ledger(run)).filter(({month}) => month === 0);
    for (const {sector, profit, value_added} of expected) {
      expect(ledgerValue(run, `account[${sector}].profit`).value).toBeCloseTo(profit, 2);
      expect(ledgerValue(run, `account[${sector}].value_added`).value).toBeCloseTo(value_added, 2);
    }
  });
  it("counts goods in their own unit", () => {
    const entry = ledger(run).find(({good}) => good === "electricity")!;
    const {value, unit} = ledgerValue(run, `ledger[${bookKey("ledger", entry)!}].quantity`);
    expect([value, unit]).toEqual([entry.quantity, "MWh/month"]);
  });
  it("leads from a payment to the accounts of both sides", () =>
    expect(ledgerValue(run, "flow[Users > Applications > subscriptions].amount").readers).toEqual([
      "account[Users].outflow@0",
      "account[Users].profit@0",
      "account[Applications].inflow@0",
      "account[Applications].profit@0",
      "account[Applications].value_added@0"
    ]));
  it.each([
    ["flow[Users > Builders > subscriptions].amount", "nothing is paid between these"],
    ["flow[Users > Applications > subscriptions].amuont", 'unknown column "amuont"'],
    ["account[Users].profit@99", "month 99 is outside the run"]
  ])("%s: %s", (cell, problem) => expect(() => ledgerValue(run, cell)).toThrow(problem));
});
