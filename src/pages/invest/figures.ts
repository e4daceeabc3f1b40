import {html} from "htl";
import {cumulative, monthly, only, type Measure, type Spread} from "../../lib/finance/appraise.js";
import {button} from "../../components/figure/button.js";
import {bars} from "../../components/charts/bars.js";
import {cashBars} from "./cash-bars.js";
import {heatTable} from "../../components/charts/heat-table.js";
import {monthLines} from "./month-lines.js";
import {csv} from "../../lib/export/csv.js";
import {download} from "../../components/figure/download.js";
import {amount, share, usd} from "../../components/words/format.js";
import {headlines, type Headline} from "../../components/figure/headline.js";
import {madeOf, ofMeasure, ofProject, ofVariant, withoutLoan} from "./inspected.js";
import {rangeIn, termOf, titleOf, unitOf, type Case, type PathReturn, type Sensitivity} from "./case.js";
import {statementByMonth, statementByYear} from "./yearly.js";
import {layerColor} from "../../components/words/layer.js";
import {cited, say, type Sentence} from "../../components/words/sentence.js";
import {tableElement} from "../../components/figure/table-element.js";
import {responsive} from "../../components/figure/responsive.js";

const source = "computed in this page from the assumptions, by lib/finance; USD of 2026, rates real";

/** What a project comes to, with ranges where they are known already. */
export function projectCards(one: Case, spreads: readonly Spread[]): HTMLElement {
  const {appraisal, break_even} = one;
  const {irr, unlevered_irr, npv, cover, moic, payback} = appraisal;
  const within = (measure: Measure) => rangeIn(spreads, measure);
  const layer = "neocloud";
  const tightest = Math.max(0, cover.ratios.indexOf(cover.least));
  const cards: Headline[] = [
    {
      label: "IRR of owners",
      unit: "share",
      central: only(irr),
      ...within("irr"),
      layer,
      note: rootsNote(irr, spreads),
      origin: ofMeasure("irr")
    },
    {
      label: "NPV of owners",
      unit: "USD",
      central: npv,
      ...within("npv"),
      layer,
      note: `at a cost of equity of ${share(termOf(one, "cost_of_equity"))}`,
      origin: ofMeasure("npv")
    },
    {
      label: "IRR without a loan",
      unit: "share",
      central: only(unlevered_irr),
      ...within("unlevered_irr"),
      layer,
      note: `cost of capital ${share(termOf(one, "discount_rate"))}`,
      origin: ofMeasure("unlevered_irr")
    },
    {
      label: "Money back",
      unit: "times",
      central: moic,
      layer,
      note: Number.isFinite(payback) ? `after ${amount(payback)} years` : "owners do not get their money back",
      origin: madeOf("What comes back over what is paid in, in all months of:", ofProject("owners_cash_flow"))
    },
    {
      label: "Debt service coverage",
      unit: "1",
      central: cover.least,
      layer,
      note: `the least; ${amount(cover.average)} on average; ${breachNote(cover.breaches.length, termOf(one, "minimum_dscr"))}`,
      origin: madeOf(
        "The first over the second, in the month where that is least:",
        ofProject("cash_available", tightest),
        ofProject("debt_service", tightest)
      )
    },
    {
      label: "Levelised cost",
      unit: "USD/GPU-hour",
      central: appraisal.levelised_cost,
      layer,
      note: `sold for ${amount(meanPrice(one))} on average; break-even at ${share(break_even.price_level)} of the price path, or ${Number.isFinite(break_even.utilisation) ? `${share(break_even.utilisation)} sold` : "at no share sold"}`,
      origin: madeOf(
        "Costs and purchases, less what is sold at the end, over hours, less the share of overhead, all discounted at the last:",
        ...["cost_before_overhead", "purchases", "disposals", "sold_hours"].map((name) =>
          ofProject(name, opening(one))
        ),
        ofProject("neocloud_overhead"),
        ofProject("discount_rate")
      )
    }
  ];
  return headlines(cards);
}

/** What owners pay in and get out, month by month. */
export function cashFigure(one: Case): HTMLElement {
  const flows = monthly(one.run, "owners_cash_flow").map((amount, month) => ({
    month,
    amount,
    origin: ofProject("owners_cash_flow", month)
  }));
  const options = {
    title: "Owners' cash flow",
    unit: "USD a month",
    source,
    ariaLabel: `Owners pay in ${usd(one.appraisal.owners_money)} at most, while the cluster is built.`,
    table: flows
  };
  return responsive(options, (size) => cashBars(flows, {...size, format: (value) => amount(value)}));
}

/** What has flowed to owners so far, with and without the loan. */
export function cumulativeFigure(one: Case): HTMLElement {
  const lines = [
    {
      name: "owners, with the loan",
      color: layerColor("neocloud"),
      values: cumulative(monthly(one.run, "owners_cash_flow")),
      origin: (month: number) => madeOf("All months added up, to this one:", ofProject("owners_cash_flow", month))
    },
    {
      name: "without a loan",
      color: layerColor("materials"),
      dashed: true,
      values: cumulative(monthly(one.free, "owners_cash_flow")),
      origin: (month: number) => madeOf("All months added up, to this one:", withoutLoan("owners_cash_flow", month))
    }
  ];
  const options = {
    title: "Cash flow so far",
    unit: "USD",
    source,
    ariaLabel: lines.map(({name, values}) => `${name}: ${usd(values.at(-1) ?? NaN)} in the end`).join("; "),
    table: lines[0]!.values.map((owners, month) => ({
      month,
      owners,
      without_loan: lines[1]!.values[month]!,
      origin: madeOf(
        "All months added up, to this one, with the loan and without:",
        ofProject("owners_cash_flow", month),
        withoutLoan("owners_cash_flow", month)
      )
    }))
  };
  return responsive(options, (size) => monthLines(lines, {...size, format: (value) => amount(value)}));
}

