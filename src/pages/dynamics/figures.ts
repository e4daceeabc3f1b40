import {REFERENCE} from "../../lib/model/reference.js";
import {besideBaseline, type Line} from "../../components/rows/baseline.js";
import {priceHistory} from "./price-history.js";
import {timeLines, type Series} from "../../components/charts/time-lines.js";
import type {Value} from "../../components/figure/grid.js";
import {of} from "../../components/rows/filter.js";
import {
  balanceFinding,
  balanceTakeaway,
  errorOf,
  fixedFinding,
  fixedTakeaway,
  lawFinding,
  lawTakeaway,
  limitsTakeaway,
  partsFinding,
  partsTakeaway,
  rentTakeaway,
  scarcityFinding,
  scarcityTakeaway,
  tokenFinding,
  tokenTakeaway,
  valueFinding
} from "./words.js";
import {share, unitless} from "../../components/words/format.js";
import {layerColor} from "../../components/words/layer.js";
import {pathFinding} from "../../components/words/path-finding.js";
import {dateIn, numberIn, pick} from "../../components/rows/row-values.js";
import type {Finding} from "../../components/words/finding.js";
import type {Sentence} from "../../components/words/sentence.js";
import type {ColumnOf, RowOf, Rows, RowsOf} from "../../components/rows/table-types.js";
import {responsive, rowsFigure} from "../../components/figure/responsive.js";

/** What a chart over months draws of a scenario, and in which words. */
interface Path<R> {
  title: string;
  unit: string;
  table: string;
  takeaway: string | Sentence;
  finding: Finding;
  lines: readonly Line<R>[];
  log?: boolean;
  format?: (value: number) => string;
  note?: string;
}

/** Prices of a GPU-hour, on demand and on the contracts in force. */
export function rentFigure(market: RowsOf<"market">, scenario: string): HTMLElement {
  return pathFigure(market, scenario, {
    title: "Price of a GPU-hour of unchanged hardware",
    unit: "initial price = 1",
    table: "market",
    takeaway: rentTakeaway(of(market, scenario)),
    finding: pathFinding("On-demand prices", of(market, scenario), "spot_index"),
    lines: [
      {column: "spot_index", name: "on-demand", color: blue},
      {column: "contract_index", name: "contracts in force", color: brown}
    ]
  });
}

/** The factors of the price of a GPU-hour. */
export function rentPartsFigure(market: RowsOf<"market">, scenario: string): HTMLElement {
  return pathFigure(market, scenario, {
    title: "Factors of the GPU-hour price",
    unit: "multiples; the price moves towards their product",
    table: "market",
    takeaway: partsTakeaway(of(market, scenario)),
    finding: partsFinding(of(market, scenario)),
    lines: [
      {column: "scarcity_index", name: "scarcity", color: green},
      {column: "unexplained_markup", name: "unexplained markup", color: brown},
      {column: "long_run_index", name: "cost of new capacity", color: grey}
    ]
  });
}

/** Scarcity prices of the components of capacity. */
export function scarcityFigure(market: RowsOf<"market">, scenario: string): HTMLElement {
  return pathFigure(market, scenario, {
    title: "Scarcity prices of memory, accelerators and power",
    unit: "normal times = 1",
    table: "market",
    takeaway: scarcityTakeaway(of(market, scenario)),
    finding: scarcityFinding(of(market, scenario)),
    lines: [
      {column: "memory_scarcity", name: "memory", color: violet},
      {column: "chip_premium", name: "accelerators", color: blue},
      {column: "power_premium", name: "sites with power", color: brown}
    ]
  });
}

/** Prices of a token as bought, by tier. */
export function tokenPriceFigure(tiers: RowsOf<"tier">, scenario: string): HTMLElement {
  return tierFigure(tiers, scenario, "price_index", {
    title: "Price of a token as bought",
    takeaway: tokenTakeaway(of(tiers, scenario)),
    finding: tokenFinding(of(tiers, scenario))
  });
}

/** Prices of a token of constant quality, by tier. */
export function fixedPriceFigure(tiers: RowsOf<"tier">, scenario: string): HTMLElement {
  return tierFigure(tiers, scenario, "fixed_price_index", {
    title: "Price of a token of constant quality",
    takeaway: fixedTakeaway(of(tiers, scenario)),
    finding: fixedFinding(of(tiers, scenario))
  });
}

/** Demand for GPU-hours over supply, and the share that is sold. */
export function balanceFigure(economy: RowsOf<"economy">, scenario: string): HTMLElement {
  return pathFigure(economy, scenario, {
    title: "Demand and sales of GPU-hours",
    unit: "share of available GPU-hours",
    table: "economy",
    takeaway: balanceTakeaway(of(economy, scenario)),
    finding: balanceFinding(of(economy, scenario)),
    format: share,
    note:
      "Demand counts hours of the accelerators that requests are meant for; those that move to slower ones take " +
      "more hours, so sales can exceed it.",
    lines: [
      {column: "balance", name: "demand", color: green},
      {column: "sold_share", name: "sales", color: blue}
    ]
  });
}

/** Accelerators in service and on order. */
export function fleetFigure(economy: RowsOf<"economy">, market: RowsOf<"market">, scenario: string): HTMLElement {
  return pathFigure(economy, scenario, {
    title: "Accelerators in service and on order",
    unit: "accelerators",
    table: "economy",
    takeaway: limitsTakeaway(of(market, scenario)),
    finding: pathFinding("Accelerators in service", of(economy, scenario), "gpus"),
    lines: [
      {column: "gpus", name: "in service", color: blue},
      {column: "pipeline", name: "on order", color: brown}
    ]
  });
}

