/**
 * Has work done some times whenever the browser has nothing else to do: a browser compiles well what has run often, and
 * whoever comes to it later should not be the one who waits.
 */
export function preload(work: () => void, times: number): void {
  if (times > 0)
    whenIdle(() => {
      work();
      preload(work, times - 1);
    });
}

/** Safari knows no idle time. */
function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(work);
  else setTimeout(work, 100);
}
