import {monthsOf, type Inputs, type TableInput} from "../sheet/index.js";

/** The batch sizes that every deployment is tried at: powers of two, the spacing of published benchmarks. */
export const batches = [1, 2, 4, 8, 16, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024];

/**
 * The inputs with the tables whose rows follow from others': a deployment at every batch size (`serving_option`), a
 * cluster with every kind of accelerator that it holds or can come to buy (`fleet`), and the pairs of request streams
 * that share a cluster (`rival`). Call it again after a change of the tables that they follow from. The inputs of a model
 * without these tables stay as they are.
 */
export function complete(inputs: Inputs): Inputs {
  if (!Object.keys(columns).every((table) => table in inputs)) return inputs;
  return {...inputs, serving_option: servingOptions(inputs), fleet: fleets(inputs), rival: rivals(inputs)};
}

function servingOptions(inputs: Inputs): TableInput {
  return fromRecords(
    inputs.deployment!.keys.flatMap((deployment) =>
      batches.map((batch) => ({key: `${deployment}-${batch}`, deployment, batch}))
    ),
    columns.serving_option
  );
}

/** Dates before and after all months of a run. */
const always = {from: monthsOf("2000-01"), until: monthsOf("2100-01")};

/** What is typed into the tables that `complete` fills. */
const columns = {
  serving_option: ["deployment", "batch"],
  fleet: ["cluster", "accelerator", "present", "from", "until"],
  rival: ["routing", "rival", "first"]
} as const;

/** The tables that `complete` fills, without rows. */
export const incomplete: Inputs = Object.fromEntries(
  Object.entries(columns).map(([table, names]) => [table, fromRecords([], names)])
);

function fleets(inputs: Inputs): TableInput {
  const later = records(inputs, "generation", ["accelerator", "from"]).sort((a, b) => Number(a.from) - Number(b.from));
  const untilOf = (kind: number) => later[kind]?.from ?? always.until;
  return fromRecords(
    records(inputs, "cluster", ["accelerator"]).flatMap(({key, accelerator}) => [
      {key: `${key}-start`, cluster: key, accelerator, present: 1, from: always.from, until: untilOf(0)},
      ...later.map((kind, i) => ({
        key: `${key}-${kind.key}`,
        cluster: key,
        accelerator: kind.accelerator,
        present: 0,
        from: kind.from,
        until: untilOf(i + 1)
      }))
    ]),
    columns.fleet
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
    streams.flatMap((one) =>
      streams
        .filter(({key, cluster}) => cluster === one.cluster && key !== one.key)
        .map((other) => ({
          key: `${one.key}-${other.key}`,
          routing: one.key,
          rival: other.key,
          first: other.order < one.order ? 1 : 0
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
