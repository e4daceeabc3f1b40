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

/** The uncertain inputs of a study to run. */
export interface StudyInputs extends DrawnInputs {
  /** Values of all drivers in some draws. */
  valuesOf: (draws: Int32Array) => readonly Float64Array[];
  /** Draws this far apart have the same inputs, except for those that are swapped or moved. */
  alike: number;
}

/** Draws the uncertain inputs of a study, without running the model. */
export function drawInputs(model: Model, study: Study): DrawnInputs {
  return inputsIn(overrideFormulas(model, study.formulas ?? []), study);
}

/** As `drawInputs`, for a model that already contains the study's formulas. */
export function inputsIn(model: Model, study: Study): StudyInputs {
  const {inputs, scheme} = study;
  const outputs = wantedColumns(model, study);
  const known = driversOf(model, inputs, outputs);
  const moved =
    scheme?.kind === "variants" ? certainCells(model, inputs, scheme.variants, {drivers: known, outputs}) : [];
  const drivers = [...known, ...moved];
  const {draws, alike = draws, source} = schemed(model, study, drivers);
  const all = [...drivers.keys()];
  return {
    drivers,
    draws,
    alike,
    values: (from, to, places = all) =>
      source(
        Int32Array.from({length: to - from}, (_, i) => from + i),
        places
      ),
    valuesOf: (draws) => source(draws, all)
  };
}

/** The columns of a study's outputs and series. */
export function wantedColumns(model: Model, {inputs, outputs, series}: Study): string[] {
  return [...new Set([...outputs.map((output) => resolve({model, inputs}, output).column.id), ...series])];
}

/** Values of the drivers at some indices, in some draws. */
type Source = (draws: Int32Array, places: readonly number[]) => Float64Array[];

/** Draws of a scheme, and how far those with the same inputs but for one change are apart. */
interface Schemed {
  draws: number;
  alike?: number;
  source: Source;
}

function schemed(model: Model, study: Study, drivers: readonly Driver[]): Schemed {
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
      const alike = design.draws + 1;
      const draws = scheme.variants.length * alike;
      return {draws, alike, source: (draws, places) => pickedFrom(source(draws), places)};
    }
    case "swaps": {
      const source = sampled(mixed(scheme.factors, design, names, places()), quantiles, bundled);
      return {
        draws: design.draws * (scheme.factors.length + 2),
        alike: design.draws,
        source: recombined(source, names.length, {...scheme, bundled, rows: design.draws})
      };
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

/** The matrices of a scheme that swaps factors: rows of each, and what is correlated. */
interface Matrices {
  factors: readonly (readonly number[])[];
  bundled: readonly Bundle[];
  rows: number;
}

/**
 * The same values in less time: matrices A and B are kept in the last rows, as all others consist of their columns. A
 * factor that splits a bundle would change its other members.
 */
function recombined(source: Source, count: number, {factors, bundled, rows}: Matrices): Source {
  const swaps = factors.map((factor) => new Set(factor));
  const splits = swaps.some((factor) =>
    bundled.some(({members}) => new Set(members.map((i) => factor.has(i))).size > 1)
  );
  if (splits) return source;
  const all = Array.from({length: count}, (_, i) => i);
  let known = {rows: "", a: [] as Float64Array[], b: [] as Float64Array[]};
  return (draws, places) => {
    const matrix = Math.floor(draws[0]! / rows);
    if (places.length < count || draws.some((draw) => Math.floor(draw / rows) !== matrix)) return source(draws, places);
    const own = draws.map((draw) => draw % rows);
    const [a, b] = [own, own.map((row) => rows + row)];
    if (known.rows !== own.join()) known = {rows: own.join(), a: source(a, all), b: source(b, all)};
    const isSwapped = (i: number): boolean => matrix === 1 || (swaps[matrix - 2]?.has(i) ?? false);
    return places.map((i) => (isSwapped(i) ? known.b : known.a)[i]!);
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
