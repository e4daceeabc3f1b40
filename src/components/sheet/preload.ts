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

/** Safari has no idle callback. */
function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(work);
  else setTimeout(work, 100);
}
