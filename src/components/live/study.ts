import type {PublishedTable} from "../../lib/export/published.js";
import {headlineColumns, headlineTable} from "../../lib/export/results.js";
import {driverTable, drawTable, sensitivityTable, swingTable} from "../../lib/export/uncertainty.js";
import {chain} from "../../lib/model/chain.js";
import type {Scenario} from "../../lib/model/scenario.js";
import type {Inputs} from "../../lib/sheet/inputs.js";
import type {Model} from "../../lib/sheet/model.js";
import type {Correlation} from "../../lib/uncertainty/correlation.js";
import {ranges} from "../../lib/uncertainty/range.js";
import {drawInputs} from "../../lib/uncertainty/drawn-inputs.js";
import {driversOf} from "../../lib/uncertainty/driver.js";
import {groupings, indicesIn, swapped} from "../../lib/uncertainty/factor.js";
import type {Draws} from "../../lib/uncertainty/study.js";
import {notableDrivers, swingsIn, type OutputSwings} from "../../lib/uncertainty/tornado.js";
import type {RowsOf} from "../rows/table-types.js";
import {published} from "./published-model.js";
import type {PageStudy} from "./draw-order.js";
import {drawing, type DrawOptions} from "./draws.js";
import {rowsOfScenario} from "./rows.js";
import {session} from "./session.js";

/** The uncertainty of a scenario as far as known, published or drawn here. */
export interface Studied {
  scenario: string;
  /** A headline figure month by month, with its range. */
  path: (figure: string) => RowsOf<"headline">;
  draws: () => Promise<RowsOf<"draw">>;
  swings: RowsOf<"swing">;
  drivers: RowsOf<"driver">;
  /**
   * The Sobol' indices of a headline figure, drawn here with increasing precision; it ends when stopped. Published ones
   * come from a table.
   */
  shares?: (figure: string, options: IndexOptions) => AsyncGenerator<RowsOf<"sensitivity">>;
  /** Draws so far, and in total. */
  done: number;
  all: number;
  seed: number;
}

/** Options for drawing Sobol' indices. */
export interface IndexOptions extends DrawOptions {
  /** Rows in each matrix, a power of two. */
  rows: number;
}

export interface StudyRequest {
  scenario: Scenario;
  draws: number;
  seed: number;
}

/** Draws a scenario in this browser, and yields intermediate results. */
export async function* studied({scenario, draws, seed}: StudyRequest, options: DrawOptions): AsyncGenerator<Studied> {
  const [{run}, {correlations, hash}] = await Promise.all([session(), published()]);
  const central = run(scenario);
  const {model, inputs} = central;
  const study = studyOf(inputs, scenario, {draws, seed}, correlations);
  const swings = await swingsOf(study, options);
  if (!swings) return;
  const {drivers, values} = drawInputs(chain, study);
  const kept = drivers.flatMap((driver, i) => (swings.notable.has(driver.cell) ? [{driver, i}] : []));
  const rows = <N extends string>(table: PublishedTable) => rowsOfScenario<N>(table, hash, scenario.name);
  const fixed = {
    scenario: scenario.name,
    seed,
    all: draws,
    swings: rows<"swing">(swings.table),
    drivers: rows<"driver">(driverTable({model, inputs, drivers})),
    shares: async function* (figure: string, given: IndexOptions) {
      for await (const table of sharesIn({study, model}, `economy.${figure}`, swings.found, given))
        yield rows<"sensitivity">(table);
    }
  };
  const named = kept.map(({driver}) => driver);
  const places = kept.map(({i}) => i);
  for await (const found of drawing(study, draws, options)) {
    const drawn = values(0, found.to, places);
    const table = drawTable({model, study, draws: found, drivers: named}, drawn);
    const path = (figure: string): RowsOf<"headline"> => {
      const known = ranges(study, found, [`economy.${figure}`]);
      return rows<"headline">(headlineTable([{scenario: scenario.name, run: central, ranges: known}]));
    };
    const known = Promise.resolve(rows<"draw">(table));
    yield {...fixed, path, draws: () => known, done: found.to};
  }
}

const none: readonly string[] = [];

/** The study of a scenario's headline figures in every month. */
export function studyOf(
  inputs: Inputs,
  {months, start, formulas}: Scenario,
  design: {draws: number; seed: number},
  correlations: readonly Correlation[]
): PageStudy {
  const at = Array.from({length: months}, (_, month) => month);
  return {
    inputs,
    formulas,
    months,
    start,
    design: {spread: "latin", ...design},
    correlations,
    outputs: headlineColumns,
    at,
    series: none
  };
}

/** Each driver's one-at-a-time effects in the first and last month. */
async function swingsOf(study: PageStudy, {signal}: DrawOptions): Promise<Swings | undefined> {
  const ends: PageStudy = {...study, scheme: {kind: "ends"}, at: bothEnds(study)};
  const {drivers, draws: all} = drawInputs(chain, ends);
  const known = swung.get(study.inputs);
  if (known) return known;
  const draws = await complete(ends, all, signal ? {signal} : {});
  if (!draws) return undefined;
  const found = swingsIn(ends, drivers, draws);
  const made = {found, table: swingTable({study: ends, swings: found}), notable: notableDrivers(found)};
  swung.set(study.inputs, made);
  return made;
}

interface Swings {
  found: readonly OutputSwings[];
  table: PublishedTable;
  notable: ReadonlySet<string>;
}

/** Cached, because swings do not depend on the draws. */
const swung = new WeakMap<Inputs, Swings>();

/**
 * The Sobol' indices of one output in the first and last month, for the same factors as in the published tables and the
 * command line: first with a quarter of the rows, then with all.
 */
async function* sharesIn(
  {study, model}: {study: PageStudy; model: Model},
  output: string,
  swings: readonly OutputSwings[],
  {rows: all, ...options}: IndexOptions
): AsyncGenerator<PublishedTable> {
  const {inputs, outputs, correlations, design} = study;
  const own = swings.filter((one) => one.output === output);
  const grouped = groupings({model, inputs}, driversOf(model, inputs, outputs), own, correlations);
  const factors = swapped(grouped);
  for (const rows of [all / 4, all]) {
    const swaps: PageStudy = {
      ...study,
      design: {spread: "sobol", draws: rows, seed: design.seed},
      scheme: {kind: "swaps", factors},
      at: bothEnds(study)
    };
    const draws = await complete(swaps, rows * (factors.length + 2), options);
    if (!draws) return;
    yield sensitivityTable({study: swaps, indices: indicesIn(swaps, grouped, draws)});
  }
}

function bothEnds({months}: PageStudy): number[] {
  return [...new Set([0, months - 1])];
}

/** All draws of a study; undefined if stopped. */
async function complete(study: PageStudy, all: number, options: DrawOptions): Promise<Draws | undefined> {
  for await (const draws of drawing(study, all, options)) if (draws.to === all) return draws;
  return undefined;
}
