import {monthsOf, type Inputs, type TableInput} from "../sheet/index.js";
import {deploymentOptions} from "./candidates.js";
import {tranches} from "./tranche.js";

/**
 * The inputs with the tables whose rows follow from others': the ways of serving a deployment (`serving_option`), a
 * cluster with every kind of accelerator that it holds or can come to buy (`fleet`), the pairs of request streams that
 * share a cluster (`rival`), who may rent from whom when work moves (`trade`), and the books of companies. Call it
 * again after a change of the tables that they follow from. Inputs of a model without these tables stay as they are.
 */
export function withDerivedTables(inputs: Inputs): Inputs {
  if (!Object.keys(emptyDerivedTables).every((table) => table in inputs)) return inputs;
  return {
    ...inputs,
    serving_option: deploymentOptions(inputs),
    fleet: fleets(inputs),
    rival: rivals(inputs),
    trade: trades(inputs),
    neocloud_statement: oneEach("neocloud", inputs),
    provider_statement: oneEach("provider", inputs),
    application_statement: oneEach("application", inputs),
    tranche: tranches(inputs.neocloud!.keys)
  };
}

/** A date before all months of a run. */
const always = monthsOf("2000-01");

/** What is typed into the tables of pairs that `withDerivedTables` fills. */
const columns = {
  fleet: ["cluster", "accelerator", "present", "from", "order"],
  trade: ["provider", "neocloud"],
  rival: ["routing", "rival", "first"]
} as const;

/** The tables that `withDerivedTables` fills, without rows. */
export const emptyDerivedTables: Inputs = {
  serving_option: deploymentOptions({}),
  fleet: fromRecords([], columns.fleet),
  rival: fromRecords([], columns.rival),
  trade: fromRecords([], columns.trade),
  neocloud_statement: oneEach("neocloud", {}),
  provider_statement: oneEach("provider", {}),
  application_statement: oneEach("application", {}),
  tranche: tranches([])
};

/** A row for each key of another table, which its column of that table's name refers to. */
function oneEach(table: string, inputs: Inputs): TableInput {
  const keys = inputs[table]?.keys ?? [];
  return {keys: [...keys], columns: {[table]: {values: [...keys]}}};
}

function fleets(inputs: Inputs): TableInput {
  const later = records(inputs, "generation", ["accelerator", "from", "order"]);
  return fromRecords(
    records(inputs, "cluster", ["accelerator"]).flatMap(({key, accelerator}) => [
      {key: `${key}-start`, cluster: key, accelerator, present: 1, from: always, order: 0},
      ...later.map((kind) => ({...kind, key: `${key}-${kind.key}`, cluster: key, present: 0}))
    ]),
    columns.fleet
  );
}

function trades(inputs: Inputs): TableInput {
  return fromRecords(
    inputs.provider!.keys.flatMap((provider) =>
      inputs.neocloud!.keys.map((neocloud) => ({key: `${provider}-${neocloud}`, provider, neocloud}))
    ),
    columns.trade
  );
}

function rivals(inputs: Inputs): TableInput {
  const clusterOf = new Map(records(inputs, "deployment", ["cluster"]).map(({key, cluster}) => [key, cluster]));
  const streams = records(inputs, "routing", ["deployment"]).map(({key, deployment}, order) => ({
    key,
    order,
    cluster: clusterOf.get(String(deployment))
  }));
  return fromRecords(
    streams.flatMap((stream) =>
      streams
        .filter(({key, cluster}) => cluster === stream.cluster && key !== stream.key)
        .map((other) => ({
          key: `${stream.key}-${other.key}`,
          routing: stream.key,
          rival: other.key,
          first: other.order < stream.order ? 1 : 0
        }))
    ),
    columns.rival
  );
}

type Value = number | string | null;

function records<K extends string>(inputs: Inputs, table: string, names: readonly K[]) {
  const {keys, columns: typed} = inputs[table]!;
  return keys.map((key, row) => ({
    key,
    ...(Object.fromEntries(names.map((name) => [name, typed[name]!.values[row]!])) as Record<K, Value>)
  }));
}

function fromRecords<K extends string>(
  rows: readonly (Record<NoInfer<K>, Value> & {key: string})[],
  names: readonly K[]
): TableInput {
  return {
    keys: rows.map(({key}) => key),
    columns: Object.fromEntries(names.map((name) => [name, {values: rows.map((row) => row[name])}]))
  };
}
