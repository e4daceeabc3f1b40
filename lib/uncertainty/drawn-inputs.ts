import {overrideFormulas, resolve, type Inputs, type Model} from "../sheet/index.js";
import {bundles, correlate, inOrderOf, type Bundle} from "./correlation.js";
import {quantileOf, type Quantile} from "./distribution.js";
import {distributionOf, driversOf, type Driver} from "./driver.js";
import {mixed} from "./saltelli.js";
import {uniforms, type Uniform} from "./sampler.js";
import type {Study} from "./study.js";
import {certainCells, varied} from "./variant.js";

/** The uncertain inputs of a study in its draws. */
export interface DrawnInputs {
  drivers: readonly Driver[];
  /** Number of draws. */
  draws: number;
  /** Values of all drivers, or of those at some indices, in part of the draws: driver by driver. */
  values: (from: number, to: number, places?: readonly number[]) => Float64Array[];
}

/** Draws the uncertain inputs of a study, without running the model. */
export function drawInputs(model: Model, study: Study): DrawnInputs {
  return inputsIn(overrideFormulas(model, study.formulas ?? []), study);
}

/** As `drawInputs`, for a model that already contains the study's formulas. */
export function inputsIn(model: Model, study: Study): DrawnInputs {
  const {inputs, scheme} = study;
  const outputs = wantedColumns(model, study);
  const known = driversOf(model, inputs, outputs);
  const moved =
    scheme?.kind === "variants" ? certainCells(model, inputs, scheme.variants, {drivers: known, outputs}) : [];
  const drivers = [...known, ...moved];
  const {draws, source} = schemed(model, study, drivers);
  return {
    drivers,
    draws,
    values: (from, to, places = drivers.map((_, i) => i)) =>
      source(
        Int32Array.from({length: to - from}, (_, i) => from + i),
        places
      )
  };
}

/** The columns of a study's outputs and series. */
export function wantedColumns(model: Model, {inputs, outputs, series}: Study): string[] {
  return [...new Set([...outputs.map((output) => resolve({model, inputs}, output).column.id), ...series])];
}

/** Values of the drivers at some indices, in some draws. */
type Source = (draws: Int32Array, places: readonly number[]) => Float64Array[];

function schemed(model: Model, study: Study, drivers: readonly Driver[]): {draws: number; source: Source} {
  const {design, scheme, correlations} = study;
  const names = drivers.map(({cell}) => cell);
  const places = () => placesOf(model, study.inputs, names);
  const quantiles = drivers.map((driver) => quantileOf(distributionOf(model, driver)));
  const bundled = bundles(drivers, correlations);
  const designed = (): Source =>
    design.spread === "latin"
      ? sampled(stratified(uniforms(design, names), bundled, design.draws), quantiles, [])
      : sampled(uniforms(design, names, places().dimensions), quantiles, bundled);
  switch (scheme?.kind) {
    case "ends":
      return {draws: 2 * names.length + 1, source: ends(drivers)};
    case "variants": {
      const everyDraw = Int32Array.from({length: design.draws}, (_, i) => i);
      const base = designed()(everyDraw, [...names.keys()]);
      const source = varied(drivers, base, scheme.variants, design);
      const draws = scheme.variants.length * (design.draws + 1);
      return {draws, source: (draws, places) => pickedFrom(source(draws), places)};
    }
    case "swaps": {
      const source = sampled(mixed(scheme.factors, design, names, places()), quantiles, bundled);
      return {draws: design.draws * (scheme.factors.length + 2), source};
    }
    default:
      return {draws: design.draws, source: designed()};
  }
}

/** The indices of cells among all uncertain ones, so that their draws do not depend on the requested outputs. */
function placesOf(model: Model, inputs: Inputs, cells: readonly string[]): {dimensions: number[]; count: number} {
  const uncertain = driversOf(model, inputs, [...model.columns.keys()]).map(({cell}) => cell);
  const place = new Map([...new Set([...uncertain, ...cells])].map((cell, i) => [cell, i]));
  return {dimensions: cells.map((cell) => place.get(cell)!), count: place.size};
}

function pickedFrom(values: readonly Float64Array[], places: readonly number[]): Float64Array[] {
  return places.map((i) => values[i]!);
}

function sampled(uniform: readonly Uniform[], quantile: readonly Quantile[], bundled: readonly Bundle[]): Source {
  return (draws, places) => {
    const chosen = new Set(places);
    const used = bundled.filter(({members}) => members.some((i) => chosen.has(i)));
    for (const {members} of used) for (const i of members) chosen.add(i);
    const drawn: Float64Array[] = [];
    for (const i of chosen) drawn[i] = mapTyped(draws, uniform[i]!);
    for (const bundle of used) correlate(bundle, drawn, draws.length);
    return places.map((i) => mapTyped(drawn[i]!, quantile[i]!));
  };
}

/** Uniform numbers, correlated within bundles, that keep one draw in each stratum, for any part of the draws. */
function stratified(uniform: readonly Uniform[], bundled: readonly Bundle[], draws: number): Uniform[] {
  const joined = [...uniform];
  for (const bundle of bundled) {
    let columns: readonly Float64Array[] | undefined;
    bundle.members.forEach((member, i) => {
      joined[member] = (draw) => (columns ??= strataOf(bundle, uniform, draws))[i]![draw]!;
    });
  }
  return joined;
}

function strataOf(bundle: Bundle, uniform: readonly Uniform[], draws: number): Float64Array[] {
  const all = Int32Array.from({length: draws}, (_, i) => i);
  const drawn = uniform.map((number, i) => (bundle.members.includes(i) ? mapTyped(all, number) : new Float64Array(0)));
  const strata = bundle.members.map((member) => drawn[member]!.slice());
  correlate(bundle, drawn, draws);
  return bundle.members.map((member, i) => inOrderOf(strata[i]!, drawn[member]!));
}

/** A typed array's own `map` in a fraction of the time. */
function mapTyped(values: Int32Array | Float64Array, f: (value: number) => number): Float64Array {
  const mapped = new Float64Array(values.length);
  for (let i = 0; i < mapped.length; ++i) mapped[i] = f(values[i]!);
  return mapped;
}

function ends(drivers: readonly Driver[]): Source {
  return (draws, places) =>
    places.map((i) => {
      const {low, central, high} = drivers[i]!;
      return Float64Array.from(draws, (draw) => (draw === 2 * i ? low : draw === 2 * i + 1 ? high : central));
    });
}
