import {resize} from "observablehq:stdlib";
import {isPrerendering} from "../load/prerendering.js";
import {figure, type FigureOptions} from "./figure.js";

type Chart = (size: {width: number}) => Node;

/** A figure whose chart is drawn for the width that there is. */
export function responsive(options: FigureOptions, chart: Chart): HTMLElement {
  const drawn = isPrerendering() ? forBothWidths(chart) : resize((width) => chart({width}));
  drawn.classList.add("drawn");
  return figure(options, drawn);
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
