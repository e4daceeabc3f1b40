import type {Base} from "../../lib/sweep/index.js";
import type {Project} from "./project.js";

/** The starting point of sweeps: the chain of a project. */
export function sweepBase({models, scenarios, correlations, defaults}: Project): Base {
  return {chain: models.get("chain")!, scenarios, correlations, defaults};
}
