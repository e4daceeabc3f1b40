import {levelFinding} from "../../components/words/path-finding.js";
import {html} from "htl";
import {shareQuery, swingQuery} from "./bar-queries.js";
import {bands} from "./bands.js";
import {fan} from "../../components/charts/fan.js";
import {histogram} from "./histogram.js";
import {regionDots} from "./regions.js";
import {scatter} from "./scatter.js";
import {shares} from "./share-bars.js";
import {swings} from "./swing-bars.js";
import {where} from "../../components/rows/filter.js";
import {fanPoints} from "../../components/rows/fan-points.js";
import {amount} from "../../components/words/format.js";
import {recordOf} from "../../components/inspector/origin.js";
import {layerColor, type Layer} from "../../components/words/layer.js";
import {colorOfFigure} from "../../components/figure/headline-figures.js";
import {numberIn, pick, textIn} from "../../components/rows/row-values.js";
import {headlineFigure} from "../../components/words/headline-figure.js";
import type {Sentence} from "../../components/words/sentence.js";
import {madeOf} from "../../components/rows/row-source.js";
import type {RowsOf} from "../../components/rows/table-types.js";
import type {FigureQuery} from "../../components/figure/figure-query.js";
import type {Studied} from "../../components/live/study.js";
import {
  assumptionLinks,
  type Bar,
  beatenInWords,
  binned,
  type DrawnFigure,
  inWords,
  labelOf,
  leaderInWords,
  medianInWords,
  percentiles,
  type Regions,
  regionWords,
  type ShareBar,
  sharesInWords,
  type SwingBar,
  valuesOf,
  widestInWords
} from "./draws.js";
import {published} from "./study.js";
import {rowsFigure} from "../../components/figure/responsive.js";
import {monthName} from "../../components/words/month.js";
import {unitWords} from "../../components/words/unit-words.js";
import {capital, lower} from "../../components/words/count.js";

/** What a figure on a page of uncertainty says of the figure of the model: its column, name, unit and cell. */
export interface Named extends DrawnFigure {
  figure: string;
  label: string;
}

/** A figure of the `headline` table, by its column. Throws for a figure that the table has not. */
export function named(headline: RowsOf<"headline">, figure: string): Named {
  return {figure, ...headlineFigure(headline, figure)};
}

/** A figure over the months, with its range; the month that is looked at is marked. */
export function pathFigure(
  path: RowsOf<"headline">,
  month: string,
  words: Sentence,
  {figure, label, unit}: Named,
  drawn: string
): HTMLElement {
  const options = {
    title: label,
    finding: levelFinding(
      label,
      where(path, (row) => row.figure === figure),
      "central"
    ),
    ...unitOf(unit),
    source: `table headline: ${drawn}. Lines: central case and median; band: 5th–95th percentile`,
    ariaLabel: `${label} in ${monthName(month)}: ${words.toString()}.`,
    table: where(path, (row) => row.figure === figure)
  };
  return rowsFigure(options, (rows, size) =>
    fan(fanPoints(rows, figure), {...size, month, color: colorOfFigure(figure)})
  );
}

/** Any published series month by month, at 5, 25, 50, 75 and 95 % of the draws. */
export function seriesFigure(series: RowsOf<"quantile">): HTMLElement {
  const first = series[0];
  const last = series.at(-1);
  const measure = textIn(first, "column").replaceAll("_", " ");
  const name = `${textIn(first, "key")}, ${measure}`;
  const low = amount(numberIn(last, "p05"));
  const high = amount(numberIn(last, "p95"));
  const options = {
    title: name,
    finding: levelFinding(capital(measure), series, "p50"),
    ...unitOf(textIn(first, "unit")),
    source:
      "table quantile, Reference scenario: median, 25th–75th and 5th–95th percentile of " +
      `${published.draws.toLocaleString("en")} draws, seed ${published.seed}`,
    ariaLabel: `${name}, from ${low} to ${high} in the last month.`,
    table: series
  };
  const sector = sectors[textIn(first, "table")] ?? "value";
  return rowsFigure(options, (rows, size) => bands(rows, {...size, color: layerColor(sector)}));
}

const sectors: Record<string, Layer> = {neocloud: "neocloud", provider: "inference", application: "application"};

/** The distribution of a figure over draws. */
export function distributionFigure(draws: RowsOf<"draw">, column: string, chosen: Named): HTMLElement {
  const values = valuesOf(draws, column);
  const color = colorOfFigure(chosen.figure);
  const options = {
    title: `Distribution of draws: ${lower(chosen.label)}`,
    finding: medianInWords(chosen.label, values, chosen),
    ...unitOf(chosen.unit),
    source: `table draw: ${draws.length.toLocaleString("en")} draws; 0.5 % at either end not shown`,
    ariaLabel: inWords(values, chosen),
    table: pick(draws, ["draw", column])
  };
  return rowsFigure(options, (rows, size) => {
    const drawn = valuesOf(rows, column);
    return histogram(binned(drawn, chosen), {...size, color, marks: percentiles(drawn, chosen)});
  });
}

