import type {Inputs, Model} from "../sheet/index.js";
import {independent, type Correlation} from "./correlation.js";
import {driversOf, type Driver} from "./driver.js";
import {outputOf} from "./range.js";
import {sobolIndices, type SobolIndices} from "./sobol-indices.js";
import type {Draws, Study} from "./study.js";
import {notableDrivers, type OutputSwings} from "./tornado.js";

/** Drivers that are swapped together, by index: the unit of Sobol' indices. */
export interface Factor {
  /** A driver's cell, the column that correlated drivers share, or their cells. */
  factor: string;
  title: string;
  members: readonly number[];
}

/** The factors whose indices are computed for one output (`table.column`). */
export interface Grouping {
  output: string;
  factors: readonly Factor[];
}

/**
 * The factors of each output with swings: the drivers that move it most, by index, one by one except for correlated
 * ones, which are swapped together; and all its other drivers together. Swings need no draws, so an output's factors do
 * not depend on the seed or on other outputs.
 */
export function groupings(
  {model, inputs}: {model: Model; inputs: Inputs},
  drivers: readonly Driver[],
  swings: readonly OutputSwings[],
  correlations: readonly Correlation[]
): Grouping[] {
  const groups = independent(drivers, correlations);
  return [...new Set(swings.map(({output}) => output))].map((output) => {
    const own = swings.filter((one) => one.output === output);
    const reached = new Set(driversOf(model, inputs, [output]).map(({cell}) => cell));
    const within = groups.filter((group) => group.some((i) => reached.has(drivers[i]!.cell)));
    return {output, factors: factorsOf(model, drivers, within, notableDrivers(own))};
  });
}

function factorsOf(
  model: Model,
  drivers: readonly Driver[],
  groups: readonly number[][],
  notable: ReadonlySet<string>
): Factor[] {
  const single = groups.filter((group) => group.some((i) => notable.has(drivers[i]!.cell)));
  const rest = groups.filter((group) => !single.includes(group)).flat();
  const named = single.map((members) => ({
    members,
    ...nameOf(
      model,
      members.map((i) => drivers[i]!)
    )
  }));
  const others = {factor: "others", title: `All ${rest.length} other uncertain assumptions`, members: rest};
  return rest.length > 0 ? [...named, others] : named;
}

/** The distinct members of all factors in some groupings, as the scheme `swaps` takes them. */
export function swapped(grouped: readonly Grouping[]): (readonly number[])[] {
  const members = grouped.flatMap(({factors}) => factors.map((factor) => factor.members));
  return [...new Map(members.map((list) => [list.join(), list])).values()];
}

/** The Sobol' indices of an output (`table.column`) in a month, factor by factor. */
export interface OutputIndices {
  output: string;
  month: number;
  /** Rows in each matrix, and the seed of their draws. */
  rows: number;
  seed: number;
  factors: readonly (SobolIndices & Pick<Factor, "factor" | "title">)[];
}

/** The indices of each grouping's output; the study's draws are `swaps` of the groupings' members. */
export function indicesIn(study: Study, grouped: readonly Grouping[], draws: Draws): OutputIndices[] {
  const {draws: rows, seed} = study.design;
  const place = new Map(swapped(grouped).map((members, i) => [members.join(), i + 2]));
  return grouped.flatMap(({output, factors}) =>
    study.at.map((month) => {
      const matrices = [0, 1, ...factors.map(({members}) => place.get(members.join())!)];
      const indices = sobolIndices(matricesOf(outputOf(study, draws, output, month), rows, matrices), rows);
      return {output, month, rows, seed, factors: factors.map((factor, i) => ({...factor, ...indices[i]!}))};
    })
  );
}

function matricesOf(values: Float64Array, rows: number, places: readonly number[]): Float64Array {
  const chosen = new Float64Array(rows * places.length);
  places.forEach((place, i) => chosen.set(values.subarray(place * rows, (place + 1) * rows), i * rows));
  return chosen;
}

function nameOf(model: Model, drivers: readonly Driver[]): {factor: string; title: string} {
  const columns = [...new Set(drivers.map(({column}) => column))];
  const title = columns.map((column) => model.columns.get(column)!.doc).join("; ");
  const together = drivers.length > 1 && columns.length === 1;
  return {factor: together ? columns[0]!.replace(".", "[*].") : drivers.map(({cell}) => cell).join(", "), title};
}
