import {isPrerendering} from "../../components/load/prerendering.js";
import {whenIdle} from "../../components/load/when-idle.js";
import {chain} from "../../lib/model/chain.js";

/**
 * Links the model while the browser is idle, so that a reader's first sign need not wait for it. Compiling it as well
 * would be too long a task for a page that somebody may be about to scroll.
 */
export function linkAhead(): void {
  if (!isPrerendering()) whenIdle(() => void chain.order);
}
