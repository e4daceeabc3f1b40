import {csvButtons} from "../../components/figure/csv-buttons.js";
import {extremesFinding} from "../../components/words/foremost.js";
import {html} from "htl";
import {cumulative, monthly, only, type Appraisal, type Measure, type Spread} from "../../lib/finance/appraise.js";
import type {Driver} from "../../lib/finance/two-way.js";
import {bars} from "../../components/charts/bars.js";
import {cashBars} from "./cash-bars.js";
import {heatTable} from "../../components/charts/heat-table.js";
import {monthLines} from "./month-lines.js";
import {countFinding} from "../../components/words/count.js";
import {amount, share, unitless, usd} from "../../components/words/format.js";
import {headlines, type Headline} from "../../components/figure/headline.js";
import {madeOf, ofCover, ofMeasure, ofPayback, ofProject, ofVariant, withoutLoan} from "./inspected.js";
import {
  rangeIn,
  shownOf,
  sortedStack,
  termOf,
  titleOf,
  unitOf,
  type Case,
  type PathReturn,
  type Sensitivity
} from "./case.js";
import {yearsInWords} from "./project-in-words.js";
import {largestPart, outcome} from "./words.js";
import {statementByMonth, statementByYear} from "./yearly.js";
import {layerColor} from "../../components/words/layer.js";
import {tableElement} from "../../components/figure/table-element.js";
import {responsive} from "../../components/figure/responsive.js";

const source = "computed on this page from the assumptions; 2026 USD, real rates";

/** A project is run in the page, with the reader's terms, and stands in no table. */
const computed = {made: "computed on this page from the terms above"};

const SHORT = "less than the cost of capital";

/** What a project comes to, with ranges where they are known already. */
export function projectCards(project: Case, spreads: readonly Spread[]): HTMLElement {
  const {appraisal} = project;
  const {irr, unlevered_irr, npv, cover, moic, payback} = appraisal;
  const within = (measure: Measure) => rangeIn(spreads, measure);
  const layer = "neocloud";
  const tightest = Math.max(0, cover.ratios.indexOf(cover.least));
  const cards: Headline[] = [
    {
      label: "Equity IRR, real",
      unit: "share",
      central: only(irr),
      ...within("irr"),
      layer,
      note: rootsNote(appraisal, spreads),
      origin: ofMeasure("irr")
    },
    {
      label: "NPV of equity",
      unit: "USD",
      central: npv,
      ...within("npv"),
      layer,
      note: `at a cost of equity of ${share(termOf(project, "cost_of_equity"))}`,
      origin: ofMeasure("npv")
    },
    {
      label: "Levelised cost",
      unit: "USD/GPU-hour",
      central: appraisal.levelised_cost,
      layer,
      note: saleNote(project),
      origin: madeOf(
        "Operating cost and purchases less disposal proceeds, divided by hours sold net of the overhead share, all " +
          "discounted at the last:",
        ...["cost_before_overhead", "purchases", "sale", "sold_hours"].map((name) => ofProject(name, opening(project))),
        ofProject("neocloud_overhead"),
        ofProject("discount_rate")
      )
    },
    {
      label: "Project IRR, real",
      unit: "share",
      central: only(unlevered_irr),
      ...within("unlevered_irr"),
      layer,
      note: `cost of capital ${share(termOf(project, "discount_rate"))}`,
      origin: ofMeasure("unlevered_irr")
    },
    {
      label: "Multiple on invested capital",
      unit: "times",
      central: moic,
      layer,
      note: Number.isFinite(payback) ? `paid back after ${amount(payback)} years` : "equity is not paid back",
      origin: madeOf("Receipts divided by payments, over all months of:", ofProject("owners_cash_flow"))
    },
    {
      label: "Minimum DSCR",
      unit: "1",
      central: cover.least,
      layer,
      note: coverNote(project),
      origin: ofCover(tightest)
    },
    {
      label: "Payback from the contract",
      unit: "yr",
      central: appraisal.hardware_payback,
      layer,
      note: `hardware, from opening; whole investment: ${yearsInWords(appraisal.contract_payback, amount)}`,
      origin: ofPayback()
    }
  ];
  return headlines(cards);
}

