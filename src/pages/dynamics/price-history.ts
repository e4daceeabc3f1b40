import * as Plot from "@observablehq/plot";
import {scaleLinear} from "d3";
import {monthOf} from "../../components/rows/filter.js";
import {amount} from "../../components/words/format.js";
import {recordOf} from "../../components/inspector/origin.js";
import {endNames} from "../../components/charts/end-names.js";
import {layerColor} from "../../components/words/layer.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import type {ColumnOf, RowOf} from "../../components/rows/table-types.js";
import {monthName} from "../../components/words/month.js";

/** A modelled price over months, and the kind of contract whose published prices lie beside it. */
export interface PriceLine {
  column: ColumnOf<"rental_history">;
  contract: string;
  name: string;
  color: string;
}

/** Prices on demand, and on contract for a year. */
const priceLines: PriceLine[] = [
  {column: "spot_price", contract: "on-demand", name: "on demand", color: layerColor("neocloud")},
  {column: "contract_price", contract: "reserved-1-year", name: "one year", color: layerColor("value")}
];

/** Modelled prices as lines, published ones as dots of the same colour. */
export function priceHistory(
  history: readonly RowOf<"rental_history">[],
  quotes: readonly RowOf<"rental_fit">[],
  {width}: {width: number}
) {
  const narrow = width < 520;
  const modelled = priceLines.flatMap(({column, name, color}) =>
    history.map((row) => ({date: row.date, value: numberIn(row, column), name, color}))
  );
  const ends = modelled.filter(({date}) => date === history.at(-1)?.date);
  const dots = quotes.map((row) => ({
    ...row,
    ...priceLines.find(({contract}) => contract === row.contract),
    origin: recordOf(row, "price")
  }));
  const [height, marginTop, marginBottom] = [320, 16, 36];
  const highest = Math.max(...modelled.map(({value}) => value), ...quotes.map((row) => numberIn(row, "price")));
  const y = scaleLinear([0, highest], [height - marginBottom, marginTop]).nice();
  return Plot.plot({
    width,
    height,
    marginTop,
    marginBottom,
    marginLeft: 44,
    marginRight: narrow ? 70 : 100,
    x: {type: "utc", label: null, ticks: narrow ? 3 : 8, insetLeft: 8},
    y: {domain: y.domain(), label: null, grid: true, ticks: 5},
    marks: [
      Plot.ruleY([0], {strokeOpacity: 0.4}),
      Plot.lineY(modelled, {x: "date", y: "value", z: "name", stroke: "color", strokeWidth: 2}),
      Plot.dot(dots, {x: "date", y: "price", stroke: "color", fill: "color", fillOpacity: 0.35, r: 4}),
      endNames(ends, y, {gap: 13}),
      Plot.tip(dots, Plot.pointer({x: "date", y: "price", title: titleOf}))
    ]
  });
}

function titleOf(row: RowOf<"rental_fit">): string {
  const published = amount(numberIn(row, "price"));
  const modelled = amount(numberIn(row, "modelled"));
  return (
    `${monthName(monthOf(row.date))}, ${textIn(row, "contract")}\npublished ${published}, modelled ` + `${modelled} USD`
  );
}
