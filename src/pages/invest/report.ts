import {numberCell} from "../../components/figure/number-cell.js";
import type {Spread} from "../../lib/finance/appraise.js";
import {projectTerms} from "../../lib/finance/terms.js";
import {barChart} from "../../components/report/bar-chart.js";
import {section, type KeyNumber, type Opening, type Report, type ReportTable} from "../../components/report/report.js";
import {swingChart} from "../../components/report/swing-chart.js";
import {amount, centralText, interval, type Range, share, unitless, usd} from "../../components/words/format.js";
import {layerColor} from "../../components/words/layer.js";
import {monthly, only} from "../../lib/finance/appraise.js";
import {cashBars} from "./cash-bars.js";
import {rangeIn, shownOf, sortedStack, termOf, type Case, type PathReturn} from "./case.js";
import {caseTitle, comparedFigures, comparedTerms, type ComparedLine, type NamedCase} from "./compare.js";
import {ownerCost, publishedTotal, type PublishedFigure} from "./published.js";
import {readingsOf, readingsRows} from "./readings.js";
import {returnSwings} from "./return-swings.js";
import {lossInWords, stackTakeaway, verdict} from "./words.js";
import {statementByYear} from "./yearly.js";

/** What a report on an investment is made of. */
export interface Appraised {
  /** The project first, then those beside it. */
  cases: readonly NamedCase[];
  /** The project that is offered at first: changes are against it. */
  usual: NamedCase;
  ranges: readonly Spread[];
  paths: readonly PathReturn[];
  published: readonly PublishedFigure[];
  /** All that the assumptions cite, which terms name by id or title. */
  sources: readonly CitedSource[];
}

/** A source of the assumptions. */
export type CitedSource = Report["sources"][number] & {id?: string};

/** A report on an investment, for whoever decides on it. */
export function investReport(appraised: Appraised): Report {
  const [{project}] = appraised.cases as [NamedCase];
  return {
    name: "investment",
    title: `Investment case: ${caseTitle(appraised.cases[0]!)}`,
    opening: openingOf(appraised),
    sections: [
      section("What a GPU-hour costs", {
        paragraphs: [String(stackTakeaway(project))],
        charts: [stackChart(project)],
        tables: [publishedTable(appraised)]
      }),
      section("Cash flow", {charts: [cashChart(project)], tables: [statementTable(project)]}),
      section("What the return rests on", {tables: [readingsRows(readingsOf(project))]}),
      section("Prices of GPU-hours", {charts: [pathChart(appraised.paths)]}),
      ...(appraised.cases.length > 1
        ? [section("Beside other projects", {tables: compareTables(appraised.cases)})]
        : []),
      section("Terms", {tables: [termTable(project)]})
    ],
    sources: sourcesOf(project, appraised.sources)
  };
}

function openingOf({cases, usual, ranges}: Appraised): Opening {
  const [{project}] = cases as [NamedCase];
  const {price_level, utilisation} = project.break_even;
  const swings = returnSwings(project);
  return {
    finding:
      `${String(verdict(project, ranges))} NPV is zero at ${share(price_level)} of the price path or at ` +
      `${share(utilisation)} utilisation. ${lossInWords(ranges)}`,
    numbers: [
      keyNumber(
        "Equity IRR, a year",
        "share",
        only(project.appraisal.irr),
        rangeIn(ranges, "irr"),
        only(usual.project.appraisal.irr)
      ),
      keyNumber("NPV of equity", "USD", project.appraisal.npv, rangeIn(ranges, "npv"), usual.project.appraisal.npv),
      keyNumber(
        "Project IRR, a year",
        "share",
        only(project.appraisal.unlevered_irr),
        rangeIn(ranges, "unlevered_irr"),
        only(usual.project.appraisal.unlevered_irr)
      )
    ],
    against: "the example project",
    changed: comparedTerms([usual, cases[0]!]).map(({title, values}) => ({
      input: title,
      before: values[0]!,
      now: values[1]!
    })),
    depends: swingChart(swings, {label: "Equity IRR", unit: "share", swung: "of this project"})
  };
}

function keyNumber(
  label: string,
  unit: string,
  central: number,
  ends: Omit<Range, "central"> | undefined,
  before: number
): KeyNumber {
  const value = {central, ...ends};
  const known = (number: number, text: () => string): string => (Number.isFinite(number) ? text() : "none");
  return {
    label,
    value: known(central, () => centralText(value, unit)),
    range: interval(value, unit),
    before: known(before, () => amount(before, unit))
  };
}

function stackChart(project: Case): Report["sections"][number]["charts"][number] {
  const parts = sortedStack(project);
  const rows = parts.map(({name, cost}) => ({
    label: name,
    value: cost,
    color: layerColor(name === "electricity" || name === "water" ? "materials" : "neocloud")
  }));
  return barChart({
    title: "Levelised cost of a GPU-hour, by component",
    unit: "USD per GPU-hour sold",
    source: "present value of each cost over that of hours sold",
    takeaway: String(stackTakeaway(project)),
    ...{rows, format: unitless},
    table: plainTable(
      "Levelised cost by component",
      ["component", "USD/GPU-hour"],
      parts.map(({name, cost}) => [name, cost])
    )
  });
}

