import {describe, expect, it} from "vitest";
import {keysOf} from "../../lib/sheet/index.js";
import {runScenario} from "../../data-loaders/run/project.js";
import {at, project, reference, runWith} from "./project.js";
import {broken, everyMonth, higher, lower, plus, runOf, same, scenarios, times, value, type Cells} from "./statics.js";

const companies = ["atlas", "boreal", "cumulus"];
const lent = (company: string) => `neocloud[${company}].lent_share`;
const [start, two, last] = [0, 24, 59];
/** Companies below the cap in every month: at most one month in some hundred is not. */
const below = ["boreal", "cumulus"];

describe("what lenders lend on a month's purchases", () => {
  it("is at most the usual share, and repaid before the contracts end", () => {
    for (const scenario of scenarios)
      for (const month of everyMonth)
        for (const company of companies) {
          const run = runOf(scenario);
          expect(value(run, lent(company), month)).toBeLessThanOrEqual(value(run, "parameter.debt_share", month));
          expect(value(run, `neocloud[${company}].lent_tenor`, month)).toBeLessThanOrEqual(5);
        }
    for (const key of keysOf(reference.run, "contract")) {
      const [length, tenor] = ["contract_length", "sculpted_tenor"].map((name) =>
        at(reference.run, `contract.${name}`, key)
      );
      expect(length! - tenor!).toBeGreaterThanOrEqual(at(reference.run, "parameter.debt_tail"));
    }
  });
  it("is repaid in equal parts with interest that contracted cash covers as often as asked for, in every month", () => {
    for (const scenario of ["reference", "gpu-glut"]) {
      const {run} = runScenario(project, scenario);
      for (const key of keysOf(run, "contract"))
        for (const month of [0, two, last]) {
          const of = (name: string) => at(run, `contract.${name}`, key, month);
          const [debt, part, monthly] = [of("sized_debt"), of("sized_instalment"), of("loan_rate") / 12];
          expect(part * of("sculpted_tenor")).toBeCloseTo(debt, 6);
          const cash = of("lenders_earnings") - of("lenders_tax");
          const service = Array.from({length: of("sculpted_tenor")}, (_, i) => part + (debt - i * part) * monthly);
          for (const one of service) if (debt > 0) expect(cash / one).toBeGreaterThanOrEqual(of("coverage") - 1e-9);
          if (debt > 0) expect(cash / service[0]!).toBeCloseTo(of("coverage"), 9);
          expect(debt > 0).toBe(cash > 0 && of("sculpted_tenor") > 0);
        }
    }
  });
  it("falls as more coverage is asked for", () =>
    expect(
      broken(
        {"parameter.target_dscr": 1.5},
        below.map((company) => lower(lent(company))),
        {of: ["reference", "agentic-boom"], months: [start, two, last]}
      )
    ).toEqual([]));
  it("rises with a customer's rating", () => {
    const better = {"parameter.haircut_speculative": 0, "parameter.haircut_unrated": 0};
    expect(
      broken(
        better,
        below.map((company) => higher(lent(company))),
        {of: ["reference", "agentic-boom"], months: [start, two, last]}
      )
    ).toEqual([]);
    expect(broken(better, [same(lent("atlas"))], {months: [start]})).toEqual([]);
  });
  it("falls with dearer loans and with what running takes of the contracts' cash", () => {
    const less = below.map((company) => lower(lent(company)));
    const changes: Cells[] = [
      {"parameter.loan_rate": plus(0.03)},
      {"parameter.neocloud_overhead": plus(0.05)},
      {"parameter.engineer_compensation": times(2)}
    ];
    for (const cells of changes) expect(broken(cells, less, {of: ["reference"], months: [start]})).toEqual([]);
  });
  it("leaves no covenant to breach, and no coverage, once a company owes nothing", () => {
    const run = runWith({"parameter.debt_share": 0}, 60);
    const of = (name: string) => at(run, `neocloud_statement.${name}`, "cumulus", last);
    expect([of("debt_service"), of("covenant_breach")]).toEqual([0, 0]);
    expect(of("dscr")).toBeNaN();
    for (const company of companies)
      for (const month of everyMonth)
        expect([0, 1]).toContain(at(run, "neocloud_statement.covenant_breach", company, month));
  });
  it("rises with rents, since contracts do", () =>
    expect(
      broken(
        {"parameter.usage_growth": plus(0.3)},
        below.map((company) => higher(lent(company))),
        {months: [12]}
      )
    ).toEqual([]));
  it("rises with the length of contracts, and less is lent where loans must end sooner before them", () => {
    const longer = {"contract[boreal-one-year].share": 0, "contract[boreal-five-year].share": 0.55};
    expect(broken(longer, [higher(lent("boreal")), higher("neocloud[boreal].lent_tenor")])).toEqual([]);
    expect(broken({"parameter.debt_tail": 11}, [lower(lent("boreal"))])).toEqual([]);
  });
  it("is covered by no covenant where only notes are owed, however poor the company", () => {
    const onDemand = {"cluster[cumulus-h100].contract_share": 0, "cluster[cumulus-a100].contract_share": 0};
    const run = runWith({...onDemand, "parameter.rent_level": 0.5}, 60);
    const of = (name: string) => at(run, `neocloud_statement.${name}`, "cumulus", last);
    expect([of("loans"), of("covenant_breach")]).toEqual([0, 0]);
    expect(of("notes")).toBeGreaterThan(0);
    expect(of("prepaid")).toBe(0);
  });
  it("is nothing on hours that are sold on demand", () =>
    expect(
      at(
        runWith({"cluster[cumulus-h100].contract_share": 0, "cluster[cumulus-a100].contract_share": 0}), //
        "neocloud.lent_share",
        "cumulus"
      )
    ).toBe(0));
  it("does not move what is ordered: owners pay what lenders do not", () =>
    expect(
      broken(
        {"parameter.target_dscr": 1.5},
        [same("economy.gpus"), higher("neocloud_statement[boreal].owners_money")],
        {
          of: ["reference", "agentic-boom"],
          months: [12, two]
        }
      )
    ).toEqual([]));
});
