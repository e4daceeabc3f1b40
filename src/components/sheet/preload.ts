import {whenIdle} from "../load/when-idle.js";

/**
 * Runs work several times while the browser is idle, so that frequently run code is compiled before a reader needs it.
 */
export function preload(work: () => void, times: number): void {
  if (times > 0)
    whenIdle(() => {
      work();
      preload(work, times - 1);
    });
}
