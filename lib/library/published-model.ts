import {withDerivedTables, emptyDerivedTables, type Scenario, type Source} from "../model/index.js";
import type {Inputs, Provenance, TableInput} from "../sheet/index.js";
import type {Correlation} from "../uncertainty/index.js";

/** What the models run on, as it is published: inputs, sources and scenarios, which JSON can hold. */
export interface PublishedModel {
  /** By the name of the model, `chain` or `readme`. */
  inputs: Readonly<Record<string, Inputs>>;
  sources: readonly Source[];
  scenarios: readonly Scenario[];
  /** Which uncertain inputs of the chain go together. */
  correlations: readonly Correlation[];
  /** What they depend on: model and assumptions, in hex. */
  hash: string;
}

/** As JSON: without the tables that follow from others. */
export function toJson({inputs, ...rest}: PublishedModel): string {
  return JSON.stringify({...rest, inputs: mapValues(inputs, typed)});
}

/** From JSON: ends of ranges that are no numbers come back as such, tables that follow from others are made. */
export function fromJson(value: unknown): PublishedModel {
  const published = value as PublishedModel;
  const inputs = mapValues(published.inputs, (tables) => mapValues(tables, restored));
  return {...published, inputs: {...inputs, chain: withDerivedTables({...emptyDerivedTables, ...inputs.chain})}};
}

function typed(inputs: Inputs): Inputs {
  return Object.fromEntries(Object.entries(inputs).filter(([table]) => !(table in emptyDerivedTables)));
}

function restored({keys, columns}: TableInput): TableInput {
  return {
    keys,
    columns: mapValues(columns, (column) =>
      column.provenance ? {...column, provenance: column.provenance.map(withEnds)} : column
    )
  };
}

function mapValues<V, W>(record: Readonly<Record<string, V>>, change: (value: V) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

interface PublishedRange extends Omit<Provenance, "low" | "high"> {
  low: number | null;
  high: number | null;
}

/** JSON writes NaN, the ends of what is no number, as null. */
function withEnds(range: PublishedRange | null): Provenance | null {
  return range && {...range, low: range.low ?? NaN, high: range.high ?? NaN};
}
