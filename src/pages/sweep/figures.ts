import {heatTable} from "../../components/charts/heat-table.js";
import {rangeDots} from "./range-dots.js";
import type {Option} from "../../components/form/controls.js";
import {share, usd} from "../../components/words/format.js";
import {axisSpreads, buildOutQuery, placeName, type BuildOut} from "./build-outs.js";
import {rowsFigure} from "../../components/figure/responsive.js";
import {capital, countFinding} from "../../components/words/count.js";

const table =
  "table sweep_summary: 256 draws of all uncertain terms per build-out, the same draws in each; NPV at the cost of " +
  "capital, without a loan";

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
    title: `How often a build-out earns its cost of capital: ${title}`,
    finding: paysInWords(own),
    unit: "share of draws; green: more than half",
    source: table,
    ariaLabel: `Share of draws with a positive NPV, by region and accelerator, ${title}`,
    table: own,
    query: {sql: buildOutQuery("price_path", path)}
  };
  return rowsFigure(options, (rows, size) =>
    heatTable(cellsOf(rows), {
      ...size,
      columns: accelerators.map((name) => name.toUpperCase()),
      rows: regions.map((region) => capital(placeName(region))),
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
    title: `NPV per accelerator in ${placeName(region)}`,
    finding: paysInWords(own),
    unit: "USD per accelerator; dot: median; line: 5th–95th percentile",
    source: table,
    ariaLabel: `Ranges of NPV per accelerator in ${placeName(region)}, by accelerator and price path`,
    table: own,
    query: {sql: buildOutQuery("region", region)}
  };
  return rowsFigure(options, rangeDots);
}

/** How much each axis moves the median. */
export function spreadWords(all: readonly BuildOut[]): string {
  const parts = axisSpreads(all).map(({axis, spread}) => `${usd(spread)} across ${axis}s`);
  return `Median NPV per accelerator varies by ${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}.`;
}

/** How many build-outs pay off more often than not, in a short sentence. */
function paysInWords(all: readonly BuildOut[]): string | undefined {
  const count = all.filter(({pays}) => pays > 0.5).length;
  const verb = ["earns its", "earn their"] as const;
  return countFinding({count, all: all.length, noun: "build-outs", verb, rest: "cost of capital in most draws"});
}