function publishedTable({cases, published}: Appraised): ReportTable {
  const [{project, choice}] = cases as [NamedCase];
  const total = publishedTotal(published, choice.accelerator);
  const parts = ownerCost(project.run);
  const sum = parts.reduce((all, {cost}) => all + cost, 0);
  const rows = [...parts.map(({name, cost, share}) => [name, cost, share]), ["total", sum, 1]];
  const theirs = total
    ? [
        [`${total.name}, low`, total.published_low, null],
        [`${total.name}, high`, total.published_high, null]
      ]
    : [];
  return {
    title: "Cost of an hour owned, without selling and administration, beside a published model",
    source: total
      ? `${total.source}, ${total.as_of}. ${total.basis}`
      : "no published model of this accelerator is known",
    columns: [
      {name: "part", unit: ""},
      {name: "cost", unit: "USD/GPU-hour"},
      {name: "share", unit: "share"}
    ],
    rows: [...rows, ...theirs] as ReportTable["rows"]
  };
}

function cashChart({run, appraisal}: Case): Report["sections"][number]["charts"][number] {
  const flows = monthly(run, "owners_cash_flow").map((amount, month) => ({month, amount}));
  return {
    title: "Cash flow to equity",
    unit: "USD a month",
    source: "the project's statement by month",
    takeaway: `Equity invested peaks at ${usd(appraisal.owners_money)}.`,
    draw: (size) => cashBars(flows, {...size, format: unitless}) as Element,
    table: plainTable(
      "Cash flow to equity",
      ["month", "USD"],
      flows.map(({month, amount}) => [month, amount])
    )
  };
}

function statementTable({run}: Case): ReportTable {
  const {columns, length} = statementByYear(run);
  return {
    title: "Income statement and cash flow by year",
    source: "",
    columns: columns.map(({name, unit}) => ({name, unit: unit === "M USD" ? "million USD" : unit})),
    rows: Array.from({length}, (_, row) => columns.map(({values}) => values[row] as string | number))
  };
}

function pathChart(paths: readonly PathReturn[]): Report["sections"][number]["charts"][number] {
  const rows = paths.map(({name, irr}) => ({label: name, value: irr, color: layerColor("neocloud")}));
  return barChart({
    title: "Equity IRR by price path",
    unit: "a year, real",
    source: "prices of each scenario, all other terms as in the project",
    takeaway: paths.map(({name, irr}) => `${name}: ${Number.isFinite(irr) ? share(irr) : "none"}`).join("; "),
    ...{rows, format: share},
    table: {
      title: "Returns by price path",
      source: "",
      columns: [
        {name: "price path", unit: ""},
        {name: "equity IRR", unit: "share"},
        {name: "NPV of equity", unit: "USD"}
      ],
      rows: paths.map(({name, irr, npv}) => [name, numberCell(irr), npv])
    }
  });
}

/** Projects side by side, and the terms in which they differ. */
function compareTables(cases: readonly NamedCase[]): ReportTable[] {
  const tableOf = (title: string, lines: readonly ComparedLine[]): ReportTable => ({
    title,
    source: "in brackets: the difference from the first",
    columns: ["", ...cases.map(({name}) => name)].map((name) => ({name, unit: ""})),
    rows: lines.map(({title: line, values, differences}) => [
      line,
      ...values.map((value, i) => (differences[i] === "" ? value : `${value} (${differences[i]!})`))
    ])
  });
  return [tableOf("Projects side by side", comparedFigures(cases)), tableOf("Terms that differ", comparedTerms(cases))];
}

function termTable(project: Case): ReportTable {
  const rows = projectTerms.map(({name, column, unit, doc}) => {
    const {low, high} = project.inputs[column]!.provenance?.[0] ?? {};
    const value = project.inputs[column]!.values[0] === null ? undefined : termOf(project, column);
    const typed = (number: number | undefined): number | null =>
      number === undefined ? null : name === column ? number : shownOf(column, number);
    return [name, doc, unit, typed(value), typed(low), typed(high)] as const;
  });
  return {
    title: "All terms of the project",
    source: "a term that was set has no range",
    columns: ["name", "term", "unit", "value", "low", "high"].map((name) => ({name, unit: ""})),
    rows: rows.map((row) => [...row])
  };
}

/** What the project's terms cite, as far as it can be looked up. */
function sourcesOf({inputs}: Case, sources: readonly CitedSource[]): Report["sources"] {
  const cited = new Set(Object.values(inputs).flatMap(({provenance}) => provenance?.[0]?.sources ?? []));
  const found = sources.filter(({id = "", title, url}) => url !== "" && (cited.has(id) || cited.has(title)));
  const byTitle = new Map(found.map(({title, url, date}) => [title, {title, url, date}]));
  return [...byTitle.values()].sort((a, b) => Number(a.title > b.title) - Number(a.title < b.title));
}

function plainTable(title: string, [first, unit]: [string, string], rows: (string | number | null)[][]): ReportTable {
  return {
    title,
    source: "",
    columns: [
      {name: first, unit: ""},
      {name: "value", unit}
    ],
    rows
  };
}