/** What each driver alone does to a figure in a month. */
export function swingFigure(
  bars: readonly SwingBar[],
  {figure, label, unit}: Named,
  month: string,
  study: Studied
): HTMLElement {
  const options = {
    title: `One assumption at a time: ${lower(label)}`,
    finding: widestInWords(bars),
    unit: `${unit === "1" ? "" : `${unit}; `}hollow: low assumption; solid: high assumption`,
    source: linked(
      `${tableOf("swing", study.swings)}all other assumptions at their central values. Assumptions: `,
      bars
    ),
    ariaLabel: `${widestInWords(bars) ?? "No assumption moves it"}.`,
    table: bars.map(({cell, central, low, high, origin}) => ({cell, central, low, high, origin})),
    query: askedOf(study.swings, swingQuery(figure, month))
  };
  const titles = new Map(bars.map(({cell, title}) => [cell, title]));
  return rowsFigure(options, (rows, size) => {
    const drawn = rows.map((row) => ({...row, label: labelOf(row.cell), title: titles.get(row.cell) ?? row.cell}));
    return swings(drawn, {...size, color: colorOfFigure(figure)});
  });
}

/** The share of a figure's variance that each factor explains. */
export function shareFigure(
  bars: readonly ShareBar[],
  {figure, label}: Named,
  month: string,
  sensitivity: RowsOf<"sensitivity">
): HTMLElement {
  const [{rows, seed}] = [...bars, {rows: 0, seed: 0}] as [Pick<ShareBar, "rows" | "seed">];
  const indices = `Sobol' indices, ${rows.toLocaleString("en-US")} rows, seed ${seed}`;
  const text = `${tableOf("sensitivity", sensitivity)}${indices}. Assumptions: `;
  const options = {
    title: `All assumptions at once: ${lower(label)}`,
    finding: leaderInWords(bars),
    unit:
      "Sobol' indices, share of variance; solid: alone; light: with interactions; hollow: not resolved; line: " +
      "90 % interval",
    source: linked(text, bars),
    ariaLabel: sharesInWords(bars),
    table: bars.map(({label: _, ...bar}) => bar),
    query: askedOf(sensitivity, shareQuery(figure, month))
  };
  return rowsFigure(options, (rows, size) => {
    const drawn = rows.map((row) => ({...row, label: labelOf(row.cell)}));
    return shares(drawn, {...size, color: colorOfFigure(figure)});
  });
}

/** A figure against a driver, draw by draw. */
export function scatterFigure(
  draws: RowsOf<"draw">,
  driver: string,
  column: string,
  {figure, label, unit}: Named
): HTMLElement {
  const {description = driver, unit: driverUnit = ""} = draws.columns.find(({name}) => name === driver) ?? {};
  const name = labelOf(description.slice(0, description.indexOf(": ")));
  const pointsOf = (rows: RowsOf<"draw">) =>
    rows.map((row) => ({x: numberIn(row, driver), y: numberIn(row, column), origin: recordOf(row, column)}));
  const options = {
    title: `${label} against ${name}`,
    unit: [unitWords(unit), `horizontal: ${driverUnit}`, "each dot is a draw", "line: mean"].filter(Boolean).join("; "),
    source: "table draw",
    ariaLabel: `${label} against ${name}, one dot per draw.`,
    table: pick(draws, ["draw", driver, column])
  };
  return rowsFigure(options, (rows, size) => scatter(pointsOf(rows), {...size, color: colorOfFigure(figure)}));
}

/** Drivers in draws above a threshold and below it. */
export function regionFigure(regions: Regions, hurdle: string): HTMLElement {
  const {drivers} = regions;
  const options = {
    title: "Assumptions above and below the threshold",
    finding: beatenInWords(regions.share, hurdle),
    unit: "median of the assumption's draws; solid: threshold exceeded; hollow: not exceeded",
    source: linked("table draw; only differences significant at the 1 % level are shown. Assumptions: ", drivers),
    ariaLabel: regionWords(regions, hurdle),
    table: drivers,
    query: {made: "a significance test over all columns of the table draw, made on this page"}
  };
  return rowsFigure(options, (rows, size) => regionDots(rows, {...size, color: colorOfFigure("value_per_cost")}));
}

/** The query of published rows; what was drawn on this page stands in no table. */
function askedOf(rows: readonly object[], sql: string): FigureQuery {
  return isDrawnHere(rows) ? {made: "drawn on this page, at your request"} : {sql};
}

/** Where a figure's numbers come from, before what they are. */
function tableOf(name: string, rows: readonly object[]): string {
  return isDrawnHere(rows) ? "draws on this page; " : `table ${name}: `;
}

function isDrawnHere(rows: readonly object[]): boolean {
  return rows.some((row) => madeOf(row) !== undefined);
}

function unitOf(unit: string): {unit?: string} {
  return unit === "1" ? {} : {unit};
}

function linked(text: string, bars: readonly Bar[]): HTMLElement {
  return html`<span>${text}${assumptionLinks(bars)}</span>`;
}