/** Tokens that are served. */
export function tokensPathFigure(economy: RowsOf<"economy">, scenario: string): HTMLElement {
  return pathFigure(economy, scenario, {
    title: "Tokens served",
    unit: "million tokens a month, log scale",
    table: "economy",
    takeaway: "Tokens served, month by month",
    finding: pathFinding("Tokens served", of(economy, scenario), "tokens"),
    log: true,
    lines: [{column: "tokens", name: "tokens", color: green}]
  });
}

/** Output gained beside the cost of the chain. */
export function valueFigure(economy: RowsOf<"economy">, scenario: string): HTMLElement {
  return pathFigure(economy, scenario, {
    title: "Additional output and cost of the chain",
    unit: "USD/month",
    table: "economy",
    takeaway: "Additional output and the chain's cost, month by month",
    finding: valueFinding(of(economy, scenario)),
    lines: [
      {column: "productivity_value", name: "output", color: brown},
      {column: "resource_cost", name: "cost", color: grey}
    ]
  });
}

/** Electricity of the chain. */
export function energyFigure(economy: RowsOf<"economy">, scenario: string): HTMLElement {
  return pathFigure(economy, scenario, {
    title: "Electricity from the grid",
    unit: "MWh/month",
    table: "economy",
    takeaway: "Electricity from the grid, month by month",
    finding: pathFinding("Electricity needs", of(economy, scenario), "grid_energy"),
    lines: [{column: "grid_energy", name: "electricity", color: grey}]
  });
}

/** Logic wafers in the accelerators that are bought. */
export function wafersFigure(economy: RowsOf<"economy">, scenario: string): HTMLElement {
  return pathFigure(economy, scenario, {
    title: "Logic wafers in the accelerators bought",
    unit: "wafer/month",
    table: "economy",
    takeaway: "Logic wafers, month by month",
    finding: pathFinding("Wafer needs", of(economy, scenario), "wafers"),
    lines: [{column: "wafers", name: "wafers", color: grey}]
  });
}

/** The H100's rental price since 2023 by the model's price equation, beside published prices. */
export function historyFigure(
  history: RowsOf<"rental_history">,
  fit: RowsOf<"rental_fit">,
  errors: RowsOf<"rental_error">
): HTMLElement {
  const options = {
    title: "Modelled and published prices of an H100-hour",
    finding: lawFinding(errors),
    unit: "USD per GPU-hour; lines: modelled; dots: published",
    source:
      "tables rental_history, rental_fit and rental_error; supply in market_shock, quotes with their sources in " +
      "rental_quote",
    ariaLabel: `${lawTakeaway(errors)}.`,
    table: fit
  };
  return responsive(options, ({width}) => priceHistory(history, fit, {width}));
}

/** Published counts of users beside the curve of adoption. */
export function adoptionFigure(fit: RowsOf<"user_fit">): HTMLElement {
  const options = {
    title: "Weekly users of ChatGPT, reported and fitted",
    finding: `The fitted curve typically misses reported users by ${errorOf(fit)}`,
    unit: "users; dashed: fitted",
    source: "table user_fit; counts with their sources in user_count",
    ariaLabel: "Reported and fitted users.",
    table: fit
  };
  const series = (rows: typeof fit): Series[] => [
    {name: "fitted", color: violet, points: pointsIn(rows, "fitted"), dashed: true},
    {name: "reported", color: violet, points: pointsIn(rows, "users")}
  ];
  return rowsFigure(options, (rows, {width}) => timeLines(series(rows), {width, format: unitless}));
}

/** The points open no inspector: a user count is not a cell of the model. */
function pointsIn(fit: RowsOf<"user_fit">, column: ColumnOf<"user_fit">): Series["points"] {
  return fit.map((row) => ({date: dateIn(row, "date"), value: numberIn(row, column)}));
}

function tierFigure(
  tiers: RowsOf<"tier">,
  scenario: string,
  column: "price_index" | "fixed_price_index",
  words: Pick<Path<RowOf<"tier">>, "title" | "takeaway" | "finding">
): HTMLElement {
  return pathFigure(tiers, scenario, {
    ...words,
    unit: "initial price = 1, log scale",
    table: "tier",
    log: true,
    lines: [
      {column, key: "frontier", name: "frontier", color: green},
      {column, key: "standard", name: "standard", color: violet},
      {column, key: "light", name: "light", color: grey}
    ]
  });
}

function pathFigure<R extends PathRow>(rows: Rows<R>, scenario: string, path: Path<R>): HTMLElement {
  const {title, unit, table, takeaway, finding, lines, log = false, format = unitless, note} = path;
  const options = {
    ...{title, unit, finding},
    source: [`table ${table}, central case; dashed: the Reference scenario`, ...(note ? [note] : [])].join(". "),
    ariaLabel: `${takeaway}.`,
    table: pick(of(rows, scenario), ["key", "date", ...lines.map(({column}) => column)])
  };
  const baseline = scenario === REFERENCE ? undefined : of(rows, REFERENCE);
  return rowsFigure(options, (own, {width}) => timeLines(besideBaseline(own, baseline, lines), {width, log, format}));
}

type PathRow = Readonly<Record<"key" | "date", Value>>;

const blue = layerColor("neocloud");
const green = layerColor("inference");
const violet = layerColor("application");
const brown = layerColor("value");
const grey = layerColor("materials");
