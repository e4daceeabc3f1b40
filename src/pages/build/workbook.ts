import type {Cell, WriteSheet} from "hucre/xlsx";
import {about} from "../../lib/export/about.js";
import {identityFacts, type Identity} from "../../lib/export/identity.js";
import {linesSheet} from "../../lib/export/xlsx/lines-sheet.js";
import {ofNumbers, styles} from "../../lib/export/xlsx/styles.js";
import {writeWorkbook} from "../../lib/export/xlsx/write.js";
import type {BuildCase} from "../../lib/greenfield/build.js";
import {isAtWork, type BuildPlan} from "../../lib/greenfield/best-plan.js";
import {powerIn, type BuildQuestion} from "../../lib/greenfield/question.js";
import {dateOf, monthsOf} from "../../lib/sheet/inputs.js";
import {candidateOrders, type CandidateOrder} from "./candidate-orders.js";
import {cashLines, cashSheet, discountRate, unitCashSheet, valueFormula} from "./cash-sheets.js";
import {
  columnsOf,
  computed,
  FIRST,
  head,
  range,
  sheet,
  spending,
  sum,
  typed,
  units,
  type Cells,
  type Row
} from "./workbook-cells.js";

/** A plan for a site, and its workbook's notes on it. */
export interface ExportedPlan {
  one: BuildCase;
  plan: BuildPlan;
  facts: readonly (readonly [label: string, text: string])[];
  /** Of the run whose prices it has. */
  identity: Identity;
  created: Date;
}

/** The row, from 1, of the sheet of limits where power by month begins. */
const POWER = 5;

/**
 * A plan for a site as a workbook with live formulas: type other units, power or budget, and power by month, spending,
 * value and checks follow. The bytes of an XLSX file.
 */
export function planWorkbook({one, plan, facts, identity, created}: ExportedPlan): Promise<Uint8Array> {
  const orders = candidateOrders(one, plan);
  return writeWorkbook(
    {
      sheets: [
        readme([...facts, ...identityFacts(identity)]),
        resultSheet(one, plan, orders),
        ordersSheet(one, orders),
        monthsSheet(one, orders),
        cashSheet(one, orders),
        unitCashSheet(one, orders),
        limitsSheet(one)
      ],
      properties: {title: `${about.title}: a site`, creator: about.authors, created, modified: created}
    },
    identity
  );
}

function readme(facts: ExportedPlan["facts"]): WriteSheet {
  return linesSheet("Readme", [
    [`${about.title}: what to order for a site`, "", {style: styles.name}],
    ...facts,
    ["", ""],
    ["How to use it", "", {style: styles.name}],
    ["What to change", "units and prices on the sheet Orders; power, budget and discount rate on the sheet Limits"],
    ["What recalculates", "power, monthly cash, value and checks for the units you enter; no search for better ones"],
    ["What does not", "a unit's monthly earnings, on the sheet Unit cash: they come from the terms on the page"],
    ["Money", "USD of 2026, discounted to the first month where a column says value"]
  ]);
}

/** Every order that may be placed, with units of the plan, and what a unit needs, costs and adds. */
function ordersSheet({first, question}: BuildCase, orders: readonly CandidateOrder[]): WriteSheet {
  const rows = orders.map(({kind, order, units: count, value}, i): Row => {
    const row = FIRST + i;
    const times = (column: string, each: number): Partial<Cell> => computed(`F${row}*${column}${row}`, count * each);
    return [
      ...[{value: kind.key}, {value: dateOf(monthsOf(first) + order)}, {value: order}, {value: order + kind.lead}],
      ...[{value: order + kind.lead + kind.life}, typed(count), {value: kind.gpus}, {value: kind.power}],
      ...[typed(kind.price), computed(valueFormula(question, row), value)],
      ...[times("G", kind.gpus), times("H", kind.power)],
      ...[times("I", kind.price), times("J", value)]
    ];
  });
  const heading = [
    ...["accelerator", "date", "order", "opens", "ends", "units", "GPUs a unit", "MW a unit", "price a unit"],
    ...["value a unit", "GPUs", "IT power", "price", "value"]
  ];
  const unit = ["", "", "month", "month", "month", "unit", "GPU", "MW", "USD", "USD", "GPU", "MW", "USD", "USD"];
  return sheet("Orders", [head(...heading), units(...unit), ...rows]);
}

