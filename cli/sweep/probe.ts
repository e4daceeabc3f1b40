import {parquet} from "../../lib/export/index.js";
import {computeRuns, slicesOf, type Sweep} from "../../lib/sweep/index.js";

/** The cost of a sweep, estimated from a few computed runs. */
export interface Probe {
  /** Core-seconds to prepare a model, and per run. */
  perGroup: number;
  perRun: number;
  bytesPerRun: number;
  groups: number;
  coreSeconds: number;
  bytes: number;
}

/** Minimum seconds per shard, given that a scheduler starts about one a second. */
const SHARD = 30;

/** Numbers of runs in a probe: two sizes separate the cost of a model from that of its runs. */
const probed = [32, 512] as const;

/** Computes a few runs and extrapolates. The first, which compiles the model, is not counted. */
export function probe(sweep: Sweep): Probe {
  const {runs, points, pointsPerGroup, draws} = sweep;
  const perGroupRuns = pointsPerGroup * draws;
  const most = Math.min(probed[1], perGroupRuns);
  computeRuns(sweep, {from: 0, to: 1});
  const few = timed(() => computeRuns(sweep, {from: 0, to: Math.min(probed[0], most)}));
  const more = timed(() => computeRuns(sweep, {from: 0, to: most}));
  const bytes = more.result.flatMap(({tables}) => tables).reduce((sum, table) => sum + parquet(table, "").length, 0);
  const perRun = most > probed[0] ? Math.max(0, more.seconds - few.seconds) / (most - probed[0]) : 0;
  const perGroup = Math.max(0, few.seconds - perRun * Math.min(probed[0], most));
  const groups = points / pointsPerGroup;
  const bytesPerRun = bytes / most;
  return {
    perGroup,
    perRun,
    bytesPerRun,
    groups,
    coreSeconds: groups * perGroup + runs * perRun,
    bytes: runs * bytesPerRun
  };
}

/** The default number of shards, of about half a minute each. */
export function usualShards(sweep: Sweep, {coreSeconds}: Probe): number {
  return Math.max(1, Math.min(slicesOf(sweep), Math.ceil(coreSeconds / SHARD), 10_000));
}

function timed<T>(work: () => T): {result: T; seconds: number} {
  const start = performance.now();
  const result = work();
  return {result, seconds: (performance.now() - start) / 1000};
}
