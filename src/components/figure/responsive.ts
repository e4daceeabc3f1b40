import {resize} from "observablehq:stdlib";
import {isPrerendering} from "../load/prerendering.js";
import {figure, type FigureOptions} from "./figure.js";
import type {Size} from "./figure-query.js";
import type {Grid} from "./grid.js";

type Chart = (size: Size) => Node;

/** A figure whose chart is drawn for the available width, from its table and more. */
export function responsive(options: FigureOptions, chart: Chart): HTMLElement {
  return figure(options, fitted(chart));
}

function fitted(chart: Chart): HTMLElement {
  const drawn: HTMLElement = isPrerendering()
    ? forBothWidths(chart)
    : resize((width) => inTurn(drawn, () => chart({width})));
  drawn.classList.add("drawn");
  return drawn;
}

/** While a page is taken over, a chart stands as it was built until it is its turn to be drawn. */
async function inTurn(element: HTMLElement, draw: () => Node): Promise<Node> {
  if (element.hasAttribute("data-as-built"))
    await new Promise((done) => element.addEventListener("turn", done, {once: true}));
  return draw();
}

/** Chart widths for when the actual width is unknown: a phone, and a desktop. CSS shows one of them. */
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

/**
 * Stretches a drawing to the available width at constant height, so that nothing moves when it is redrawn for its
 * width.
 */
function stretch(svg: SVGSVGElement): void {
  svg.style.width = "100%";
  svg.style.height = `${svg.getAttribute("height") ?? ""}px`;
}

/** A figure whose chart draws nothing but its table, so that it can also draw the rows of another query. */
export function rowsFigure<Table extends readonly object[]>(
  options: FigureOptions & {table: Table},
  chart: (rows: Table, size: Size) => Node
): HTMLElement {
  const chartOfTable = fitted((size) => chart(options.table, size));
  // DuckDB's rows have the query's columns; a chart reports those that it misses.
  return figure(options, chartOfTable, (rows, size) => chart(rows as Table, size));
}

/** A figure whose chart draws items, and whose table is a grid of the same items with the same column names. */
export function gridFigure<T extends object>(
  options: FigureOptions & {table: Grid},
  items: readonly T[],
  chart: (items: readonly T[], size: Size) => Node
): HTMLElement {
  const chartOfItems = fitted((size) => chart(items, size));
  return figure(options, chartOfItems, (rows, size) => chart(rows as readonly T[], size));
}
