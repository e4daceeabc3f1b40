import type {PublishedTable} from "../export/published.js";
import {casesAt, type Sweep} from "./resolve.js";

/** One row per point of a sweep: its value on each axis. */
export function pointTable(sweep: Sweep): PublishedTable {
  const axes = [...sweep.structural, ...sweep.numeric];
  const cases = Array.from({length: sweep.points}, (_, point) => casesAt(sweep, point));
  return {
    name: "points",
    description: "Combinations of the axes.",
    cells: {kind: "none"},
    columns: [
      {
        name: "point",
        type: "number",
        unit: "1",
        description: "Number of the combination",
        values: cases.map((_, point) => point)
      },
      ...axes.map(({name, cases: axisCases}, i) => ({
        name,
        type: axisCases.every(({label}) => typeof label === "number") ? ("number" as const) : ("text" as const),
        unit: "",
        description: `Axis ${name}`,
        values: cases.map((combination) => combination[i]!.label)
      }))
    ]
  };
}
