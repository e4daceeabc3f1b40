import {batches, candidates, type Candidate} from "../../model/index.js";
import {monthsOf, type Inputs, type TableInput} from "../../sheet/index.js";

/** What `planning` needs in addition to the chain's inputs. */
export interface PlanningOptions {
  /** First month, YYYY-MM. */
  start: string;
}

/** A site that a plan may use, and the cluster that supplies its terms: the one with the newest kind of accelerator. */
export interface SiteCluster {
  facility: string;
  cluster: string;
}

/**
 * The chain's completed inputs, plus every kind of accelerator at every site and every deployment on every kind.
 */
export function planningInputs(inputs: Inputs, {start}: PlanningOptions): Inputs {
  const kinds = kindsOnOffer(inputs, start);
  const assets = siteClusters(inputs).flatMap(({facility, cluster}) =>
    kinds.map((accelerator) => ({key: assetKey(facility, accelerator), cluster, accelerator}))
  );
  const placements = placementRows(inputs, kinds);
  return {
    ...inputs,
    fleet: appended(
      inputs.fleet!,
      assets.map((row) => neverOrdered(inputs, row))
    ),
    asset: {keys: assets.map(({key}) => key), columns: {fleet: {values: assets.map(({key}) => key)}}},
    placement: fromRows(placements.map(({row}) => row)),
    placement_option: candidates(
      placements.map(({candidate}) => candidate),
      batches
    )
  };
}

/** Planning's inputs with latency limits that are a multiple of those of the deployments. */
export function withLatency(planned: Inputs, latency: number): Inputs {
  const {keys, columns} = planned.placement!;
  const times = (name: string) => ({
    values: columns[name]!.values.map((value) => (typeof value === "number" ? value * latency : value))
  });
  const limits = {ttft_limit: times("ttft_limit"), tpot_limit: times("tpot_limit")};
  return {...planned, placement: {keys, columns: {...columns, ...limits}}};
}

/** The key of a kind of accelerator at a site, in the tables `asset` and `fleet`. */
export function assetKey(facility: string, accelerator: string): string {
  return `${facility}-${accelerator}`;
}

/** The key of a deployment on a kind of accelerator, in the table `placement`. */
export function placementKey(deployment: string, accelerator: string): string {
  return `${deployment}-on-${accelerator}`;
}

/** The sites where the modelled companies have clusters. */
export function siteClusters(inputs: Inputs): SiteCluster[] {
  const {keys, columns} = inputs.cluster!;
  const newest = new Map<string, number>();
  keys.forEach((_, row) => {
    const facility = String(columns.facility!.values[row]);
    const best = newest.get(facility);
    if (best === undefined || release(inputs, row) > release(inputs, best)) newest.set(facility, row);
  });
  return [...newest].map(([facility, row]) => ({facility, cluster: keys[row]!}));
}

/** Months during which a kind of accelerator is sold new. */
const sold = 36;

/**
 * The kinds of accelerators that a plan may hold: those in clusters, those yet to be released, and those released
 * within three years before the start. Kinds without a price or a rated power are left out.
 */
export function kindsOnOffer(inputs: Inputs, start: string): string[] {
  const {keys, columns} = inputs.accelerator!;
  const named = new Set([...column(inputs, "cluster", "accelerator"), ...column(inputs, "generation", "accelerator")]);
  return keys.filter((key, row) => {
    const released = Number(columns.release!.values[row]);
    const recent = released <= monthsOf(start) && released > monthsOf(start) - sold;
    const known = ["unit_price", "tdp", "die_area"].every((name) => columns[name]!.values[row] !== null);
    return known && (named.has(key) || recent);
  });
}

function release({cluster, accelerator}: Inputs, row: number): number {
  const kind = accelerator!.keys.indexOf(String(cluster!.columns.accelerator!.values[row]));
  return Number(accelerator!.columns.release!.values[kind]);
}

function column(inputs: Inputs, table: string, name: string): string[] {
  return inputs[table]!.columns[name]!.values.map(String);
}

type Row = Record<string, number | string | null> & {key: string};

/** Later than every month of a run: a kind with this date stays in the table but is never ordered by the market. */
const never = monthsOf("2100-01");

function neverOrdered({generation}: Inputs, row: {key: string; cluster: string; accelerator: string}): Row {
  const place = column({generation: generation!}, "generation", "accelerator").indexOf(row.accelerator);
  const order = place < 0 ? 0 : Number(generation!.columns.order!.values[place]);
  return {...row, present: 0, from: never, order};
}

/** The largest replica size tried is the largest scale-up domain of a rack. */
const largestReplica = 72;

function placementRows(inputs: Inputs, kinds: readonly string[]) {
  const {keys, columns} = inputs.deployment!;
  const models = inputs.language_model!;
  return keys.flatMap((deployment, row) => {
    const model = models.keys.indexOf(String(columns.language_model!.values[row]));
    const experts = Number(models.columns.experts!.values[model]) > 1;
    const limit = (name: string): number | null => {
      const value = columns[name]!.values[row];
      return value === null || value === undefined ? null : Number(value);
    };
    return kinds.map((accelerator) => {
      const key = placementKey(deployment, accelerator);
      const limits = {ttft_limit: limit("ttft_limit"), tpot_limit: limit("tpot_limit")};
      const candidate: Candidate = {key, accelerators: largestReplica, large: true, experts, disaggregated: true};
      return {row: {key, deployment, accelerator, ...limits}, candidate};
    });
  });
}

function appended({keys, columns}: TableInput, rows: readonly Row[]): TableInput {
  return {
    keys: [...keys, ...rows.map(({key}) => key)],
    columns: Object.fromEntries(
      Object.entries(columns).map(([name, {values}]) => [name, {values: [...values, ...rows.map((row) => row[name]!)]}])
    )
  };
}

function fromRows(rows: readonly Row[]): TableInput {
  const names = Object.keys(rows[0] ?? {}).filter((name) => name !== "key");
  return {
    keys: rows.map(({key}) => key),
    columns: Object.fromEntries(names.map((name) => [name, {values: rows.map((row) => row[name]!)}]))
  };
}
