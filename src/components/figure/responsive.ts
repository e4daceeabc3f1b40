import {resize} from "observablehq:stdlib";
import {isPrerendering} from "../load/prerendering.js";
import {figure, type FigureOptions} from "./figure.js";
import type {Size} from "./figure-query.js";
import type {Grid} from "./grid.js";

type Chart = (size: Size) => Node;

/** A figure whose chart is drawn for the width that there is, of its table and of more. */
export function responsive(options: FigureOptions, chart: Chart): HTMLElement {
  return figure(options, fitted(chart));
}

function fitted(chart: Chart): HTMLElement {
  const drawn = isPrerendering() ? forBothWidths(chart) : resize((width) => chart({width}));
  drawn.classList.add("drawn");
  return drawn;
}

/** What a chart is drawn for where its width is not known: a telephone, and a desk. A style shows one of them. */
const WIDTHS = {narrow: 350, wide: 900};

function forBothWidths(chart: Chart): HTMLElement {
  const element = document.createElement("div");
  for (const [name, width] of Object.entries(WIDTHS)) {
    const drawing = document.createElement("div");
    drawing.className = `drawn-${name}`;
    drawing.append(chart({width}));
    for (const svg of drawing.querySelectorAll("svg[viewBox]")) stretch(svg as SVGSVGElement);
    element.append(drawing);
  }
  return element;
}

/** A drawing takes the width that there is, and keeps its height: it does not move when it is drawn for its width. */
function stretch(svg: SVGSVGElement): void {
  svg.style.width = "100%";
  svg.style.height = `${svg.getAttribute("height") ?? ""}px`;
}

/** A figure whose chart draws its table and nothing else, so that it can draw the rows of another query as well. */
export function rowsFigure<Table extends readonly object[]>(
  options: FigureOptions & {table: Table},
  chart: (rows: Table, size: Size) => Node
): HTMLElement {
  const chartOfTable = fitted((size) => chart(options.table, size));
  // DuckDB's rows are of the query's columns; a chart says which of its own it misses.
  return figure(options, chartOfTable, (rows, size) => chart(rows as Table, size));
}

/** A figure whose chart draws items, and whose table is a grid of them that names its columns as they do. */
export function gridFigure<T extends object>(
  options: FigureOptions & {table: Grid},
  items: readonly T[],
  chart: (items: readonly T[], size: Size) => Node
): HTMLElement {
  const chartOfItems = fitted((size) => chart(items, size));
  return figure(options, chartOfItems, (rows, size) => chart(rows as readonly T[], size));
}
