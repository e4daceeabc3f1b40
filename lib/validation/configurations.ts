import {candidates, type Candidate} from "../model/index.js";
import type {Inputs, TableInput} from "../sheet/index.js";
import type {Configuration} from "./case.js";

/** Batch sizes per engine that are tried: half powers of two, as fine as published curves. */
export const batches = Array.from({length: 23}, (_, i) => Math.round(2 ** (i / 2)));

/** The inputs of the model of validation for configurations by key; `assumptions` has all its other tables. */
export function configurationInputs(assumptions: Inputs, configurations: ReadonlyMap<string, Configuration>): Inputs {
  const rows = [...configurations.values()].map(({row}) => row);
  const shapes = [...configurations.values()].flatMap(({shape}) => shape ?? []);
  return {
    ...assumptions,
    language_model: extended(assumptions.language_model!, shapes),
    measurement: {keys: [...configurations.keys()], columns: columnsOf(rows)},
    ...tries([...configurations.values()].map(({candidate}) => candidate)),
    held_out: {keys: [], columns: {measurement: {values: []}, fold: {values: []}, rate: {values: []}}}
  };
}

/** The ways of serving the candidates, as inputs. */
export function tries(all: readonly Candidate[]): {serving_option: TableInput} {
  return {serving_option: candidates(all, batches)};
}

type Row = Record<string, number | string | null>;

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
