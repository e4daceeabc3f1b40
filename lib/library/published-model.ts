import {withDerivedTables, emptyDerivedTables, type Scenario, type Source} from "../model/index.js";
import type {Inputs, Provenance, TableInput} from "../sheet/index.js";
import type {Correlation} from "../uncertainty/index.js";

/** Everything that the models need to run, as JSON-compatible data: inputs, sources and scenarios. */
export interface PublishedModel {
  /** By model, `chain` or `readme`. */
  inputs: Readonly<Record<string, Inputs>>;
  sources: readonly Source[];
  scenarios: readonly Scenario[];
  /** Correlations between uncertain inputs of the chain. */
  correlations: readonly Correlation[];
  /** Hash of model and assumptions, in hex. */
  hash: string;
}

/** Writes JSON, without derived tables. */
export function toJson({inputs, ...rest}: PublishedModel): string {
  return JSON.stringify({...rest, inputs: mapValues(inputs, typed)});
}

/** Reads JSON: restores missing ends of ranges and adds derived tables. */
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

/** JSON writes NaN, the end of a range that is not a number, as null. */
function withEnds(range: PublishedRange | null): Provenance | null {
  return range && {...range, low: range.low ?? NaN, high: range.high ?? NaN};
}
