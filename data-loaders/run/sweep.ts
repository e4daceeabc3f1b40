import type {Base} from "../../lib/sweep/index.js";
import type {Project} from "./project.js";

/** What a sweep varies: the chain as the project's files have it. */
export function sweepBase({models, scenarios, correlations, defaults}: Project): Base {
  return {chain: models.get("chain")!, scenarios, correlations, defaults};
}
