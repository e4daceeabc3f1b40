import {colToLetter, type WriteSheet} from "hucre/xlsx";
import type {BuildCase} from "../../lib/greenfield/build.js";
import type {BuildQuestion} from "../../lib/greenfield/question.js";
import {dateOf, monthsOf} from "../../lib/sheet/inputs.js";
import type {CandidateOrder} from "./candidate-orders.js";
import {columnsOf, computed, FIRST, head, range, sheet, spending, sum, units, type Row} from "./workbook-cells.js";

/** The discount rate of a year, in the sheet of limits. */
const RATE = "Limits!$E$1";

/** Of the sheet of unit cash, the columns before the first month, and the row of discount factors. */
const [BEFORE, FACTORS] = [2, 2];

/** Purchases and what they bring in each month, of the units on the sheet of orders. */
export function cashSheet(one: BuildCase, orders: readonly CandidateOrder[]): WriteSheet {
  const {horizon} = one.question;
  const {net, bought, brought} = cashOf(orders, horizon);
  const counts = columnsOf(orders)("F");
  const rows = net.map((value, month): Row => {
    const row = FIRST + month;
    const column = colToLetter(BEFORE + month);
    return [
      ...[{value: dateOf(monthsOf(one.first) + month)}, {value: month}],
      computed(`-Months!E${row}`, -bought[month]!),
      computed(`SUMPRODUCT(${counts},${range("UnitCash", column, FIRST, orders.length)})`, brought[month]!),
      computed(`C${row}+D${row}`, value),
      computed(`SUM(E$${FIRST}:E${row})`, sum(net.slice(0, month + 1))),
      computed(`UnitCash!${column}$${FACTORS}`, factor(one, month)),
      computed(`E${row}*G${row}`, value * factor(one, month))
    ];
  });
  const heading = head(
    ...["date", "month", "purchases", "operation and disposal, after tax", "net cash flow", "cumulative"],
    ...["discount factor", "present value"]
  );
  return sheet("Cash", [heading, units("", "", "USD", "USD", "USD", "USD", "", "USD"), ...rows]);
}

/** What a unit of each order brings or takes in each month, but for its price: rows as on the sheet of orders. */
export function unitCashSheet(one: BuildCase, orders: readonly CandidateOrder[]): WriteSheet {
  const months = Array.from({length: one.question.horizon}, (_, month) => month);
  const factors = months.map((month) => computed(`(1+${RATE})^(-${month}/12)`, factor(one, month)));
  const rows = orders.map(({kind, order, cash}): Row => [
    ...[{value: kind.key}, {value: order}],
    ...cash.map((value) => ({value}))
  ]);
  return sheet("UnitCash", [
    head("accelerator", "order, then month", ...months),
    [...units("discount factor", "month"), ...factors],
    ...rows
  ]);
}

/** What a unit adds, or costs where a demand is served: its cash and its price, discounted. */
export function valueFormula({horizon, demand}: BuildQuestion, row: number): string {
  const [from, to] = [colToLetter(BEFORE), colToLetter(BEFORE + horizon - 1)];
  const earned = `SUMPRODUCT(UnitCash!${from}${row}:${to}${row},UnitCash!$${from}$${FACTORS}:$${to}$${FACTORS})`;
  return `${demand ? "-" : ""}(${earned}-I${row}*(1+${RATE})^(-C${row}/12))`;
}

/** What the months come to, by the spreadsheet program's own functions. */
export function cashLines(one: BuildCase, orders: readonly CandidateOrder[]): Row[] {
  const {horizon, demand} = one.question;
  const {net} = cashOf(orders, horizon);
  const worth = sum(net.map((value, month) => value * factor(one, month)));
  const lowest = Math.min(...net.map((_, month) => sum(net.slice(0, month + 1))));
  const later = range("Cash", "E", FIRST + 1, horizon - 1);
  const discounted = `Cash!$E$${FIRST}+NPV((1+${RATE})^(1/12)-1,${later})`;
  return [
    [
      {value: demand ? "Cost by NPV() of the sheet Cash, USD" : "NPV() of the sheet Cash, USD"},
      computed(`${demand ? "-" : ""}(${discounted})`, demand ? -worth : worth)
    ],
    [{value: "Largest cash need, USD"}, computed(`-MIN(${range("Cash", "F", FIRST, horizon)})`, -lowest)]
  ];
}

/** The discount rate of a year, which all kinds of a site share. */
export function discountRate(one: BuildCase): number {
  return Math.expm1(12 * rateOf(one));
}

function rateOf({flows}: BuildCase): number {
  return flows[0]![0]!.rate;
}

function factor(one: BuildCase, month: number): number {
  return Math.exp(-rateOf(one) * month);
}

/** What the units on the sheet of orders take and bring in each month, USD. */
function cashOf(orders: readonly CandidateOrder[], horizon: number): Record<"bought" | "brought" | "net", number[]> {
  const bought = spending(orders, horizon);
  const brought = bought.map((_, month) => sum(orders.map(({units: count, cash}) => count * cash[month]!)));
  return {bought, brought, net: brought.map((value, month) => value - bought[month]!)};
}
