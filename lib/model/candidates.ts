import type {Inputs, TableInput} from "../sheet/index.js";
import {pow} from "../sheet/power.js";

/** Batch sizes per engine that are tried: half powers of two, since limits on latency end between powers. */
export const batches = Array.from({length: 23}, (_, i) => Math.round(pow(2, i / 2)));

/** Accelerators of a server: the most among which links are always fast enough to split matrices. */
export const SERVER = 8;

/** The rows of `serving_option` that the chain's deployments can choose from; none where there are no deployments. */
export function deploymentOptions({deployment, language_model: models}: Inputs): TableInput {
  if (!deployment || !models) return candidates([], batches);
  const {keys, columns} = deployment;
  const experts = (row: number): boolean =>
    Number(models.columns.experts!.values[models.keys.indexOf(columns.language_model!.values[row] as string)]) > 1;
  const all = keys.flatMap((key, row): Candidate[] => {
    const sizes = ["replica", "large_replica"]
      .map((name) => Number(columns[name]!.values[row]))
      .filter((size) => size > 0);
    return sizes.map((size) => ({
      ...{key, accelerators: size, replica: size},
      ...{experts: experts(row), disaggregated: true}
    }));
  });
  return candidates(all, batches);
}

/** Something to be served: how many accelerators, and how far its way of serving is given. */
export interface Candidate {
  key: string;
  /** Accelerators of the whole system. */
  accelerators: number;
  /** Accelerators of a replica, where that is given. */
  replica?: number;
  /** Whether replicas of more than a server may split matrices, as those of a given size do. */
  large?: boolean;
  /** Accelerators that split a matrix, where that is given: what remains of the system takes groups of layers. */
  tensor?: number;
  /** Requests in work per replica, where that is given. */
  batch?: (replica: number) => number;
  /** Accelerators that split the requests, where that is given. */
  ranks?: number;
  /** Parts that hold whole experts, where matrices are split but experts are not. */
  expertSplit?: number;
  /** The most requests in work per replica, where that is given. */
  most?: (replica: number) => number;
  /** Whether the model has experts, which may be split over accelerators. */
  experts: boolean;
  /** Whether prefill may have accelerators of its own. */
  disaggregated: boolean;
}

/** How one copy of a model is split over accelerators: every matrix, groups of layers, or requests and experts. */
export interface Split {
  tensor: number;
  stages: number;
  ranks: number;
  expertSplit: number;
}

/** The rows of `serving_option`: every deployment in every way of splitting it, at every batch. */
export function candidates(deployments: readonly Candidate[], sizes: readonly number[]): TableInput {
  const rows = deployments.flatMap((deployment) => options(deployment, sizes));
  const column = <K extends keyof Option>(name: K) => ({values: rows.map((row) => row[name])});
  return {
    keys: rows.map(keyOf),
    columns: {
      deployment: column("deployment"),
      replica: column("replica"),
      tensor: column("tensor"),
      stages: column("stages"),
      ranks: column("ranks"),
      expert_split: column("expertSplit"),
      batch: column("batch"),
      disaggregated: column("disaggregated")
    }
  };
}

interface Option extends Split {
  deployment: string;
  replica: number;
  batch: number;
  disaggregated: number;
}

function options(candidate: Candidate, sizes: readonly number[]): Option[] {
  const {key, batch, most, disaggregated} = candidate;
  return splits(candidate).flatMap((split) => {
    const replica = split.tensor * split.stages * split.ranks;
    const tried = batch ? [batch(replica)] : within(most?.(replica), sizes, split.ranks);
    const ways = disaggregated ? [0, 1] : [0];
    return tried.flatMap((size) =>
      ways.map((way) => ({deployment: key, replica, ...split, batch: size, disaggregated: way}))
    );
  });
}

/** The batches per replica that are tried: no more than there are requests, all of these among them. */
function within(most: number | undefined, sizes: readonly number[], ranks: number): number[] {
  const tried = sizes.map((size) => size * ranks);
  return most === undefined ? tried : [...tried.filter((size) => size < most), most];
}

function keyOf({deployment, tensor, stages, ranks, expertSplit, batch, disaggregated}: Option): string {
  const whole = expertSplit > 1 ? `e${expertSplit}` : "";
  return `${deployment}-t${tensor}s${stages}r${ranks}${whole}-${batch}${disaggregated ? "-split" : ""}`;
}

function splits(candidate: Candidate): Split[] {
  const {accelerators, replica, tensor, ranks, expertSplit, experts, batch, large = replica !== undefined} = candidate;
  if (ranks !== undefined) return [{tensor: tensor ?? 1, stages: 1, ranks, expertSplit: 1}];
  if (tensor !== undefined && expertSplit !== undefined)
    return [{tensor, stages: Math.max(1, Math.round(accelerators / tensor)), ranks: 1, expertSplit}];
  if (tensor !== undefined) return fixed(tensor, accelerators, experts && batch === undefined);
  const sizes = replica === undefined ? free(accelerators) : [replica];
  return sizes.flatMap((size) => [
    ...(size <= SERVER || large ? [{tensor: size, stages: 1, ranks: 1, expertSplit: 1}] : []),
    ...(experts && size > 1 ? [{tensor: 1, stages: 1, ranks: size, expertSplit: 1}] : []),
    ...(large && size > SERVER && size % SERVER === 0 ? [amongServers(size / SERVER, experts)] : [])
  ]);
}

/** Matrices split within servers; among these the requests and all experts, or groups of layers of a dense model. */
function amongServers(servers: number, experts: boolean): Split {
  return experts
    ? {tensor: SERVER, stages: 1, ranks: servers, expertSplit: SERVER * servers}
    : {tensor: SERVER, stages: servers, ranks: 1, expertSplit: 1};
}

/**
 * A given tensor split: what remains of the accelerators takes groups of layers; with experts, requests may be split
 * instead.
 */
function fixed(tensor: number, accelerators: number, experts: boolean): Split[] {
  const stages = Math.max(1, Math.round(accelerators / tensor));
  const split = {tensor, stages, ranks: 1, expertSplit: 1};
  return experts && tensor > 1 && stages === 1
    ? [split, {tensor: 1, stages: 1, ranks: tensor, expertSplit: 1}]
    : [split];
}

/** The sizes of replica that are tried where none is given. */
function free(accelerators: number): number[] {
  return [...new Set([1, 2, 4, 8, 16, 32, 48, 64, 72, accelerators])].filter((size) => size <= accelerators);
}
