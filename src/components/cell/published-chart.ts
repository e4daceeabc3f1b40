import {html} from "htl";
import {resize} from "observablehq:stdlib";
import type {DescribedColumn} from "../database/exact-query.js";
import type {FigureElement} from "../figure/figure-query.js";
import {drawn} from "../result/chart-plot.js";
import {suggestedChart} from "../result/chart-spec.js";
import {plotMarks} from "../result/plot-marks.js";
import type {Plotted} from "../result/plotted-rows.js";

/** A figure's chart, which can draw other rows until the published ones are restored. */
export interface PublishedChart {
  /** Draws rows as the figure does; if columns are missing, chooses a chart by the columns' types. */
  draw: (rows: readonly Plotted[], columns: readonly DescribedColumn[]) => void;
  restore: () => void;
}

/** Takes control of a figure's chart. */
export function publishedChart(figure: FigureElement): PublishedChart {
  const frame = figure.querySelector<HTMLElement>(".figure-chart")!;
  const box = frame.firstElementChild!;
  const published = [...box.childNodes];
  const words = frame.getAttribute("aria-label") ?? "";
  const mark = html`<span class="figure-edited">edited, not the published figure</span>`;
  return {
    draw: (rows, columns) => {
      box.replaceChildren(redrawn(figure, rows, columns, frame.clientWidth));
      frame.setAttribute("aria-label", `${figure.drawn.title}, of an edited query: ${rows.length} rows.`);
      figure.querySelector("h3")!.append(mark);
    },
    restore: () => {
      box.replaceChildren(...published);
      frame.setAttribute("aria-label", words);
      mark.remove();
    }
  };
}

function redrawn(
  {drawn: {redraw}}: FigureElement,
  rows: readonly Plotted[],
  columns: readonly DescribedColumn[],
  width: number
): Node {
  if (rows.length === 0) return html`<p>The query returns no rows.</p>`;
  try {
    if (redraw) {
      redraw(rows, {width});
      return resize((width) => redraw(rows, {width}));
    }
  } catch {
    // The query lacks columns that the figure draws.
  }
  const spec = suggestedChart(columns);
  if (!spec) return html`<p>The query has no numeric column to draw.</p>`;
  return resize((width) => drawn(plotMarks, [...rows], spec, width));
}
