import {describe, expect, it} from "vitest";
import {sum} from "d3-array";
import {accounts, ledger} from "../../lib/model/index.js";
import {keysOf} from "../../lib/sheet/index.js";
import {at, reference, runWith} from "./project.js";
import {
  broken,
  everyMonth,
  higher,
  lower,
  path,
  plus,
  runOf,
  same,
  scenarios,
  times,
  value,
  type Cells
} from "./statics.js";

const used = (kind: string) => `fleet[${kind}-start].used_price`;
const three = ["atlas-h100", "boreal-h200", "atlas-b200"];
const [year, two, last] = [12, 24, 59];

describe("the price of a used accelerator", () => {
  it("falls as later generations arrive, and more of what is older has fallen", () => {
    for (const scenario of scenarios) {
      const [old, later] = ["atlas-h100-start", "atlas-h100-rubin"].map((key) =>
        path(runOf(scenario), `fleet[${key}].used_price`)
      );
      expect(old![last]! / old![0]!).toBeLessThan(0.5);
      expect(old![last]! / old![0]!).toBeLessThan(later![last]! / later![0]!);
    }
  });
  it("is what it still earns: nothing where its rent does not pay for power, place and engineers", () => {
    const run = runOf("reference", {"parameter.value_exponent": 0.6, "region[*].power_price": 3});
    expect(three.map((kind) => value(run, used(kind), last))).toEqual([0, 0, 0]);
  });
  it("rises with use, since rents do, while supply has not followed", () =>
    expect(
      broken(
        {"parameter.usage_growth": plus(0.3)},
        three.map((kind) => higher(used(kind))),
        {months: [year]}
      )
    ).toEqual([]));
  it("rises with the years that buyers count on, while most of its rent is left", () =>
    expect(
      broken(
        {"parameter.used_life": 4},
        three.map((kind) => higher(used(kind))),
        {months: [0, two]}
      )
    ).toEqual([]));
  it("falls with dearer capital and dearer electricity, at the outset, before rents answer", () => {
    const dearer: Cells[] = [{"parameter.cost_of_capital": plus(0.03)}, {"region[*].power_price": times(1.5)}];
    for (const cells of dearer)
      expect(
        broken(
          cells,
          three.map((kind) => lower(used(kind))),
          {months: [0]}
        )
      ).toEqual([]);
  });
  it("is at most that of a new one and what is earned until it arrives, at any level of rents", () => {
    for (const rents of [1, 3, 6])
      for (const wait of [12, 24]) {
        const run = runWith({"parameter.used_life": 4, "parameter.rent_level": rents, "parameter.power_wait": wait});
        const lead = at(run, "parameter.lead_time");
        for (const key of keysOf(run, "fleet")) {
          const of = (name: string) => at(run, `fleet.${name}`, key);
          expect(of("used_price")).toBeLessThanOrEqual(of("hardware_price") + Math.max(0, of("used_earnings")) * lead);
        }
      }
  });
  it("rises, where rents are far above cost, with the price of a new one and with the wait for it alone", () => {
    const price = (cells: Record<string, number>) =>
      at(runWith({"parameter.rent_level": 3, ...cells}), "fleet.used_price", "atlas-b200-start");
    const long = {"parameter.used_life": 4};
    const most = price(long);
    expect(price({...long, "accelerator[b200].unit_price": 38_000})).toBeGreaterThan(most);
    expect(price({...long, "parameter.power_wait": 24})).toBeGreaterThan(most);
    expect(price({"parameter.used_life": 1, "parameter.power_wait": 24})).toBe(price({"parameter.used_life": 1}));
  });
  it("does not depend on dealers, who take their part from what the owner gets", () => {
    const dear = {"parameter.dealer_margin": 0.35};
    expect(
      broken(dear, [same("fleet[atlas-h100-start].used_price"), lower("fleet[atlas-h100-start].used_proceeds")], {
        months: [0, two, last]
      })
    ).toEqual([]);
  });
});

