import {barChart} from "../../components/report/bar-chart.js";
import {
  section,
  type Changed,
  type Opening,
  type Report,
  type ReportChart,
  type ReportTable
} from "../../components/report/report.js";
import {amount, centralText, interval, share, unitless} from "../../components/words/format.js";
import {layerColor} from "../../components/words/layer.js";
import {isAtWork} from "../../lib/greenfield/best-plan.js";
import {powerIn} from "../../lib/greenfield/question.js";
import type {Planned} from "./built.js";
import {drawnInWords, monthOf, planInWords, regretInWords, residualInWords} from "./words.js";

/** The contents of a report on a site. */
export interface PlannedSite {
  built: Planned;
  /** What it is called, as `colocated, Virginia`. */
  title: string;
  /** What is asked, beside what the page asks at first, where it is compared with that. */
  changed?: readonly Changed[];
  accelerator: (key: string) => string;
  scenario: (name: string) => string;
}

/** A report on what to order for a site, and when. */
export function buildReport(site: PlannedSite): Report {
  const {built, title} = site;
  return {
    name: "site",
    title: `Building a site: ${title}`,
    opening: openingOf(site),
    sections: [
      section("What to order, and when", {tables: [orderRows(site), quarterRows(built)]}),
      section("What limits the plan", {tables: [useRows(built), worthRows(built)]}),
      ...(built.candidates ? [section("If another scenario materialises", regretSection(site))] : [])
    ],
    sources: []
  };
}

function openingOf({built, accelerator, changed}: PlannedSite): Opening {
  const {plan, uses} = built.answer;
  const shown = {built};
  const {demand} = built.one.question;
  const value = {
    central: demand ? plan.cost : plan.npv,
    ...(built.drawn && {low: built.drawn.low, high: built.drawn.high})
  };
  const limits = uses.map(({limit, used, bound, unit}) => ({
    label: `Use of ${limit}`,
    value: amount(used, unit),
    range: `${bound > 0 ? share(used / bound) : "all"} of ${amount(bound, unit)}`,
    before: ""
  }));
  return {
    finding: [planInWords(shown, accelerator), residualInWords(shown), drawnInWords(shown)].filter(Boolean).join(" "),
    numbers: [
      {
        label: demand ? "Discounted cost" : "Net present value",
        value: centralText(value, "USD"),
        range: interval(value, "USD"),
        before: ""
      },
      ...limits
    ],
    against: changed ? "the example site" : "",
    changed: changed ?? [],
    depends: worthChart(built)
  };
}

/** What more of each limit is worth, as bars. */
function worthChart(built: Planned): ReportChart | undefined {
  const {worth} = built.answer;
  const most = [...worth].sort((a, b) => b.gain - a.gain)[0];
  if (!most || most.gain <= 0) return undefined;
  const rows = worth.map(({change, gain}) => ({label: change, value: gain, color: layerColor("neocloud")}));
  return barChart({
    title: "What would add most to the plan",
    unit: built.one.question.demand ? "USD of cost saved" : "USD of net present value",
    source: "the plan solved again with more of one limit",
    takeaway: `Of the changes tried, “${most.change}” adds most: ${amount(most.gain, "USD")}.`,
    ...{rows, format: unitless},
    table: worthRows(built)
  });
}

function orderRows({built, accelerator}: PlannedSite): ReportTable {
  const columns = [
    ["order", ""],
    ["opens", ""],
    ["accelerator", ""],
    ["units", ""],
    ["accelerators", "GPU"],
    ["IT power", "MW"],
    ["price", "USD"],
    [built.one.question.demand ? "cost" : "adds to NPV", "USD"]
  ] as const;
  return {
    title: "Orders by month",
    source: "whole servers and racks; the price includes the building if it is owned",
    columns: columns.map(([name, unit]) => ({name, unit})),
    rows: built.answer.plan.orders.map(({kind, order, opening, units, gpus, power, price, value, cost}) => [
      ...[monthOf(built, order), monthOf(built, opening), accelerator(kind)],
      ...[units, gpus, power, price, built.one.question.demand ? cost : value]
    ])
  };
}

/** Power and spending quarter by quarter. */
function quarterRows(built: Planned): ReportTable {
  const {one, answer} = built;
  const kinds = new Map(one.kinds.map((kind) => [kind.key, kind]));
  const quarters = Array.from({length: Math.ceil(one.question.horizon / 3)}, (_, i) => 3 * i);
  const rows = quarters.map((month) => {
    const running = answer.plan.orders.filter(({kind, order}) => isAtWork(kinds.get(kind)!, order, month));
    const spent = answer.plan.orders.filter(({order}) => order >= month && order < month + 3);
    return [
      monthOf(built, month),
      spent.reduce((sum, {price}) => sum + price, 0),
      running.reduce((sum, {power}) => sum + power, 0),
      powerIn(one.question, month),
      running.reduce((sum, {gpus}) => sum + gpus, 0)
    ];
  });
  const columns = [
    ["quarter from", ""],
    ["spent", "USD"],
    ["power used", "MW"],
    ["power available", "MW"],
    ["accelerators in service", "GPU"]
  ] as const;
  return {
    title: "Power and spending by quarter",
    source: "power and accelerators in the quarter's first month; quarters without a change are left out",
    columns: columns.map(([name, unit]) => ({name, unit})),
    rows: rows.filter((row, i) => i === 0 || row.slice(1).some((value, j) => value !== rows[i - 1]![j + 1]))
  };
}

function useRows({answer: {uses}}: Planned): ReportTable {
  return {
    title: "Constraints and their use",
    source: "in the month or year of greatest use",
    columns: ["constraint", "used", "limit", "unit", "share"].map((name) => ({
      name,
      unit: name === "share" ? name : ""
    })),
    rows: uses.map(({limit, used, bound, unit}) => [limit, used, bound, unit, bound > 0 ? used / bound : null])
  };
}

function worthRows({answer: {worth}}: Planned): ReportTable {
  return {
    title: "Value of relaxing a constraint",
    source: "found by solving again; whole units come in steps",
    columns: [
      {name: "change", unit: ""},
      {name: "gain in NPV", unit: "USD"}
    ],
    rows: worth.map(({change, gain}) => [change, gain])
  };
}

function regretSection({built, scenario}: PlannedSite) {
  const candidates = built.candidates ?? [];
  const scenarios = [...(candidates[0]?.values.keys() ?? [])];
  const named = (name: string): string =>
    scenarios.reduce((words, one) => words.replace(`“${one}”`, `“${scenario(one)}”`), name);
  return {
    paragraphs: [regretInWords({built})],
    tables: [
      {
        title: "Plans by maximum regret",
        source: "net present value of each plan in each scenario",
        columns: [
          {name: "plan", unit: ""},
          {name: "maximum regret", unit: "USD"},
          ...scenarios.map((name) => ({name: scenario(name), unit: "USD"}))
        ],
        rows: candidates.map(({name, regret, values}) => [
          named(name),
          regret,
          ...scenarios.map((one) => values.get(one)!)
        ])
      }
    ]
  };
}
