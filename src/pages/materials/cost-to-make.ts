import * as Plot from "@observablehq/plot";
import type {Option} from "../../components/form/controls.js";
import {cellOf, type Origin} from "../../components/inspector/origin.js";
import {derivedFrom} from "../../components/words/provenance.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import type {Accelerator} from "./data.js";
import {inspectorLinks} from "../../components/charts/inspector-links.js";
import {rowLabels} from "../../components/charts/row-labels.js";
import {unitless} from "../../components/words/format.js";

/** A part of what an accelerator sells for, from where to where in USD. */
export interface PricePart {
  key: string;
  accelerator: string;
  part: string;
  from: number;
  to: number;
  /** Where it comes from. */
  origin: Origin | undefined;
}

const parts = [
  {name: "logic dies", fill: "var(--layer-materials)"},
  {name: "memory", fill: "color-mix(in srgb, var(--layer-materials) 70%, var(--theme-background))"},
  {name: "packaging", fill: "color-mix(in srgb, var(--layer-neocloud) 85%, var(--theme-background))"},
  {name: "test", fill: "color-mix(in srgb, var(--layer-neocloud) 50%, var(--theme-background))"},
  {name: "yield loss", fill: "var(--layer-application)"},
  {name: "vendor's margin", fill: "color-mix(in srgb, var(--theme-foreground) 14%, var(--theme-background))"}
];
const columns = ["logic_cost", "memory_cost", "packaging_cost", "test_cost"] as const;

/** The parts of an accelerator's price, one after the other; none for an accelerator whose cost is not known. */
export function priceParts(accelerator: Accelerator): PricePart[] {
  const ends = columns.reduce<number[]>(
    (sums, column) => [...sums, (sums.at(-1) ?? 0) + numberIn(accelerator, column)],
    []
  );
  const borders = [0, ...ends, numberIn(accelerator, "cost_to_make"), numberIn(accelerator, "unit_price")];
  if (!borders.every(Number.isFinite)) return [];
  return parts.map(({name}, index) => ({
    key: textIn(accelerator, "key"),
    accelerator: textIn(accelerator, "name"),
    part: name,
    from: borders[index]!,
    to: borders[index + 1]!,
    origin: originOf(accelerator, index)
  }));
}

/** The accelerators whose cost to make is known, to choose from. */
export function acceleratorOptions(accelerators: readonly Accelerator[]): Option[] {
  return accelerators
    .filter((row) => priceParts(row).length > 0)
    .map((row) => ({value: row.key, title: textIn(row, "name")}));
}

/** The price parts of all accelerators, most expensive first. */
export function allParts(accelerators: readonly Accelerator[]): PricePart[] {
  return [...accelerators].sort((a, b) => numberIn(b, "unit_price") - numberIn(a, "unit_price")).flatMap(priceParts);
}

/** The first parts are cells, the last two what is left between cells. */
function originOf(accelerator: Accelerator, part: number): Origin | undefined {
  const cell = (column: string) => cellOf(accelerator, column);
  if (part < columns.length) return cell(columns[part]!);
  if (part === columns.length)
    return derivedFrom("Cost to make less the cost of its components", ["cost_to_make", ...columns].map(cell));
  return derivedFrom("Price less cost to make", ["unit_price", "cost_to_make"].map(cell));
}

/** Bars of what accelerators cost to make, up to what they sell for; a black tick where the price is. */
export function costToMake(rows: readonly PricePart[], {width, chosen}: {width: number; chosen: string}) {
  const narrow = width < 520;
  const drawn = rows.filter(({part, from, to}) => part !== "vendor's margin" || to > from);
  const prices = rows.filter(({part}) => part === "vendor's margin");
  const names = [...new Set(rows.map(({accelerator}) => accelerator))];
  return Plot.plot({
    width,
    height: (narrow ? 92 : 74) + names.length * (narrow ? 38 : 26),
    marginTop: narrow ? 44 : 20,
    marginLeft: narrow ? 12 : 180,
    marginRight: narrow ? 50 : 70,
    x: {
      label: null,
      grid: true,
      axis: "top",
      tickFormat: unitless,
      ticks: narrow ? 4 : 8,
      zero: true
    },
    // In a narrow chart, names stand above their bars, the first below the axis.
    y: {type: "band", domain: names, axis: null, paddingInner: narrow ? 0.55 : 0.25, insetTop: narrow ? 18 : 0},
    color: {type: "ordinal", domain: parts.map(({name}) => name), range: parts.map(({fill}) => fill), legend: true},
    marks: [
      Plot.barX(drawn, {x1: "from", x2: "to", y: "accelerator", fill: "part", inset: 0.3}),
      Plot.tickX(prices, {x: "to", y: "accelerator", strokeWidth: 2}),
      Plot.text(prices, {
        x: ({from, to}: PricePart) => Math.max(from, to),
        y: "accelerator",
        dx: 5,
        textAnchor: "start",
        text: ({to}: PricePart) => short(to)
      }),
      ...rowLabels(
        prices.map(({key, accelerator}) => ({y: accelerator, label: accelerator, bold: key === chosen})),
        {narrow, above: 17}
      ),
      Plot.tip(drawn, Plot.pointer({x1: "from", x2: "to", y: "accelerator", title: titleOf}))
    ]
  });
}

/** The parts of one accelerator's price, each in a row of its own with its amount. */
export function priceSteps(rows: readonly PricePart[], {width}: {width: number}) {
  const narrow = width < 520;
  return Plot.plot({
    width,
    height: 40 + rows.length * 30,
    marginLeft: narrow ? 96 : 180,
    marginRight: 70,
    x: {label: null, grid: true, tickFormat: unitless, ticks: narrow ? 3 : 8, zero: true},
    y: {type: "band", domain: parts.map(({name}) => name), label: null, tickSize: 0},
    color: {type: "ordinal", domain: parts.map(({name}) => name), range: parts.map(({fill}) => fill)},
    marks: [
      Plot.barX(rows, {x1: "from", x2: "to", y: "part", fill: "part", render: inspectorLinks}),
      Plot.ruleX([0]),
      Plot.text(rows, {
        x: ({from, to}: PricePart) => Math.max(from, to),
        y: "part",
        dx: 5,
        textAnchor: "start",
        text: ({from, to}: PricePart) => short(to - from)
      })
    ]
  });
}

function titleOf({accelerator, part, from, to}: PricePart): string {
  return `${accelerator}\n${part}: ${short(to - from)} USD`;
}

function short(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}
