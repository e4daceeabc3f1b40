import type {Model} from "../sheet/index.js";
import {independent, type Correlation} from "./correlation.js";
import type {Driver} from "./driver.js";
import {outputOf} from "./range.js";
import {sobolIndices, type SobolIndices} from "./saltelli.js";
import type {Draws, Study} from "./study.js";

/** Drivers that are swapped together, by their place in the list: what Sobol' indices are of. */
export interface Factor {
  /** A driver's cell, the column that correlated drivers share, or their cells. */
  factor: string;
  title: string;
  members: readonly number[];
}

/** Notable drivers (cells) one by one, but for correlated ones, which are swapped together; and all others together. */
export function factorsOf(
  model: Model,
  drivers: readonly Driver[],
  notable: ReadonlySet<string>,
  correlations: readonly Correlation[]
): Factor[] {
  const groups = independent(drivers, correlations);
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

/** The Sobol' indices of an output (`table.column`) in a month, factor by factor. */
export interface OutputIndices {
  output: string;
  month: number;
  factors: readonly (SobolIndices & Pick<Factor, "factor" | "title">)[];
}

/** The indices of a study's outputs; its draws are `swaps` of the factors. */
export function indicesIn(study: Study, factors: readonly Factor[], draws: Draws): OutputIndices[] {
  const named = factors.map(({factor, title}) => ({factor, title}));
  return study.outputs.flatMap((output) =>
    study.at.map((month) => {
      const indices = sobolIndices(outputOf(study, draws, output, month), study.design.draws);
      return {output, month, factors: indices.map((index, i) => ({...index, ...named[i]!}))};
    })
  );
}

function nameOf(model: Model, drivers: readonly Driver[]): {factor: string; title: string} {
  const columns = [...new Set(drivers.map(({column}) => column))];
  const title = columns.map((column) => model.columns.get(column)!.doc).join("; ");
  const together = drivers.length > 1 && columns.length === 1;
  return {factor: together ? columns[0]!.replace(".", "[*].") : drivers.map(({cell}) => cell).join(", "), title};
}
