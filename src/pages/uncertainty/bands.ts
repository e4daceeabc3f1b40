import * as Plot from "@observablehq/plot";
import {amount, unitless} from "../../components/words/format.js";
import {recordOf} from "../../components/inspector/origin.js";
import type {RowOf} from "../../components/rows/table-types.js";
import {monthName} from "../../components/words/month.js";

/** Quantiles over months: 5 to 95 % light, 25 to 75 % darker, the median as a line. */
export function bands(rows: readonly RowOf<"quantile">[], {width, color}: {width: number; color: string}) {
  return Plot.plot({
    width,
    height: 300,
    marginLeft: 60,
    x: {type: "utc", label: null, ticks: width < 520 ? 3 : 6},
    y: {label: null, tickFormat: unitless, ticks: 5, grid: true, tickSize: 0, zero: true},
    marks: [
      Plot.areaY(rows, {x: "date", y1: "p05", y2: "p95", fill: color, fillOpacity: 0.18}),
      Plot.areaY(rows, {x: "date", y1: "p25", y2: "p75", fill: color, fillOpacity: 0.25}),
      Plot.ruleY([0], {strokeOpacity: 0.4}),
      Plot.lineY(rows, {x: "date", y: "p50", stroke: color, strokeWidth: 2}),
      Plot.tip(
        rows.map((row) => ({...row, origin: recordOf(row)})),
        Plot.pointerX({x: "date", y: "p50", title: wordsOf})
      )
    ]
  });
}

function wordsOf({date, unit, ...row}: RowOf<"quantile">): string {
  const value = (name: keyof typeof row): string => amount(Number(row[name]), String(unit));
  return (
    `${monthName(date)}\nmedian ${value("p50")}\n25th–75th percentile: ` +
    `${value("p25")} to ${value("p75")}\n5th–95th percentile: ${value("p05")} to ${value("p95")}`
  );
}
