import * as Plot from "@observablehq/plot";
import {spread} from "../words/spread.js";

/** Where a line ends, and what it is called. */
export interface End {
  name: string;
  color: string;
  date: Date;
  value: number;
}

/** A vertical axis: the place of a value in pixels, and the value at a place. */
interface Axis {
  (value: number): number;
  invert(place: number): number;
}

/** How close names may stand in pixels, and how low. */
interface EndNamesOptions {
  gap: number;
  lowest?: number;
  fontSize?: number;
}

/** Names beside the ends of lines, moved apart where they would overlap. */
export function endNames(ends: readonly End[], y: Axis, {gap, lowest, fontSize}: EndNamesOptions) {
  const places = spread(
    ends.map(({value}) => y(value)),
    gap,
    lowest
  );
  return Plot.text(ends, {
    x: "date",
    y: (_, index) => y.invert(places[index]!),
    text: "name",
    fill: "color",
    dx: 6,
    textAnchor: "start",
    fontWeight: 600,
    ...(fontSize !== undefined && {fontSize})
  });
}