/** Income statement and cash flow by year, with the whole statement as CSV. */
export function statementFigure({run}: Case): HTMLElement {
  const label = "Income statement and cash flow by year";
  return html`<div>
    <div class="whole-table">${tableElement(statementByYear(run), {label})}</div>
    <p>
      ${button("Download the monthly statement as CSV", () => download("project-statement.csv", csv(statementByMonth(run)), "text/csv"))}
    </p>
  </div>`;
}

/** The measure over two terms, with the break-even line. */
export function sensitivityFigure({x, y, measure, cells, line, turn}: Sensitivity): HTMLElement {
  if (x.term === y.term) return html`<p>Choose two different terms.</p>`;
  const [xs, ys] = [labels(x.values, unitOf(x.term)), labels(y.values, unitOf(y.term))];
  const format = (value: number, brief: boolean): string =>
    measure.endsWith("irr")
      ? brief
        ? `${Math.round(100 * value)}%`
        : share(value)
      : brief
        ? millions(value)
        : amount(value);
  const placed = cells.map((cell) => {
    const variant = `with “${titleOf(x.term)}” at ${xs[cell.column]!} and “${titleOf(y.term)}” at ${ys[cell.row]!}`;
    return {...cell, origin: ofVariant(ofMeasure(measure), variant, [x.term, y.term])};
  });
  const below = cells.filter(({value}) => !(value >= turn)).length;
  const options = {
    title: `${measure.endsWith("irr") ? "IRR" : "NPV"} ${measure.startsWith("un") ? "without a loan" : "of owners"}`,
    unit: `${measure.endsWith("irr") ? "a year, real" : "USD, on narrow screens M USD"}; orange is not enough, the line is break-even`,
    source: `${source}. Each term runs over its range; without one, 30 % to both sides.`,
    ariaLabel: `${below} of ${cells.length} variants earn less than their cost of capital.`,
    table: placed.map((cell) => ({[x.term]: cell.x, [y.term]: cell.y, [measure]: cell.value, origin: cell.origin}))
  };
  return responsive(options, (size) =>
    heatTable(placed, {...size, columns: xs, rows: ys, x: titleOf(x.term), y: titleOf(y.term), turn, line, format})
  );
}

/** What the price path does to the owners' return. */
export function pathFigure(paths: readonly PathReturn[], chosen: string): HTMLElement {
  const rows = paths.map(({name, irr, origin}) => ({
    label: name,
    value: irr,
    color: name === "Prices stay as they are" ? layerColor("materials") : layerColor("neocloud"),
    chosen: name === chosen,
    origin
  }));
  const options = {
    title: "IRR of owners by price path",
    unit: "a year, real",
    source: "table cluster, on-demand price over months by scenario, and this page's project",
    ariaLabel: paths.map(({name, irr}) => `${name}: ${Number.isFinite(irr) ? share(irr) : "none"}`).join(", "),
    table: paths.map(({name, ...path}) => ({price_path: name, ...path}))
  };
  return responsive(options, (size) => bars(rows, {...size, format: share}));
}

/** The first month in which the cluster sells. */
function opening({run}: Case): number {
  return Math.max(
    0,
    monthly(run, "operating").findIndex((share) => share > 0)
  );
}

/** What a project earns on a GPU-hour, on average. */
function meanPrice({run}: Case): number {
  const sum = (column: string): number => monthly(run, column).reduce((total, value) => total + value, 0);
  return sum("revenue") / sum("sold_hours");
}

function rootsNote(irr: readonly number[], spreads: readonly Spread[]): string {
  if (irr.length > 1) return `there are several: ${irr.map(share).join(", ")}`;
  const without = spreads.find(({measure}) => measure === "irr")?.without ?? 0;
  const rest = without > 0 ? `; ${share(without)} of draws have no single one` : "";
  return irr.length === 0 ? "the cash flow has none" : `a year, real${rest}`;
}

function breachNote(months: number, covenant: number): string {
  return months === 0 ? `never below ${amount(covenant)}` : `below ${amount(covenant)} in ${months} months`;
}

function millions(value: number): string {
  return (value / 1e6).toFixed(Math.abs(value) < 1e7 ? 1 : 0);
}

function labels(values: readonly number[], unit: string): string[] {
  return values.map((value) => (unit === "share" || unit === "1/yr" ? share(value) : amount(value)));
}

/** What the price paths come to, in a sentence. */
export function pathTakeaway(paths: readonly PathReturn[]): Sentence {
  const sorted = paths.filter(({irr}) => Number.isFinite(irr)).sort((a, b) => a.irr - b.irr);
  const [worst, best] = [sorted[0], sorted.at(-1)];
  if (!worst || !best) return say`On no path do owners have a single return.`;
  if (new Set(paths.slice(0, -1).map(({irr}) => share(irr))).size === 1)
    return say`All scenarios share one path of rental prices, on which owners earn ${earned(paths[0]!)} a year; if prices stayed as they are, it would be ${earned(paths.at(-1)!)}.`;
  return say`From ${earned(worst)} a year (${worst.name}) to ${earned(best)} (${best.name}).`;
}

function earned({irr, origin}: PathReturn): Sentence {
  return cited(share(irr), origin);
}
