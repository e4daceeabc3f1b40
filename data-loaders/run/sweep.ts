import type {Base} from "../../lib/sweep/index.js";
import type {Project} from "./project.js";

/** What sweeps start from: the chain of the project's files. */
export function sweepBase({models, scenarios, correlations, defaults}: Project): Base {
  return {chain: models.get("chain")!, scenarios, correlations, defaults};
}
