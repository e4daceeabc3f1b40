import {describe, expect, it} from "vitest";
import {projectWorkbook} from "../../lib/export/xlsx/project/index.js";
import {inputNames} from "../../lib/export/xlsx/project/inputs-sheet.js";
import {
  appraise,
  only,
  projectInputs,
  set,
  termsOfRun,
  usualChoice,
  type ProjectInputs
} from "../../lib/finance/index.js";
import {nobody} from "../export/nobody.js";
import {project, reference} from "../model/project.js";
import {office, recalculated, type Order} from "./libreoffice.js";

const terms = termsOfRun(reference.run, {project_default: project.defaults});
const inputs = projectInputs(terms, usualChoice(terms));

type Change = Readonly<Record<string, number | string>>;

/** Entries in a workbook, case by case; each case starts from the exported workbook. */
const cases: readonly [name: string, change: Change][] = [
  ["nothing changes", {}],
  ["power is dearer", {start_power_price: 0.11}],
  ["more accelerators", {count: 4096}],
  ["prices fall by a fifth a year", {price_drift: Math.log(0.8)}],
  ["equal payments", {amortisation: "level", debt_share: 0.6}],
  ["repaid in equal parts", {amortisation: "straight", debt_share: 0.6}],
  ["repaid at the end", {amortisation: "bullet", debt_share: 0.5}],
  ["a rented hall", {tenure: "colocated", colocation_rate: 140}],
  ["a shorter life", {accelerator_life: 4, offtake_term: 36}],
  ["a fixed rate", {loan_rate: 0.09}],
  ["written off over five years", {depreciation_method: "straight"}],
  ["built slowly", {build_time: 18}],
  ["a cost of equity of its own", {required_return: 0.15}],
  ["one accelerator", {count: 1}],
  ["nothing sold", {utilisation: 0}]
];

describe.skipIf(office === undefined)("LibreOffice computes a project's workbook", {timeout: 600_000}, () => {
  it("for any inputs, IRR, NPV, cover, payback and cost equal the library's to 1e-6", async () => {
    const book = await projectWorkbook({
      inputs,
      facts: [["Project", "test"]],
      identity: nobody,
      created: new Date("2026-12-01")
    });
    const saved = await recalculated(
      book,
      cases.map(([, change], i) => [...orders(cases[i - 1]?.[1] ?? {}, undefined), ...orders(change, change)])
    );
    for (const [i, [name, change]] of cases.entries()) {
      const found = figuresIn(saved[i]!("Returns"));
      for (const [figure, value] of Object.entries(expected(changed(change)))) {
        const text = found[figure];
        if (Number.isNaN(value)) expect(text, `${name}: ${figure}`).toBe("#N/A");
        else expect(Number(text) / value, `${name}: ${figure} ${text} for ${value}`).toBeCloseTo(1, 6);
      }
      const failing = saved[i]!("Checks").filter((row) => row[1] === "FALSE");
      expect(failing, name).toEqual([]);
    }
  });

  it("whose checks fail if a formula is broken", async () => {
    const book = await projectWorkbook({inputs, facts: [], identity: nobody, created: new Date("2026-12-01")});
    const [broken] = await recalculated(book, [[["number", "Cash", 30, 2, 1e6]]]);
    expect(broken!("Checks")[0]).toEqual(["All hold", "FALSE"]);
  });
});

function changed(change: Change): ProjectInputs {
  const numbers = Object.entries(change).filter((one): one is [string, number] => typeof one[1] === "number");
  const texts = Object.entries(change).filter(([, value]) => typeof value === "string");
  return {
    ...set(inputs, Object.fromEntries(numbers)),
    ...Object.fromEntries(texts.map(([name, value]) => [name, {values: [value]}]))
  };
}

/** Enters a case's values, or the original ones. */
function orders(change: Change, values: Change | undefined): Order[] {
  return Object.keys(change).map((name): Order => {
    const {range} = inputNames().find((one) => one.name === `in_${name}`)!;
    const row = Number(/\d+$/.exec(range)![0]) - 1;
    const value = values?.[name] ?? inputs[name]!.values[0] ?? "";
    return [typeof value === "number" ? "number" : "formula", "Inputs", row, 2, value];
  });
}

function figuresIn(rows: string[][]): Record<string, string> {
  return Object.fromEntries(rows.slice(1).map(([, name, value]) => [name!, value!]));
}

function expected(terms: ProjectInputs): Record<string, number> {
  const {irr, unlevered_irr, npv, unlevered_npv, moic, payback, discounted_payback, cover, levelised_cost} =
    appraise(terms);
  return {
    Equity_IRR: only(irr),
    Project_IRR: only(unlevered_irr),
    Equity_NPV: npv,
    Project_NPV: unlevered_npv,
    Invested_multiple: moic,
    Payback_years: payback,
    Discounted_payback_years: discounted_payback,
    Minimum_DSCR: cover.least,
    Average_DSCR: cover.average,
    Levelised_cost: levelised_cost
  };
}
