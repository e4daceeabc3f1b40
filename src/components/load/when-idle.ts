/** Does work when the browser is idle, or soon in Safari, which has no idle callback. */
export function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(work);
  else setTimeout(work, 100);
}