describe("an owner of accelerators", () => {
  it("keeps what earns more than a sale brings: proceeds are part of what its hours have to pay", () => {
    for (const scenario of scenarios)
      for (const key of keysOf(runOf(scenario), "fleet"))
        for (const month of [0, two, last]) {
          const of = (name: string) => value(runOf(scenario), `fleet[${key}].${name}`, month);
          expect(of("keeping_rent")).toBeGreaterThanOrEqual(of("running_cost_of_hour"));
        }
  });
  it("sells early where running it costs him much more than others, though its hours pay for running", () => {
    const dear = {"facility[quincy].pue": 20};
    const key = "fleet[cumulus-a100-start]";
    const run = runOf("reference", dear);
    expect(value(run, `${key}.hour_price`, 0)).toBeGreaterThan(value(run, `${key}.running_cost_of_hour`, 0));
    expect(value(run, `${key}.used_rent`, 0)).toBeLessThan(value(run, `${key}.keeping_rent`, 0));
    expect(broken(dear, [higher(`${key}.closure`)], {months: [0]})).toEqual([]);
  });
  it("sells less gladly, the more dealers keep", () =>
    expect(
      broken({"parameter.dealer_margin": 0.35}, [lower("fleet[cumulus-a100-start].closure")], {
        from: {"facility[quincy].pue": 20},
        months: [0]
      })
    ).toEqual([]));
});

describe("buyers of used accelerators", () => {
  it("leave none unsold in a glut, where fewer end their lives than they take", () =>
    expect(sum(path(runOf("gpu-glut"), "fleet[atlas-h100-start].scrapped"))).toBe(0));
  it("leave what they do not take to be scrapped, which brings nothing", () => {
    const few = {"parameter.used_demand": 0.02};
    const key = "fleet[atlas-h100-start]";
    expect(
      broken(few, [higher(`${key}.scrapped`), lower(`${key}.resold`), lower(`${key}.resale`)], {months: [year, two]})
    ).toEqual([]);
    expect(broken(few, [same("economy.gpus")], {months: everyMonth})).toEqual([]);
  });
});

describe("the sale of used accelerators", () => {
  it("is paid by dealers to investors, and adds no value", () => {
    const made = accounts(ledger(reference.run)).filter(({sector}) => sector === "Dealers");
    expect(made).toHaveLength(reference.run.months);
    for (const {month, outflow, inflow, value_added} of made) {
      const paid = keysOf(reference.run, "fleet").map((key) => at(reference.run, "fleet.resale", key, month));
      expect(outflow).toBeCloseTo(sum(paid), 2);
      expect([inflow, value_added]).toEqual([0, 0]);
    }
  });
  it("is in the ledger and in neoclouds' books on the same day, for the same money", () => {
    for (const run of [reference.run, runWith({"parameter.accelerator_life": 2}, 60)])
      for (const company of ["atlas", "boreal", "cumulus"])
        for (const month of everyMonth) {
          const booked = at(run, "neocloud_statement.disposals", company, month);
          const fleets = keysOf(run, "fleet").filter((key) => key.startsWith(company));
          const sold = sum(fleets.map((key) => at(run, "fleet.resale", key, month)));
          expect(booked / sold).toBeCloseTo(1, 9);
        }
  });
  it("is of the oldest hardware, and a gain where it brings more than is left in the books", () => {
    const run = runWith({"parameter.accelerator_life": 2}, 60);
    const key = "atlas-hardware-opening";
    const of = (name: string, month: number) => at(run, `tranche.${name}`, key, month);
    const gone = everyMonth.findIndex((month) => of("ended", month) >= of("last_bought", month) * (1 - 1e-9));
    expect(gone).toBeGreaterThan(12);
    expect(at(run, "tranche.ended", "atlas-hardware-year-1", gone - 1)).toBe(0);
    for (const month of everyMonth) {
      const left = of("book_value", month) - of("last_book", month) + of("depreciation", month);
      expect(of("disposals", month) - of("disposal_gain", month)).toBeCloseTo(-left, 2);
    }
    expect(of("book_value", gone) / of("last_bought", gone)).toBeLessThan(0.002);
  });
});
