/** Whether this runs while the site is built, to draw what a page shows before any script runs in a browser. */
export function isPrerendering(): boolean {
  return "prerendering" in globalThis;
}

/** Whether the page's scripts have taken over from what was built, all of which they replace at once. */
export function isTakenOver(): boolean {
  return "live" in document.documentElement.dataset;
}
