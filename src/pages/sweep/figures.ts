import {heatTable} from "../../components/charts/heat-table.js";
import {rangeDots} from "./range-dots.js";
import type {Option} from "../../components/form/controls.js";
import {share, usd} from "../../components/words/format.js";
import {axisSpreads, buildOutQuery, type BuildOut} from "./build-outs.js";
import {rowsFigure} from "../../components/figure/responsive.js";

const table =
  "table sweep_summary: 256 draws of all uncertain terms for each build-out, the same draws in all; present value " +
  "at the cost of capital, without a loan";

/** In which share of the draws a build-out pays: regions and accelerators on one price path. */
export function paysFigure(all: readonly BuildOut[], {value: path, title}: Option): HTMLElement {
  const own = all.filter((buildOut) => buildOut.path === path);
  const regions = [...new Set(own.map(({region}) => region))];
  const accelerators = [...new Set(own.map(({accelerator}) => accelerator))];
  const cellsOf = (rows: readonly BuildOut[]) =>
    rows.map(({accelerator, region, pays, origin}) => ({
      column: accelerators.indexOf(accelerator),
      row: regions.indexOf(region),
      value: pays,
      origin: origin && {...origin, column: "positive_share"}
    }));
  const options = {
    title: `Draws in which it earns its cost of capital: ${title}`,
    source: `${table}. Green is more than half.`,
    ariaLabel: `Share of draws with a positive present value, by region and accelerator, ${title}`,
    table: own,
    query: {sql: buildOutQuery("price_path", path)}
  };
  return rowsFigure(options, (rows, size) =>
    heatTable(cellsOf(rows), {
      ...size,
      columns: accelerators.map((name) => name.toUpperCase()),
      rows: regions.map((name) => name.charAt(0).toUpperCase() + name.slice(1)),
      left: 76,
      every: 1,
      x: "Accelerator",
      y: "Region",
      turn: 0.5,
      line: [],
      format: (value) => share(Math.round(100 * value) / 100)
    })
  );
}

/** Present values of all accelerators on all price paths, in one region. */
export function reachFigure(all: readonly BuildOut[], region: string): HTMLElement {
  const own = all.filter((buildOut) => buildOut.region === region);
  const options = {
    title: `Present value of an accelerator's investment in ${region.charAt(0).toUpperCase() + region.slice(1)}`,
    unit: "USD per accelerator",
    source: `${table}. The line is 5 to 95 %, the dot the median.`,
    ariaLabel: `Ranges of present value per accelerator in ${region}, by accelerator and price path`,
    table: own,
    query: {sql: buildOutQuery("region", region)}
  };
  return rowsFigure(options, rangeDots);
}

/** How much each axis moves the median. */
export function spreadWords(all: readonly BuildOut[]): string {
  return axisSpreads(all)
    .map(({axis, spread}) => `the ${axis} moves the median by ${usd(spread)}`)
    .join(", ");
}
