import * as Plot from "@observablehq/plot";
import {responsive} from "../../components/figure/responsive.js";
import {amount, share, unitless} from "../../components/words/format.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import type {RowOf, RowsOf} from "../../components/rows/table-types.js";
import type {Case} from "./case.js";
import {
  ownerCost,
  ownerParts,
  publishedShares,
  publishedTotal,
  type OwnerPart,
  type PublishedFigure,
  type PublishedShares,
  type PublishedTotal
} from "./published.js";

/** The published figures of the table `cross_check`. */
export function publishedFigures(checks: RowsOf<"cross_check">): PublishedFigure[] {
  return checks.map((row: RowOf<"cross_check">) => ({
    key: textIn(row, "key"),
    published: numberIn(row, "published"),
    published_low: numberIn(row, "published_low"),
    published_high: numberIn(row, "published_high"),
    basis: textIn(row, "basis"),
    as_of: textIn(row, "as_of"),
    source: textIn(row, "source"),
    url: textIn(row, "url")
  }));
}

/** A piece of a bar: from one value to another. */
interface Piece {
  bar: string;
  part: string;
  from: number;
  to: number;
}

const OURS = "this project";
const TOTAL = "total, parts not published";
const REST = "not divided further";

const colours: Readonly<Record<string, string>> = {
  hardware: "var(--layer-neocloud)",
  "building and rent": "var(--layer-value)",
  electricity: "var(--layer-materials)",
  "other running cost": "var(--layer-inference)",
  [TOTAL]: "var(--theme-foreground-faint)",
  [REST]: "var(--theme-foreground-faint)"
};

/** The cost of an hour owned beside a published model's, and how both it and another are divided. */
export function publishedCostFigures(project: Case, figures: readonly PublishedFigure[], key: string, name: string) {
  return [ownedFigure(project, figures, key, name), sharesFigure(project, figures)];
}

function ownedFigure(project: Case, figures: readonly PublishedFigure[], key: string, name: string): HTMLElement {
  const parts = ownerCost(project.run);
  const total = publishedTotal(figures, key);
  const theirs = total ? [{bar: total.name, part: TOTAL, from: 0, to: total.published_high}] : [];
  const options = {
    title: `Cost of owning one ${name} for an hour, beside a published model`,
    finding: besideFinding(
      name,
      parts.reduce((sum, {cost}) => sum + cost, 0),
      total
    ),
    unit: "USD per GPU-hour owned, without selling and administration; line: published range",
    source: total
      ? `${total.source}, ${total.as_of}. ${total.basis}`
      : "No published model of this accelerator is known.",
    ariaLabel: ownedInWords(project, figures, key),
    table: [
      ...stacked(
        OURS,
        parts.map(({name, cost}) => [name, cost] as const)
      ),
      ...theirs
    ],
    query: made
  };
  const range = total ? [{bar: total.name, low: total.published_low, high: total.published_high}] : [];
  return responsive(options, ({width}) => stackedBars(options.table, {width, format: unitless, range}));
}

/** Where the cost of an hour stands beside a published range; undefined where none is known. */
function besideFinding(name: string, cost: number, total: PublishedTotal | undefined): string | undefined {
  if (!total || !Number.isFinite(cost)) return undefined;
  const {published_low: low, published_high: high} = total;
  const place = cost < low ? "below" : cost > high ? "above" : "within";
  return `Owning one ${name} costs ${amount(cost)} USD an hour, ${place} the published range`;
}

function hardwareFinding(ours: readonly OwnerPart[], theirs: PublishedShares | undefined): string | undefined {
  const [own, published] = [ours, theirs?.parts ?? []].map(
    (parts) => parts.find(({name}) => name === "hardware")?.share ?? NaN
  ) as [number, number];
  if (!Number.isFinite(own) || !Number.isFinite(published)) return undefined;
  return `Hardware is ${share(own)} of the cost here, ${share(published)} in the published model`;
}

/** The cost of an hour owned and the published one, in a sentence. */
export function ownedInWords(project: Case, figures: readonly PublishedFigure[], key: string): string {
  const ours = ownerCost(project.run).reduce((sum, {cost}) => sum + cost, 0);
  const total = publishedTotal(figures, key);
  const own =
    `Counted as published models do, per hour owned and without selling and administration, an hour costs ` +
    `${amount(ours)} USD`;
  if (!total) return `${own}. We know of no published model of this accelerator.`;
  const range = `${amount(total.published_low)} to ${amount(total.published_high)}`;
  return `${own}; SemiAnalysis publishes ${range} USD (${total.as_of}), without a breakdown.`;
}

function sharesFigure(project: Case, figures: readonly PublishedFigure[]): HTMLElement {
  const theirs = publishedShares(figures);
  const ours = ownerCost(project.run).map(({name, share}) => [name, share] as const);
  const pieces = [
    ...stacked(OURS, ours),
    ...(theirs
      ? stacked(
          theirs.name,
          theirs.parts.map(({name, share}) => [name, share] as const)
        )
      : [])
  ];
  const words = pieces.map(({bar, part, from, to}) => `${bar}, ${part}: ${share(to - from)}`).join("; ");
  const options = {
    title: "How the cost of owning is divided, beside a published model",
    finding: hardwareFinding(ownerCost(project.run), theirs),
    unit: "share of cost without selling and administration",
    source: theirs ? `${theirs.source}, ${theirs.as_of}. ${theirs.basis}` : "",
    ariaLabel: words,
    table: pieces,
    query: made
  };
  return responsive(options, ({width}) => stackedBars(pieces, {width, format: share, range: []}));
}

const made = {made: "the project is computed on this page; the published figures are in the table cross_check"};

function stacked(bar: string, parts: readonly (readonly [part: string, value: number])[]): Piece[] {
  let sum = 0;
  return parts.filter(([, value]) => value > 0).map(([part, value]) => ({bar, part, from: sum, to: (sum += value)}));
}

interface StackedOptions {
  width: number;
  format: (value: number) => string;
  range: readonly {bar: string; low: number; high: number}[];
}

function stackedBars(pieces: readonly Piece[], {width, format, range}: StackedOptions) {
  const names = [...ownerParts, TOTAL, REST].filter((name) => pieces.some(({part}) => part === name));
  return Plot.plot({
    width,
    height: 60 + new Set(pieces.map(({bar}) => bar)).size * 44,
    marginLeft: 8,
    marginRight: 24,
    x: {label: null, grid: true, tickFormat: format, ticks: width < 520 ? 4 : 8, zero: true},
    y: {
      type: "band",
      domain: [...new Set(pieces.map(({bar}) => bar))],
      axis: null,
      paddingInner: 0.5,
      paddingOuter: 0.4
    },
    color: {type: "ordinal", domain: names, range: names.map((name) => colours[name]!), legend: true},
    marks: [
      Plot.barX(pieces, {
        ...{y: "bar", x1: "from", x2: "to", fill: "part"},
        fillOpacity: ({part}: Piece) => (part === TOTAL || part === REST ? 0.35 : 1)
      }),
      Plot.ruleY(range, {y: "bar", x1: "low", x2: "high", stroke: "var(--theme-foreground)", strokeWidth: 3}),
      Plot.text(
        pieces.filter(({from}) => from === 0),
        {y: "bar", x: 0, text: "bar", textAnchor: "start", dy: -22, fill: "currentColor"}
      ),
      Plot.tip(
        pieces,
        Plot.pointerX({
          ...{y: "bar", x: (one: Piece) => (one.from + one.to) / 2},
          title: ({bar, part, from, to}: Piece) => `${bar}\n${part}: ${format(to - from)}`
        })
      )
    ]
  });
}