/** What a GPU-hour's levelised cost is made of, largest part first. */
export function stackFigure(project: Case): HTMLElement {
  const parts = sortedStack(project);
  const options = {
    title: "Levelised cost of a GPU-hour, by component",
    finding: largestPart(project),
    unit: "USD per GPU-hour sold",
    source,
    ariaLabel: parts.map(({name, cost}) => `${name}: ${amount(cost)}`).join(", "),
    table: parts.map(({name, cost}) => ({part: name, cost})),
    query: computed
  };
  const rows = parts.map(({name, cost, columns}) => ({
    label: name,
    value: cost,
    color: layerColor(name === "electricity" || name === "water" ? "materials" : "neocloud"),
    origin: madeOf(
      "Present value of these months, less disposal proceeds, divided by the present value of hours sold:",
      ...[...columns, "sold_hours", "discount_rate"].map((column) => ofProject(column, opening(project)))
    )
  }));
  return responsive(options, ({width}) => bars(rows, {width, format: unitless}));
}

/** Cash flow to equity, month by month. */
export function cashFigure(project: Case): HTMLElement {
  const flows = monthly(project.run, "owners_cash_flow").map((amount, month) => ({
    month,
    amount,
    origin: ofProject("owners_cash_flow", month)
  }));
  const options = {
    title: "Cash flow to equity",
    finding: `Equity invested peaks at ${usd(project.appraisal.owners_money)}`,
    unit: "USD a month",
    source,
    ariaLabel: `Equity invested peaks at ${usd(project.appraisal.owners_money)}, while the cluster is built.`,
    table: flows,
    query: computed
  };
  return responsive(options, ({width}) => cashBars(flows, {width, format: unitless}));
}

/** Cumulative cash flow to equity, with and without the loan. */
export function cumulativeFigure(project: Case): HTMLElement {
  const lines = [
    {
      name: "equity, with the loan",
      color: layerColor("neocloud"),
      values: cumulative(monthly(project.run, "owners_cash_flow")),
      origin: (month: number) => madeOf("Sum of all months up to this one:", ofProject("owners_cash_flow", month))
    },
    {
      name: "without a loan",
      color: layerColor("materials"),
      dashed: true,
      values: cumulative(monthly(project.free, "owners_cash_flow")),
      origin: (month: number) => madeOf("Sum of all months up to this one:", withoutLoan("owners_cash_flow", month))
    }
  ];
  const options = {
    title: "Cumulative cash flow",
    finding: outcome(lines[0]!.values.at(-1) ?? NaN),
    unit: "USD",
    source,
    ariaLabel: lines.map(({name, values}) => `${name}: ${usd(values.at(-1) ?? NaN)} at the end`).join("; "),
    table: lines[0]!.values.map((owners, month) => ({
      month,
      owners,
      without_loan: lines[1]!.values[month]!,
      origin: madeOf(
        "Sum of all months up to this one, with and without the loan:",
        ofProject("owners_cash_flow", month),
        withoutLoan("owners_cash_flow", month)
      )
    })),
    query: computed
  };
  return responsive(options, ({width}) => monthLines(lines, {width, format: unitless}));
}

/** Income statement and cash flow by year, with the whole statement as CSV. */
export function statementFigure({run}: Case): HTMLElement {
  const label = "Income statement and cash flow by year";
  const words = {heading: "Income statement and cash flow by month", source: "the project of this page"};
  const saves = csvButtons(
    "project-statement.csv",
    () => statementByMonth(run),
    () => words
  );
  return html`<div>
    <div class="whole-table">${tableElement(statementByYear(run), {label})}</div>
    <p class="report-buttons">By month: ${saves}</p>
  </div>`;
}