/** Power and spending by month. */
function monthsSheet({question, first}: BuildCase, orders: readonly CandidateOrder[]): WriteSheet {
  const of = columnsOf(orders);
  const steps = (column: string): string => range("Limits", column, POWER, question.power.length);
  const spentIn = spending(orders, question.horizon);
  const soFar = spentIn.map((_, month) => sum(spentIn.slice(0, month + 1)));
  const rows = powerUsed(orders, question.horizon).map((used, month): Row => {
    const row = FIRST + month;
    return [
      {value: dateOf(monthsOf(first) + month)},
      {value: month},
      computed(`IFERROR(LOOKUP(B${row},${steps("A")},${steps("C")}),0)`, powerIn(question, month)),
      computed(`SUMIFS(${of("L")},${of("D")},"<="&B${row},${of("E")},">"&B${row})`, used),
      computed(`SUMIFS(${of("M")},${of("C")},B${row})`, spentIn[month]!),
      computed(`SUM(E$${FIRST}:E${row})`, soFar[month]!),
      computed(`D${row}<=C${row}+1E-6`, true)
    ];
  });
  const heading = head("date", "month", "power available", "power used", "spent", "spent so far", "within power");
  return sheet("Months", [heading, units("", "", "MW", "MW", "USD", "USD", ""), ...rows]);
}

/** Totals of the units, and whether they are within the limits. */
function resultSheet(one: BuildCase, plan: BuildPlan, orders: readonly CandidateOrder[]): WriteSheet {
  const {question} = one;
  const of = columnsOf(orders);
  const months = (column: string): string => range("Months", column, FIRST, question.horizon);
  const total = (each: (one: CandidateOrder) => number): number => sum(orders.map((one) => one.units * each(one)));
  const yearly = question.budget_by === "year";
  const worth = question.demand ? "Cost, discounted, USD" : "Net present value, USD";
  const line = (label: string, cell: Partial<Cell>): Row => [{value: label}, cell];
  return sheet("Result", [
    line(
      worth,
      computed(
        `SUM(${of("N")})`,
        total(({value}) => value)
      )
    ),
    line("Of the plan as solved, USD", {value: question.demand ? plan.cost : plan.npv, style: ofNumbers.formula}),
    line(
      "Spent on orders, USD",
      computed(
        `SUM(${of("M")})`,
        total(({kind}) => kind.price)
      )
    ),
    line(
      "Accelerators ordered",
      computed(
        `SUM(${of("K")})`,
        total(({kind}) => kind.gpus)
      )
    ),
    line("Peak power used, MW", computed(`MAX(${months("D")})`, Math.max(...powerUsed(orders, question.horizon)))),
    line(`Within the budget${yearly ? " of each year" : ""}`, computed(withinBudget(question, of), true)),
    line("Within power in every month", computed(`AND(${months("G")})`, true)),
    ...cashLines(one, orders)
  ]);
}

/** A dollar more is a rounding error. */
function withinBudget({budget_by, horizon}: BuildQuestion, of: Cells): string {
  const within = (spent: string): string => `${spent}<=Limits!$B$1+1`;
  if (budget_by === "total") return within(`SUM(${of("M")})`);
  const years = Array.from({length: Math.ceil(horizon / 12)}, (_, year) =>
    within(`SUMIFS(${of("M")},${of("C")},">=${12 * year}",${of("C")},"<${12 * year + 12}")`)
  );
  return `AND(${years.join(",")})`;
}

function limitsSheet(one: BuildCase): WriteSheet {
  const {question} = one;
  const steps = [...question.power].sort((a, b) => a.month - b.month);
  return sheet("Limits", [
    [
      ...[{value: question.budget_by === "year" ? "Budget a year, USD" : "Budget, USD"}, typed(question.budget)],
      ...[undefined, {value: "Discount rate, real, a year"}, typed(discountRate(one))]
    ],
    [],
    head("Power from month", "", "power"),
    units("month", "", "MW"),
    ...steps.map(({month, capacity}): Row => [typed(month), undefined, typed(capacity)])
  ]);
}

function powerUsed(orders: readonly CandidateOrder[], horizon: number): number[] {
  return Array.from({length: horizon}, (_, month) =>
    sum(orders.map((one) => (isAtWork(one.kind, one.order, month) ? one.units * one.kind.power : 0)))
  );
}
