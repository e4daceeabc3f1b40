import {resize} from "observablehq:stdlib";
import {figure, type FigureOptions} from "./figure.js";

/** A figure whose chart is drawn for the width that there is. */
export function responsive(options: FigureOptions, chart: (size: {width: number}) => Node): HTMLElement {
  return figure(
    options,
    resize((width) => chart({width}))
  );
}
