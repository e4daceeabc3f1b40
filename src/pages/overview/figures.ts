import {levelFinding} from "../../components/words/path-finding.js";
import {REFERENCE} from "../../lib/model/reference.js";
import {fan} from "../../components/charts/fan.js";
import {sankeyChart, type SankeyOptions, type Stream} from "../../components/charts/sankey.js";
import {cellLink} from "../../components/inspector/cell-link.js";
import {colorOfFigure} from "../../components/figure/headline-figures.js";
import {responsive, rowsFigure} from "../../components/figure/responsive.js";
import {fanPoints} from "../../components/rows/fan-points.js";
import {of, where} from "../../components/rows/filter.js";
import {goodsNote, goodsStreams, largestStream, moneyStreams} from "../../components/rows/flows.js";
import type {RowsOf} from "../../components/rows/table-types.js";
import {unitless} from "../../components/words/format.js";
import type {Finding} from "../../components/words/finding.js";
import {headlineFigure} from "../../components/words/headline-figure.js";
import {pathTakeaway, tokensFinding} from "./words.js";
import {monthName} from "../../components/words/month.js";

/** What the flow chart can show. */
export const views = [
  {value: "money", title: "payments, USD"},
  {value: "goods", title: "goods, physical units"}
] as const;

/** The users' money in a month, from sector to sector. */
export function moneyFigure(flow: RowsOf<"flow">, month: string): HTMLElement {
  const words = {
    title: "Where user spending goes",
    finding: tokensFinding(flow),
    unit: "payments between sectors, USD a month",
    source:
      "the model's ledger. Payments too small to see are shown as a hairline. Investors' payments for equipment and " +
      "buildings are on the page Value flow."
  };
  const options = {...flowOptions(moneyStreams(flow, "users"), words, month), table: flow};
  return rowsFigure(options, (rows, {width}) => moneyChart(moneyStreams(rows, "users"), width));
}

/** On a desk, as low as leaves the first screen room for findings above the chart; the unit stands in its heading. */
function moneyChart(streams: readonly Stream[], width: number): Node {
  const note = (_: string, value: number): string => unitless(value);
  if (width < NARROW) return flowChart(streams, width, note);
  return sankeyChart(streams, {width, height: 310, note, oneLine: true, link: cellLink});
}

const NARROW = 520;

/** Goods in a month, from maker to buyer. */
export function goodsFigure(ledger: RowsOf<"ledger">, segments: RowsOf<"segment">, month: string): HTMLElement {
  const words = {
    title: "From wafers, power and water to hours saved",
    unit: "physical flows a month, each stage in its own unit",
    source: "the model's ledger. Widths compare only within a stage. Water is on-site use."
  };
  const streams = goodsStreams(ledger, segments);
  const note = goodsNote(ledger, segments);
  return responsive({...flowOptions(streams, words, month), table: ledger}, ({width}) =>
    flowChart(streams, width, note)
  );
}

type Words = Record<"title" | "unit" | "source", string> & {finding?: Finding};

function flowOptions(streams: readonly Stream[], words: Words, month: string) {
  return {...words, reachable: true, ariaLabel: `The largest flow in ${monthName(month)}: ${largestStream(streams)}.`};
}

function flowChart(streams: readonly Stream[], width: number, note: SankeyOptions["note"]): Node {
  return sankeyChart(streams, {width, height: width < NARROW ? 640 : 480, note, link: cellLink});
}

/** Which figure of which scenario is drawn over months, and the month that is marked. */
export interface PathChoice {
  scenario: string;
  figure: string;
  month: string;
}

/** A headline figure over months with its range, beside that of the reference. */
export function pathFigure(headline: RowsOf<"headline">, {scenario, figure, month}: PathChoice): HTMLElement {
  const path = of(headline, scenario);
  const {label, unit} = headlineFigure(of(path, scenario, month), figure);
  const reference = {name: REFERENCE, points: fanPoints(of(headline, REFERENCE), figure)};
  const chart = {
    month,
    color: colorOfFigure(figure),
    ...(scenario !== REFERENCE && {baseline: reference})
  };
  const options = {
    title: label,
    finding: levelFinding(
      label,
      where(path, (row) => row.figure === figure),
      "central"
    ),
    ...(unit !== "1" && {unit}),
    source:
      "runs of the model in which all uncertain assumptions vary at once. Lines: central case and median; band: " +
      "5th–95th percentile.",
    ariaLabel: pathTakeaway(path, figure, month),
    table: where(path, (row) => row.figure === figure)
  };
  return rowsFigure(options, (rows, {width}) => fan(fanPoints(rows, figure), {width, ...chart}));
}
