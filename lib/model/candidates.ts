import type {TableInput} from "../sheet/index.js";

/** The batch sizes that every deployment is tried at: powers of two, the spacing of published benchmarks. */
export const batches = [1, 2, 4, 8, 16, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024];

/** The rows of `serving_option`: every deployment at every batch size. */
export function candidates(deployments: readonly string[]): TableInput {
  const pairs = deployments.flatMap((deployment) => batches.map((batch) => ({deployment, batch})));
  return {
    keys: pairs.map(({deployment, batch}) => `${deployment}-${batch}`),
    columns: {
      deployment: {values: pairs.map(({deployment}) => deployment)},
      batch: {values: pairs.map(({batch}) => batch)}
    }
  };
}
