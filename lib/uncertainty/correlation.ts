import {InputError, JUDGEMENT, resolveInputs, unknown, type Inputs, type Model} from "../sheet/index.js";
import {checkKeys, failCell, parseCsv, placeOf, type Cell} from "../sheet/csv.js";
import type {Driver} from "./driver.js";
import {normalQuantile, normalShare} from "./special.js";

/** The rank correlation of two inputs, or of every pair of rows of a column. */
export interface Correlation {
  key: string;
  /** Cells, `table[row].column` or `table.column`; `table[*].column` is every row. */
  first: string;
  second: string;
  /** Spearman's rank correlation. */
  rank_correlation: number;
  source: string;
  note: string;
  place: string;
}

/** Reads `correlation.csv` (`key,first,second,rank_correlation,source,note`). Throws an `InputError` with the place. */
export function readCorrelations(text: string, file: string, sources: ReadonlySet<string>): Correlation[] {
  const csv = parseCsv(text, file);
  for (const header of ["key", "first", "second", "rank_correlation", "source", "note"])
    if (!csv.headers.includes(header))
      throw new InputError(`${file}:1: the column "${header}" is missing: add it to the header`);
  checkKeys(csv);
  return csv.records.map((record) => {
    const {key, first, second, rank_correlation: strength, source, note} = record as Record<string, Cell> & {key: Cell};
    for (const cell of [first!, second!])
      if (!pattern.test(cell.text))
        failCell(cell, "is not a cell", "use table[row].column, table[*].column or parameter.name");
    const value = Number(strength!.text);
    if (strength!.text === "" || !(value > -1 && value < 1))
      failCell(strength!, "is not a rank correlation", "use a number between -1 and 1, exclusive");
    for (const id of source!.text.split(";").map((id) => id.trim()))
      if (!sources.has(id)) unknown(placeOf(source!), "source", id, sources);
    if (source!.text === JUDGEMENT && note!.text === "") failCell(note!, "a judgement needs a note", "say why");
    return {
      key: key.text,
      first: first!.text,
      second: second!.text,
      rank_correlation: value,
      source: source!.text,
      note: note!.text,
      place: `${file}:${key.line}`
    };
  });
}

/** Throws an `InputError` for a correlation of a cell that the model does not have. */
export function checkCorrelations(model: Model, inputs: Inputs, correlations: readonly Correlation[]): void {
  for (const {first, second, place} of correlations)
    for (const cell of [first, second]) resolveInputs({model, inputs}, cell, place);
}

/** Correlated drivers: their indices in the list, and the Cholesky factor of their correlation, row by row. */
export interface Bundle {
  members: number[];
  factor: number[][];
}

/**
 * Bundles of drivers that are correlated, directly or through others. Throws an `InputError` for an unknown cell (it
 * need not be a driver) or contradictory correlations.
 */
export function bundles(drivers: readonly Driver[], correlations: readonly Correlation[]): Bundle[] {
  const links = correlations.flatMap((correlation) => linksOf(drivers, correlation));
  const root = drivers.map((_, i) => i);
  const find = (i: number): number => (root[i] === i ? i : find(root[i]!));
  for (const {a, b} of links) root[find(a)] = find(b);
  const roots = [...new Set(links.map(({a}) => find(a)))];
  return roots.map((bundleRoot) => {
    const members = drivers.flatMap((_, i) => (find(i) === bundleRoot ? [i] : []));
    const own = links.filter(({a}) => find(a) === bundleRoot);
    return {members, factor: cholesky(matrix(members, own), own)};
  });
}

/** Independent groups of drivers, by index: each bundle, and every other driver alone. */
export function independent(drivers: readonly Driver[], correlations: readonly Correlation[]): number[][] {
  const together = bundles(drivers, correlations).map(({members}) => members);
  const rest = drivers.map((_, i) => i).filter((i) => !together.some((members) => members.includes(i)));
  return [...together, ...rest.map((i) => [i])];
}

/** Correlates independent uniform numbers of a bundle's members, in place: a Gaussian copula. */
export function correlate({members, factor}: Bundle, uniform: Float64Array[], count: number): void {
  const deviates = new Float64Array(members.length);
  for (let draw = 0; draw < count; ++draw) {
    members.forEach((member, i) => (deviates[i] = normalQuantile(uniform[member]![draw]!)));
    members.forEach((member, i) => {
      let sum = 0;
      for (let k = 0; k <= i; ++k) sum += factor[i]![k]! * deviates[k]!;
      uniform[member]![draw] = normalShare(sum);
    });
  }
}

/**
 * Rearranges values into the rank order of others (Iman and Conover 1982). A Latin hypercube whose columns take the
 * order of correlated ones keeps one draw in each stratum.
 */
export function inOrderOf(values: Float64Array, other: Float64Array): Float64Array {
  const sorted = values.toSorted();
  const places = Uint32Array.from(other.keys()).sort((a, b) => other[a]! - other[b]! || a - b);
  const ordered = new Float64Array(values.length);
  places.forEach((place, rank) => (ordered[place] = sorted[rank]!));
  return ordered;
}

const pattern = /^[a-z_0-9]+(\[[^\]]+\])?\.[a-z_0-9]+$/;

interface Link {
  a: number;
  b: number;
  strength: number;
  place: string;
}

function linksOf(drivers: readonly Driver[], {first, second, rank_correlation: strength, place}: Correlation): Link[] {
  const left = matching(drivers, first);
  const right = matching(drivers, second);
  return left.flatMap((a) =>
    right.flatMap((b) => (a === b || (first === second && a > b) ? [] : [{a, b, strength, place}]))
  );
}

function matching(drivers: readonly Driver[], cell: string): number[] {
  const [start, end] = cell.split("*");
  return drivers.flatMap((driver, i) =>
    end === undefined
      ? driver.cell === cell
        ? [i]
        : []
      : driver.cell.startsWith(start!) && driver.cell.endsWith(end)
        ? [i]
        : []
  );
}

/** The correlation of normal deviates that yields a given rank correlation: 2 sin(pi r / 6) (Pearson 1907). */
function matrix(members: readonly number[], links: readonly Link[]): number[][] {
  const rows = members.map((_, i) => members.map((_, k): number => (i === k ? 1 : 0)));
  for (const {a, b, strength} of links) {
    const i = members.indexOf(a);
    const k = members.indexOf(b);
    rows[i]![k] = rows[k]![i] = 2 * Math.sin((Math.PI * strength) / 6);
  }
  return rows;
}

function cholesky(rows: readonly (readonly number[])[], [link]: readonly Link[]): number[][] {
  const factor: number[][] = [];
  rows.forEach((row, i) => {
    const out: number[] = [];
    factor.push(out);
    for (let k = 0; k <= i; ++k) {
      const rest = row[k]! - out.reduce((sum, value, j) => sum + value * (factor[k]![j] ?? 0), 0);
      if (k === i && !(rest > 1e-12))
        throw new InputError(
          `${link!.place}: the correlations of these inputs contradict each other: bring them nearer to 0, or add ` +
            `the missing ones`
        );
      out.push(k === i ? Math.sqrt(rest) : rest / factor[k]![k]!);
    }
  });
  return factor;
}
