/** Whether this runs during the build, which draws what a page shows before its scripts run. */
export function isPrerendering(): boolean {
  return "prerendering" in globalThis;
}

/** Whether the page's scripts have replaced the content that was built. */
export function isTakenOver(): boolean {
  return "live" in document.documentElement.dataset;
}