/** The measure over two terms, with the break-even line. */
export function sensitivityFigure({x, y, measure, cells, line, turn}: Sensitivity): HTMLElement {
  if (x.term === y.term) return html`<p>Choose two different terms.</p>`;
  const [xs, ys] = [labels(x), labels(y)] as const;
  const format = measure.endsWith("irr") ? rateText : moneyText;
  const placed = cells.map((cell) => {
    const [across, up] = [`“${titleOf(x.term)}” at ${xs[cell.column]!}`, `“${titleOf(y.term)}” at ${ys[cell.row]!}`];
    const variant = `with ${across} and ${up}`;
    return {...cell, origin: ofVariant(ofMeasure(measure), variant, [x.term, y.term])};
  });
  const below = cells.filter(({value}) => !(value >= turn)).length;
  const options = {
    title: titles[measure],
    finding: countFinding({count: below, all: cells.length, noun: "variants", verb: ["earns", "earn"], rest: SHORT}),
    unit:
      `${measure.endsWith("irr") ? "a year, real" : "USD, on narrow screens million USD"}; orange: below the cost ` +
      `of capital; line: break-even`,
    source: `${source}. Each term varies over its range, or by 30 % either way if it has none.`,
    ariaLabel: `${below} of ${cells.length} variants earn less than their cost of capital.`,
    table: placed.map((cell) => ({[x.term]: cell.x, [y.term]: cell.y, [measure]: cell.value, origin: cell.origin})),
    query: computed
  };
  const axes = {columns: xs, rows: ys, x: `${titleOf(x.term)} →`, y: `↑ ${titleOf(y.term)}`};
  return responsive(options, ({width}) => heatTable(placed, {width, ...axes, turn, line, format}));
}

/** Equity IRR by price path. */
export function pathFigure(paths: readonly PathReturn[], chosen: string): HTMLElement {
  const rows = paths.map(({name, irr, origin}) => ({
    label: name,
    value: irr,
    color: name === "Constant prices" ? layerColor("materials") : layerColor("neocloud"),
    chosen: name === chosen,
    origin
  }));
  const options = {
    title: "Equity IRR by price path",
    finding: extremesFinding(
      "Equity IRR",
      paths.map(({name, irr: value}) => ({name, value}))
    ),
    unit: "a year, real",
    source: "table cluster, on-demand prices by scenario, and this page's project",
    ariaLabel: paths.map(({name, irr}) => `${name}: ${Number.isFinite(irr) ? share(irr) : "none"}`).join(", "),
    table: paths.map(({name, ...path}) => ({price_path: name, ...path})),
    query: computed
  };
  return responsive(options, ({width}) => bars(rows, {width, format: share}));
}

const titles: Readonly<Record<Measure, string>> = {
  irr: "Equity IRR",
  npv: "NPV of equity",
  unlevered_irr: "Project IRR",
  unlevered_npv: "NPV of the project"
};

/** The first month in which the cluster sells. */
function opening({run}: Case): number {
  return Math.max(
    0,
    monthly(run, "operating").findIndex((share) => share > 0)
  );
}

/** The average price of a GPU-hour sold. */
function meanPrice({run}: Case): number {
  const sum = (column: string): number => monthly(run, column).reduce((total, value) => total + value, 0);
  return sum("revenue") / sum("sold_hours");
}

function rootsNote({irr, no_irr}: Appraisal, spreads: readonly Spread[]): string {
  if (irr.length > 1) return `several: ${irr.map(share).join(", ")}`;
  const without = spreads.find(({measure}) => measure === "irr")?.without ?? 0;
  const rest = without > 0 ? `; ${share(without)} of draws have no single IRR` : "";
  return irr.length === 0 ? `none: ${no_irr}` : `a year${rest}`;
}

function saleNote(project: Case): string {
  const {price_level, utilisation} = project.break_even;
  const sold = Number.isFinite(utilisation) ? `at ${share(utilisation)} utilisation` : "at no utilisation";
  const price = amount(meanPrice(project));
  return `average price ${price}; breaks even at ${share(price_level)} of the price path or ${sold}`;
}

function coverNote(project: Case): string {
  const {average, breaches} = project.appraisal.cover;
  const covenant = amount(termOf(project, "minimum_dscr"));
  const below =
    breaches.length === 0
      ? `covenant ${covenant} met throughout`
      : `covenant ${covenant} breached in ${breaches.length} months`;
  return `average ${amount(average)}; ${below}`;
}

function rateText(value: number, brief: boolean): string {
  return brief ? share(Math.round(100 * value) / 100) : share(value);
}

function moneyText(value: number, brief: boolean): string {
  return brief ? millions(value) : unitless(value);
}

function millions(value: number): string {
  return (value / 1e6).toFixed(Math.abs(value) < 1e7 ? 1 : 0);
}

function labels({term, values}: Driver): string[] {
  const unit = unitOf(term);
  const isShare = unit === "share" || unit === "1/yr";
  return values.map((value) => (isShare ? share(shownOf(term, value)) : amount(value)));
}
