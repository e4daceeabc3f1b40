import * as Plot from "@observablehq/plot";
import type {Origin} from "../../components/inspector/origin.js";

/** A part of what there is in a year. */
export interface YearPart {
  year: string;
  part: string;
  value: number;
  color: string;
  note: string;
  origin?: Origin | undefined;
}

export interface StackedYearsOptions {
  width: number;
  format: (value: number) => string;
}

/** A column a year, divided into its parts from the oldest up; parts are named above, in their colours. */
export function stackedYears(parts: readonly YearPart[], {width, format}: StackedYearsOptions) {
  const names = [...new Map(parts.map(({part, color}) => [part, color]))];
  return Plot.plot({
    width,
    height: 280,
    marginLeft: 52,
    x: {type: "band", label: null, domain: [...new Set(parts.map(({year}) => year))], padding: 0.25},
    y: {label: null, grid: true, tickFormat: format, ticks: 5, tickSize: 0, zero: true},
    color: {type: "ordinal", domain: names.map(([name]) => name), range: names.map(([, color]) => color), legend: true},
    marks: [
      Plot.barY(parts, Plot.stackY({x: "year", y: "value", z: "part", fill: "part", order: null, insetTop: 0.5})),
      Plot.ruleY([0]),
      Plot.tip(parts, Plot.pointer(Plot.stackY({x: "year", y: "value", z: "part", order: null, title: "note"})))
    ]
  });
}
