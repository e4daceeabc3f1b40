import * as Plot from "@observablehq/plot";
import {amount} from "../../components/words/format.js";
import type {Origin} from "../../components/inspector/origin.js";

/** A part of what a GPU-hour costs, from where to where in USD. */
export interface CostPart {
  row: string;
  group: string;
  item: string;
  from: number;
  to: number;
  /** Where it comes from. */
  origin?: Origin | undefined;
}

/** What a GPU-hour costs in all and sells for, USD. */
export interface CostTotal {
  row: string;
  cost: number;
  price: number;
  chosen: boolean;
}

export interface CostStackOptions {
  width: number;
  /** Groups of cost with their colours. */
  groups: readonly {name: string; color: string}[];
}

/** A bar of cost items a row, with a tick at the price and both in figures. */
export function costStack(parts: readonly CostPart[], totals: readonly CostTotal[], {width, groups}: CostStackOptions) {
  const narrow = width < 520;
  return Plot.plot({
    width,
    height: 40 + totals.length * (narrow ? 48 : 34),
    marginTop: narrow ? 26 : 8,
    marginLeft: narrow ? 4 : 130,
    marginRight: narrow ? 16 : 210,
    x: {label: null, grid: true, ticks: narrow ? 4 : 8, zero: true},
    y: {type: "band", domain: totals.map(({row}) => row), axis: null, paddingInner: narrow ? 0.6 : 0.35},
    color: {
      type: "ordinal",
      domain: groups.map(({name}) => name),
      range: groups.map(({color}) => color),
      legend: true
    },
    marks: [
      Plot.barX(parts, {x1: "from", x2: "to", y: "row", fill: "group"}),
      Plot.ruleX([0]),
      Plot.tickX(totals, {x: "price", y: "row", strokeWidth: 3, insetTop: -4, insetBottom: -4}),
      ...[false, true].map((bold) =>
        Plot.text(
          totals.filter(({chosen}) => chosen === bold),
          {
            y: "row",
            frameAnchor: "left",
            textAnchor: narrow ? "start" : "end",
            dx: narrow ? 0 : -8,
            dy: narrow ? -19 : 0,
            text: (total: CostTotal) => (narrow ? `${total.row}: ${words(total)}` : total.row),
            fontWeight: bold ? 700 : 400,
            fontSize: 12
          }
        )
      ),
      ...(narrow
        ? []
        : [Plot.text(totals, {y: "row", x: end, dx: 10, textAnchor: "start", text: words, fontSize: 12})]),
      Plot.tip(parts, Plot.pointer({x1: "from", x2: "to", y: "row", title: titleOf}))
    ]
  });
}

function end({cost, price}: CostTotal): number {
  return Math.max(cost, price);
}

function words({cost, price}: CostTotal): string {
  return `costs ${amount(cost)}, sells for ${amount(price)}`;
}

function titleOf({row, item, from, to}: CostPart): string {
  return `${row}\n${item}: ${amount(to - from, "USD/GPU-hour")}`;
}
