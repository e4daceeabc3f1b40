import {candidates, type Candidate} from "../model/index.js";
import type {Inputs, TableInput} from "../sheet/index.js";
import type {Configuration} from "./configure.js";
import {pow} from "../sheet/power.js";

/** Batch sizes per engine that are tried: quarter powers of two, finer than published curves. */
const batches = [...new Set(Array.from({length: 45}, (_, i) => Math.round(pow(2, i / 4))))];

/** The inputs of the model of validation for configurations by key; `assumptions` has all its other tables. */
export function configurationInputs(assumptions: Inputs, configurations: ReadonlyMap<string, Configuration>): Inputs {
  const rows = [...configurations.values()].map(({row}) => row);
  const shapes = [...configurations.values()].flatMap(({shape}) => shape ?? []);
  return {
    ...assumptions,
    language_model: extended(assumptions.language_model!, shapes),
    measurement: {keys: [...configurations.keys()], columns: columnsOf(rows)},
    serving_option: candidates(
      [...configurations.values()].map(({candidate}) => candidate),
      batches
    ),
    held_out: {keys: [], columns: {measurement: {values: []}, fold: {values: []}, rate: {values: []}}}
  };
}

/** The inputs of the model of validation with some of its measurements, and the ways of serving these. */
export function measuredInputs(inputs: Inputs, wanted: (key: string) => boolean = () => true): Inputs {
  const {keys, columns} = inputs.measurement!;
  const rows = keys.flatMap((key, row) => (wanted(key) ? [row] : []));
  const kept = Object.entries(columns).map(([name, {values}]) => [name, {values: rows.map((row) => values[row]!)}]);
  const table: TableInput = {
    keys: rows.map((row) => keys[row]!),
    columns: Object.fromEntries(kept) as TableInput["columns"]
  };
  const models = inputs.language_model!;
  const experts = (model: unknown): boolean =>
    Number(models.columns.experts!.values[models.keys.indexOf(model as string)]) > 1;
  const all = table.keys.map((key, i) => {
    const row = Object.fromEntries(Object.entries(table.columns).map(([name, {values}]) => [name, values[i] ?? null]));
    return candidateOf(key, row, experts(row.language_model));
  });
  return {...inputs, measurement: table, serving_option: candidates(all, batches)};
}

/**
 * The ways of serving a measurement: as it states; where it gives no split, any size of replica, and beyond a server of
 * eight with prefill apart. More accelerators than the split take groups of layers, or replicas beyond eight.
 */
export function candidateOf(key: string, row: Row, experts: boolean, disaggregated?: boolean | null): Candidate {
  const accelerators = Number(row.accelerators);
  const {tensor, stated_ranks: ranks, expert_split: expertSplit, requests} = numbersIn(row);
  const batch = batchOf(row, accelerators);
  const replicas = tensor !== undefined && (accelerators > 8 || batch !== undefined);
  return {
    key,
    accelerators: replicas ? tensor : accelerators,
    ...(tensor !== undefined && ranks === undefined && {tensor}),
    ...(ranks !== undefined && {ranks}),
    ...(expertSplit !== undefined && {expertSplit}),
    ...(batch && {batch}),
    ...(requests !== undefined && {most: (replica) => Math.max(1, Math.round((requests * replica) / accelerators))}),
    experts,
    disaggregated:
      disaggregated ?? (tensor === undefined && ranks === undefined && batch === undefined && accelerators > 8)
  };
}

/** The numbers of a row that has them. */
function numbersIn(row: Row): Partial<Record<string, number>> {
  const given = Object.entries(row).filter(([, value]) => typeof value === "number");
  return Object.fromEntries(given) as Partial<Record<string, number>>;
}

function batchOf({phase, concurrency}: Row, accelerators: number): Candidate["batch"] {
  if (phase === "prefill") return () => 1;
  if (concurrency === null) return undefined;
  return phase === "decode"
    ? (replica) => Number(concurrency) * replica
    : (replica) => Math.max(1, (Number(concurrency) * replica) / accelerators);
}

/** A row of `measurement`, by column. */
export type Row = Record<string, number | string | null>;

function columnsOf(rows: readonly Row[]): TableInput["columns"] {
  const names = Object.keys(rows[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, {values: rows.map((row) => row[name] ?? null)}]));
}

function extended({keys, columns}: TableInput, rows: readonly (Row & {key: string})[]): TableInput {
  return {
    keys: [...keys, ...rows.map(({key}) => key)],
    columns: Object.fromEntries(
      Object.entries(columns).map(([name, {values}]) => [
        name,
        {values: [...values, ...rows.map((row) => row[name] ?? null)]}
      ])
    )
  };
}
