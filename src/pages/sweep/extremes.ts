import {ascending, descending, group, max, min} from "d3";
import {figure} from "../../components/figure/figure.js";
import {gridOf, numberColumn, textColumn, type Grid} from "../../components/figure/grid.js";
import {tableElement} from "../../components/figure/table-element.js";
import {capital} from "../../components/words/count.js";
import {share} from "../../components/words/format.js";
import {placeName, type BuildOut} from "./build-outs.js";

/** An accelerator in a region, on the price path that suits it least and on the one that suits it most. */
interface Extremes {
  region: string;
  accelerator: string;
  least_share: number;
  greatest_share: number;
  worst_median: number;
  best_median: number;
}

/** How many are shown. */
const SHOWN = 12;

/** How often each accelerator in each region pays on its worst and on its best price path, as SQL. */
const extremesQuery = `SELECT region, accelerator,
  min(positive_share) AS least_share, max(positive_share) AS greatest_share,
  min(median) / 1000 AS worst_median, max(median) / 1000 AS best_median
FROM sweep_summary
WHERE figure = 'unlevered_npv'
GROUP BY region, accelerator
ORDER BY greatest_share DESC, least_share DESC, region, accelerator
LIMIT ${SHOWN}`;

const columns = [
  textColumn("region", "Where the accelerators are installed"),
  textColumn("accelerator", "What is bought"),
  numberColumn("least_share", "of draws", "Draws that earn their cost of capital, on the worst price path"),
  numberColumn("greatest_share", "of draws", "Draws that earn their cost of capital, on the best price path"),
  numberColumn("worst_median", "USD", "Median net present value per accelerator, on the worst price path"),
  numberColumn("best_median", "USD", "Median net present value per accelerator, on the best price path")
];

/** How often the safest of all pays where prices suit it least. */
function safestInWords(rows: readonly Extremes[]): string {
  const safest = max(rows, (row) => row.least_share)!;
  return `No build-out pays off in over ${share(safest)} of draws on its worst price path`;
}

/** The build-outs that pay most often on their best price path, beside what they give on their worst. */
export function extremesFigure(all: readonly BuildOut[]): HTMLElement {
  const extremes = extremesOf(all);
  const rows = extremes.slice(0, SHOWN);
  const table = gridOf(rows, columns);
  const label = "Build-outs on their worst and best price paths";
  return figure(
    {
      title: label,
      finding: safestInWords(extremes),
      unit: "share of draws that earn their cost of capital; median NPV in USD per accelerator",
      source: "table sweep_summary",
      ariaLabel: label,
      reachable: true,
      table,
      query: {sql: extremesQuery}
    },
    tableElement(gridOf(rows.map(inWords), columns), {label}),
    (answer) => tableElement(redrawn(answer), {label})
  );
}

/** A row in words: names, percentages and whole dollars. */
function inWords(row: Extremes): object {
  return {
    region: capital(placeName(row.region)),
    accelerator: row.accelerator.toUpperCase(),
    least_share: share(row.least_share),
    greatest_share: share(row.greatest_share),
    worst_median: Math.round(row.worst_median),
    best_median: Math.round(row.best_median)
  };
}

/** What a reader's query gives may have other columns. */
function redrawn(rows: readonly object[]): Grid {
  const isNoted = columns.every(({name}) => name in (rows[0] ?? {}));
  return gridOf(rows, isNoted ? columns : undefined);
}

function extremesOf(all: readonly BuildOut[]): Extremes[] {
  const groups = [...group(all, ({region, accelerator}) => `${region} ${accelerator}`).values()];
  return groups
    .map((paths) => ({
      region: paths[0]!.region,
      accelerator: paths[0]!.accelerator,
      least_share: min(paths, ({pays}) => pays)!,
      greatest_share: max(paths, ({pays}) => pays)!,
      worst_median: min(paths, ({median}) => median)!,
      best_median: max(paths, ({median}) => median)!
    }))
    .sort(byShares);
}

function byShares(a: Extremes, b: Extremes): number {
  return (
    descending(a.greatest_share, b.greatest_share) ||
    descending(a.least_share, b.least_share) ||
    ascending(a.region, b.region) ||
    ascending(a.accelerator, b.accelerator)
  );
}
