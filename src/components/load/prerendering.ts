/** Whether this runs while the site is built, to draw what a page shows before any script runs in a browser. */
export function isPrerendering(): boolean {
  return "prerendering" in globalThis;
}
